"""Loaded by pytest before Django's settings are read, because those settings depend on what is set here.

Each session has its own folder for data and keys, so that tests never touch the demonstration and two
sessions never touch each other. With MOOTHALL_TEST_DATABASE=postgresql it also has its own PostgreSQL
server, and the tests' connection is that of the application's role.
"""

import atexit
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

import psutil

from tests.kit import databases
from tests.kit.places import ASSETS, ROOT

PREFIX = "moothall-test-"


def _begin() -> None:
    remove_what_was_left_behind()
    # The process id in the name lets a later session see that nobody needs the folder any more.
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
    # Asked to end, a session ends as with Ctrl-C: what it started is stopped on the way.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    (folder / "assets").symlink_to(ASSETS)
    (folder / "static").mkdir()
    os.environ["MOOTHALL_DATA"] = str(folder)
    os.environ.setdefault("MOOTHALL_DEMONSTRATION", "1")
    for setting in ("MOOTHALL_DATABASE", "MOOTHALL_DATABASE_OWNER", "MOOTHALL_KEYS", "MOOTHALL_TODAY"):
        os.environ.pop(setting, None)
    if not _only_engines(sys.argv[1:]):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.settings")
    # At exit and not at the end of the session, because a session may break off before it begins.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    databases.begin()
    atexit.register(databases.end)


def remove_what_was_left_behind() -> None:
    """Takes away the folders of earlier sessions that were killed before they could."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        starter = folder.name.removeprefix(PREFIX).split("-")[0]
        if starter.isdigit() and not psutil.pid_exists(int(starter)):
            shutil.rmtree(folder, ignore_errors=True)


def _only_engines(arguments: list[str]) -> bool:
    """Whether all that is asked for are tests of engines. Those know no Django, and are not given one."""
    asked = [Path(argument.split("::")[0]) for argument in arguments]
    paths = [path.resolve() for path in asked if path.exists()]
    return bool(paths) and all(path.is_relative_to(ROOT / "moothall" / "engines") for path in paths)


_begin()


def pytest_configure(config) -> None:
    from django.conf import settings

    if settings.configured:
        # Tests serve static files as they are. Collecting and naming them by content is for installations.
        plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


def pytest_report_header() -> str:
    return f"database: {databases.chosen()}"
