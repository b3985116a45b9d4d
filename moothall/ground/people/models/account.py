"""An account: one named person who can sign in. Nobody shares one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class NoEmail(ValueError):
    """An account needs an email address, because that is the name it signs in with."""


class Accounts(BaseUserManager):
    """Makes accounts, and finds them by the name they sign in with."""

    def create_user(self, *, email: str, password: str | None = None, **fields: Any) -> Account:
        """Make an account; without a password it cannot sign in until one is set."""
        if not email:
            raise NoEmail("An account was to be made without an email address.")
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, email: str) -> Account:
        """The same account however the address was capitalised."""
        return self.get(email__iexact=email)


class Account(AbstractBaseUser):
    """A person who works for an organisation, or for several, and signs in by email.

    Django's own groups and permissions are left out on purpose: what an account may do
    follows from its roles, through the policies beside this folder, and nowhere else.
    An account belongs to no organisation, so that one officer can hold roles in two.
    """

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=150)
    language = models.CharField(max_length=2, choices=[("en", "English"), ("cy", "Cymraeg")], default="en")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_account_an_address",
                violation_error_message="There is already an account with this email address.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name that others at the desk read."""
        return self.name
