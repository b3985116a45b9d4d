"""Every setting of Moothall, read from the environment by readers that refuse nonsense."""

from __future__ import annotations

import os
from pathlib import Path

from moothall.environment import address, database, day, folder, secret, yes_no

ROOT = Path(__file__).resolve().parent.parent

DATA = folder("MOOTHALL_DATA", default=ROOT / "build")
KEYS = folder("MOOTHALL_KEYS", default=DATA / "keys")
SERVICES = folder("MOOTHALL_SERVICES", default=ROOT / "services")

# The demonstration has pages (an authenticator, an outbox) and invented people that
# must not exist anywhere else: outside it they are not even in the list of URLs.
DEMONSTRATION = yes_no("MOOTHALL_DEMONSTRATION", default=True)
# A fixed legal date, for tests and rehearsals; honoured in a demonstration only.
TODAY = day("MOOTHALL_TODAY") if DEMONSTRATION else None

# The crew log that a missed bin is compared with: an https:// address, `pretend`, or nothing.
CREW_LOG = os.environ.get("MOOTHALL_CREW_LOG", "pretend" if DEMONSTRATION else "")

# The list of other installations that promises go to and come from; see docs/how-to/nodes.md.
OTHER_NODES = os.environ.get("MOOTHALL_OTHER_NODES", "")

DEBUG = False
SECRET_KEY = secret(KEYS, "django")
WALL_KEY = secret(KEYS, "wall")
PSEUDONYM_KEY = secret(KEYS, "pseudonym")
CASE_KEY = secret(KEYS, "case_key")
NODE_KEY = secret(KEYS, "node")

ALLOWED_HOSTS = os.environ.get("MOOTHALL_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
SECURE = yes_no("MOOTHALL_HTTPS", default=False)
# How residents reach this site: what a mailed link begins with. Never read from a request, which may lie.
ADDRESS = address("MOOTHALL_ADDRESS", default="http://127.0.0.1:8000")

ROOMS = [
    "moothall.ground.record",
    "moothall.ground.organisations",
    "moothall.ground.organisations.wall",
    "moothall.ground.due_work",
    "moothall.ground.nodes",
    "moothall.ground.people",
    "moothall.ground.places",
    "moothall.ground.subjects",
    "moothall.ground.catalogue",
    "moothall.work.evidence",
    "moothall.work.notices",
    "moothall.work.cases",
    "moothall.work.applications",
]

INSTALLED_APPS = [
    *ROOMS,
    "moothall.doors.kit",
    "moothall.doors.frontdoor",
    "moothall.doors.desk",
    "moothall.wiring.Wiring",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
if DEMONSTRATION:
    INSTALLED_APPS.append("moothall.doors.demonstration")

MIDDLEWARE = [
    "moothall.doors.kit.middleware.plain_errors",
    "moothall.doors.kit.middleware.security_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "moothall.doors.kit.middleware.body_limit",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "moothall.doors.kit.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "moothall.urls"
WSGI_APPLICATION = "moothall.wsgi.application"
CSRF_FAILURE_VIEW = "moothall.doors.kit.errors.csrf_failure"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "moothall.doors.kit.jinja.environment"},
    },
    {
        # allauth looks for its own Django templates; ours come first through Jinja.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {"default": database("MOOTHALL_DATABASE", default=f"sqlite:///{DATA / 'moothall.sqlite3'}")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # Instants are UTC; legal dates are worked out in Europe/London by engines.deadlines.

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [path for path in [DATA / "assets"] if path.exists()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Only counts of tries live here. Room for many, so that trying often cannot push out its own count.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
DATA_UPLOAD_MAX_NUMBER_FILES = 40
FILE_UPLOAD_HANDLERS = ["moothall.doors.kit.uploads.UpToTheLimit"]

# Nothing personal reaches a log: request lines hold no names or answers (they are never
# in a URL), and errors name their kind, the view and the setting, not the person.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "moothall.doors.kit.logs.WithoutWords",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"err": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["err"], "level": "WARNING"},
    "loggers": {"moothall": {"level": "INFO"}},
}

from moothall.doors.desk.sign_in import *  # noqa: E402,F403  The allauth settings live beside the pages they shape.
