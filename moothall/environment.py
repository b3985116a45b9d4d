"""Reads settings from the environment and refuses what it cannot understand.

Each reader's error says what was found, what was expected and which setting to change.
"""

from __future__ import annotations

import os
import secrets
from datetime import date
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit


class BadSetting(Exception):
    """A setting holds something that Moothall cannot use."""

    def __init__(self, *, setting: str, found: str, expected: str) -> None:
        super().__init__(f"{setting} is {found!r}. Expected: {expected}.")
        self.setting = setting


def yes_no(setting: str, *, default: bool) -> bool:
    found = os.environ.get(setting, "1" if default else "0")
    if found not in {"0", "1"}:
        raise BadSetting(setting=setting, found=found, expected="1 for yes or 0 for no")
    return found == "1"


def day(setting: str) -> str | None:
    """A civil date like 2026-11-23, or None when the setting is not there."""
    found = os.environ.get(setting)
    if not found:
        return None
    try:
        return date.fromisoformat(found).isoformat()
    except ValueError:
        raise BadSetting(setting=setting, found=found, expected="a date like 2026-11-23") from None


def address(setting: str, *, default: str) -> str:
    """How a site is reached: `https://HOST` or `http://HOST:PORT`, without a path."""
    found = os.environ.get(setting, default)
    parts = urlsplit(found)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path.strip("/") or parts.query:
        raise BadSetting(setting=setting, found=found, expected="an address like https://www.example.gov.uk")
    return found.rstrip("/")


def folder(setting: str, *, default: Path) -> Path:
    return Path(os.environ.get(setting, default)).resolve()


def secret(keys: Path, name: str) -> str:
    """The secret in `keys/<name>`; made at first use, readable by its owner only."""
    path = keys / name
    try:
        return path.read_text() if path.exists() else _make_secret(path)
    except OSError as refused:
        expected = f"a folder whose {name!r} can be read or made ({refused.strerror})"
        raise BadSetting(setting="MOOTHALL_KEYS", found=str(keys), expected=expected) from refused


def _make_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Two processes may start together. The finished file is linked into place, and only
    # the first link wins, so both end with the same whole secret.
    scratch = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    scratch.touch(mode=0o600)
    scratch.write_text(secrets.token_urlsafe(48))
    try:
        os.link(scratch, path)
    except FileExistsError:
        pass
    finally:
        scratch.unlink()
    return path.read_text()


SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-20000; "
    "PRAGMA mmap_size=134217728; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=27103364"
)


def database(setting: str, *, default: str) -> dict:
    """Django's description of the database at the URL in `setting`."""
    url = urlsplit(os.environ.get(setting, default))
    try:
        if url.scheme == "sqlite" and url.path:
            return _sqlite(Path(unquote(url.path)))
        if url.scheme in {"postgresql", "postgres"}:
            return _postgresql(url)
    except (ValueError, OSError) as unusable:  # a port that is no number, a folder that cannot be made
        expected = f"a database that can be used ({unusable})"
        raise BadSetting(setting=setting, found=_without_password(url), expected=expected) from unusable
    raise BadSetting(
        setting=setting,
        found=_without_password(url),
        expected="sqlite:///FILE or postgresql://USER@HOST/NAME",
    )


def _without_password(url: SplitResult) -> str:
    """The URL as an error may show it: whoever reads the log must not be able to sign in."""
    who, _, where = url.netloc.rpartition("@")
    name = who.partition(":")[0]
    return url._replace(netloc=f"{name}:...@{where}" if ":" in who else url.netloc).geturl()


def _sqlite(path: Path) -> dict:
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "moothall.ground.sqlite",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        # IMMEDIATE: a transaction that reads and then writes would otherwise fail under
        # contention, and no time-out helps it. FULL: what we acknowledge survives a power cut.
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE", "init_command": SQLITE_PRAGMAS},
        "TEST": {"NAME": str(path.with_suffix(".test.sqlite3"))},
    }


def _postgresql(url) -> dict:
    host = parse_qs(url.query).get("host", [url.hostname or ""])[0]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": url.path.lstrip("/"),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": host,
        "PORT": str(url.port or ""),
        "CONN_MAX_AGE": 0,
        # A database that was away leaves broken connections in the pool. Without this, each of them
        # costs a resident a page that says we cannot reach our records, when we can.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 10, "timeout": 4},
            # The server parses and plans a statement once for each connection, and not each time.
            "server_side_binding": True,
            "prepare_threshold": 2,
        },
    }
