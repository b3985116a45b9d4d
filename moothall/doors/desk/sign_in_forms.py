"""The forms of signing in, in our words. What they check is django-allauth's."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm

from moothall.doors.kit.wording import t
from moothall.ground.people.second_factor import use_code


class OurWords:
    """Gives each field its label, its hint and the sentence for leaving it empty."""

    words: dict[str, str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, key in self.words.items():
            field = self.fields[name]
            field.label = t(f"desk.sign_in.{key}")
            field.error_messages = field.error_messages | {
                "required": t(f"desk.sign_in.{key}.required"),
                "invalid": t(f"desk.sign_in.{key}.required"),
            }
            field.widget.attrs.pop("placeholder", None)


class SignIn(OurWords, LoginForm):
    words = {"login": "email", "password": "password"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].help_text = ""
        for validator in self.fields["login"].validators:
            validator.message = t("desk.sign_in.email.required")


class PasswordAgain(OurWords, ReauthenticateForm):
    words = {"password": "password"}


class _OneTime(OurWords):
    """A code is used once, for as long as it could be typed."""

    words = {"code": "code"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"

    def clean_code(self) -> str:
        code = super().clean_code()
        if not use_code(self.user.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class Code(_OneTime, AuthenticateForm):
    """The code that completes signing in."""


class CodeAgain(_OneTime, ReauthenticateByCodeForm):
    """The code that is asked for again before something delicate."""


class FirstCode(_OneTime, ActivateTOTPForm):
    """The code that proves that the authenticator was set up."""


class AddPasskey(AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = t("desk.sign_in.passkey.label")
        self.fields["credential"].error_messages["required"] = t("desk.sign_in.passkey.required")
