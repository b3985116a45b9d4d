"""A role: what an account does for one organisation, from one date until another."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q


class Roles(models.QuerySet):
    """Questions about roles."""

    def held_on(self, today: date) -> Roles:
        """Those in force on that legal date; `until` is the first day without the role."""
        return self.filter(Q(until=None) | Q(until__gt=today), since__lte=today)


class Role(models.Model):
    """Ended by a date, never deleted: who could decide a case last year must stay known.

    Roles are read before anybody is signed in to an organisation, because they say which
    organisations those are. So they stand outside the wall and hold no one's case.
    """

    class Kind(models.TextChoices):
        CASEWORKER = "caseworker", "Caseworker"
        TEAM_LEADER = "team_leader", "Team leader"
        MANAGER = "manager", "Manager"

    account = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="held_roles")
    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Kind.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = Roles.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")),
                name="role_ends_after_it_begins",
                violation_error_message="A role must end after the day on which it begins.",
            ),
            models.UniqueConstraint(
                fields=["account", "organisation", "role"],
                condition=Q(until=None),
                name="one_open_role_of_a_kind",
                violation_error_message="This person already holds this role here.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} at {self.organisation_id}"
