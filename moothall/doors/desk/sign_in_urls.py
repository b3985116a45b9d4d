"""The addresses of signing in: those of django-allauth that we restyled, and no other.

Its own list also signs people up, changes addresses and resets passwords by mail. None of
that is here, so none of it exists: a test compares this list with what answers.
"""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as authenticator
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from moothall.doors.desk.views.passkeys import remove_passkey

urlpatterns = [
    path("sign-in", account.login, name="account_login"),
    path("sign-out", account.logout, name="account_logout"),
    path("closed", account.account_inactive, name="account_inactive"),
    path("password-again", account.reauthenticate, name="account_reauthenticate"),
    path("code", factors.authenticate, name="mfa_authenticate"),
    path("code-again", factors.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor", factors.index, name="mfa_index"),
    path("second-factor/authenticator/add", authenticator.activate_totp, name="mfa_activate_totp"),
    path("second-factor/authenticator/remove", authenticator.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-factor/passkeys", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("second-factor/passkeys/add", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path(
        "second-factor/passkeys/again", passkeys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"
    ),
    path("second-factor/passkeys/<int:pk>/remove", remove_passkey, name="mfa_remove_webauthn"),
    path("second-factor/recovery-codes", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "second-factor/recovery-codes/new",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]
