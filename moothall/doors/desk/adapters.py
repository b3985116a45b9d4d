"""Where django-allauth asks us: its words, its secrets, and what it must not do."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.exceptions import PermissionDenied

from moothall.doors.kit.wording import catalogue, t

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class _OurWords(Mapping[str, str]):
    """allauth's error messages by its own codes, said in the reader's language."""

    def __getitem__(self, code: str) -> str:
        key = f"desk.sign_in.error.{code}"
        return t(key if key in catalogue() else "desk.sign_in.error.other")

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Accounts(DefaultAccountAdapter):
    """No signing up, no passing messages; our words."""

    error_messages = _OurWords()

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Our pages say what happened themselves; nothing is kept to be shown on a later one."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        raise PermissionDenied("Sign-in sends no mail.")

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not for the first second factor: the password was typed a moment ago, at sign-in."""
        user = context.request.user
        return super().is_reauthentication_required(app=app) if has_second_factor(user) else False

    def get_reauthentication_methods(self, user: Any) -> list[dict]:
        """The second factor comes first: a borrowed, unlocked desk must not be enough."""
        order = ["mfa_reauthenticate", "mfa_reauthenticate:webauthn", "reauthenticate"]
        if not is_mfa_enabled(user, [Authenticator.Type.TOTP]):
            order[:2] = order[1::-1]  # Without an authenticator a code is one of the few recovery codes.
        return sorted(super().get_reauthentication_methods(user), key=lambda one: order.index(one["id"]))


class SecondFactors(DefaultMFAAdapter):
    """Second factors: kept encrypted, and never the last one taken away."""

    error_messages = _OurWords()

    def encrypt(self, text: str) -> str:
        """A copy of the database alone must not be enough to make somebody's codes."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        others = Authenticator.objects.filter(user=authenticator.user, type__in=FACTORS).exclude(
            pk=authenticator.pk
        )
        return others.exists()

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        return t(
            "desk.sign_in.passkey.name", number=Authenticator.objects.filter(user=user, type=type).count() + 1
        )

    def build_totp_svg(self, url: str) -> str:
        """The square as a plain drawing in the page: no picture to fetch, no style in it."""
        return square(url)


def has_second_factor(account: Any) -> bool:
    """Whether this account ever enrolled an authenticator or a passkey."""
    return is_mfa_enabled(account, FACTORS)


def square(text: str) -> str:
    """A QR code of `text` as SVG, with presentation attributes only."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    size = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="240" height="240" '
        f'role="img" aria-labelledby="square-title">'
        f'<title id="square-title">{t("desk.sign_in.enrol.square")}</title>'
        f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path fill="#000" d="{path}"/></svg>'
    )


def _cipher() -> Fernet:
    key = hmac.new(settings.SECRET_KEY.encode(), b"moothall second factor", hashlib.sha256).digest()
    return Fernet(base64.urlsafe_b64encode(key))
