"""Which crew log is asked, as the setting MOOTHALL_CREW_LOG says; and whether it is set up, in words."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from moothall.connectors.crew_log.client import CrewLog
from moothall.connectors.crew_log.pretend import PretendCrewLog
from moothall.work.applications.ports import Check, NoAnswer

PRETEND = "pretend"
_NEAR = ("127.0.0.1", "localhost", "::1")


class BadCrewLog(Exception):
    """The setting names no crew log that could be asked."""

    def __init__(self, found: str) -> None:
        super().__init__(
            f"MOOTHALL_CREW_LOG is {found!r}. Expected: nothing, pretend, or an address that begins "
            "with https:// (http:// on this machine only)."
        )


def crew_log(setting: str) -> Check | None:
    """The crew log that the setting names; None when it names none. Raises BadCrewLog."""
    if not setting:
        return None
    if setting == PRETEND:
        return PretendCrewLog()
    where = urlsplit(setting)
    safe = where.scheme == "https" or (where.scheme == "http" and where.hostname in _NEAR)
    if not safe or not where.hostname or where.username or where.query or where.fragment:
        raise BadCrewLog(setting)
    return CrewLog(setting)


def in_words(setting: str, *, today: date) -> str:
    """Whether it is set up and answers, for whoever runs this node. It is asked about no real place."""
    log = crew_log(setting)
    if log is None:
        return "No crew log is set up: a missed bin is always looked at by a crew. Set MOOTHALL_CREW_LOG."
    if log.pretend:
        return "The crew log is pretended. It is for a demonstration only."
    try:
        log.choices("bin_address", organisation="", about={"postcode": "ZZ99 9ZZ"})
    except NoAnswer as silent:
        return f"The crew log does not answer: {silent}."
    return "The crew log answers."
