"""The settings of django-allauth, beside the pages that they shape.

An officer signs in with an email address and a password, and then a second factor: a code
from an authenticator, or a passkey. Accounts are made by the organisation, never by
signing up; nothing is remembered on a device; a session ends after half an hour idle.
"""

ACCOUNT_ADAPTER = "moothall.doors.desk.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# The organisation that makes the account answers for its address.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Changing a second factor asks again who you are, unless you said so in the last minutes.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "10/m/ip,5/5m/key", "reauthenticate": "10/m/user"}
ACCOUNT_FORMS = {
    "login": "moothall.doors.desk.sign_in_forms.SignIn",
    "reauthenticate": "moothall.doors.desk.sign_in_forms.PasswordAgain",
}

MFA_ADAPTER = "moothall.doors.desk.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "moothall.doors.desk.sign_in_forms.Code",
    "reauthenticate": "moothall.doors.desk.sign_in_forms.CodeAgain",
    "activate_totp": "moothall.doors.desk.sign_in_forms.FirstCode",
    "add_webauthn": "moothall.doors.desk.sign_in_forms.AddPasskey",
}
MFA_TOTP_ISSUER = "Moothall"
# One step of 30 seconds early or late: telephones' clocks differ. A code is still used once
# only: see `forms.Code`.
MFA_TOTP_TOLERANCE = 1
# Recovery codes are read once, when they are made; afterwards only new ones can be made.
MFA_RECOVERY_CODES_SHOW_ONCE = True

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:queue"
