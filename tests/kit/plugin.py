"""Loaded by pytest before Django's settings are read, because those settings depend on what is set here."""

import os
from importlib.util import find_spec

if find_spec("moothall.settings"):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
