"""One server for all journeys, on a fixed day; each test brings its own resident."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator

import pytest

from tests.journeys.officer import Officer
from tests.journeys.resident import APPLY, SHE_SAYS, Resident
from tests.kit.places import PYTHON, ROOT
from tests.kit.server import LiveServer

TODAY = "2026-11-23"
APPLICANTS = 48  # every other one tells two bodies


@pytest.fixture(scope="session")
def site():
    """The demonstration on a day whose rates are published, so that no journey ages."""
    with LiveServer(today=TODAY) as server:
        yield server


@pytest.fixture
def a_resident(site, open_page) -> Callable[..., Resident]:
    """`a_resident(javascript=False, says={"savings": "20000"})`: somebody whom the site has never seen."""

    def come(*, says: dict | None = None, keyboard: bool = False, at: str = "", **how) -> Resident:
        return Resident(open_page(**how), at or site.url, says=SHE_SAYS | (says or {}), keyboard=keyboard)

    return come


@pytest.fixture(scope="session")
def _applicants(site) -> Iterator[dict]:
    """Interviews that are answered and not sent, made on the server's own data without its pages."""
    made = subprocess.run(
        [str(PYTHON), "-m", "tests.proof.applicants", str(APPLICANTS)],
        cwd=ROOT,
        env={**site.environment, "DJANGO_SETTINGS_MODULE": "moothall.settings"},
        capture_output=True,
        text=True,
        check=True,
    )
    return iter([json.loads(line) for line in made.stdout.splitlines()])


@pytest.fixture
def an_applicant(site, a_resident, _applicants) -> Callable[..., Resident]:
    """Somebody at the page that checks her answers: for journeys that begin there. Each tells two bodies."""

    def come(**how) -> Resident:
        known = next(one for one in _applicants if one["bodies"] == 2)
        resident = a_resident(**how)
        resident.page.context.add_cookies(
            [{"name": name, "value": value, "url": site.url} for name, value in known["cookies"].items()]
        )
        return resident.opens(f"{APPLY}/check")

    return come


@pytest.fixture(scope="session")
def _sessions() -> dict[tuple[str, str], list]:
    return {}


@pytest.fixture
def an_officer(site, open_page, _sessions) -> Callable[..., Officer]:
    """`an_officer(MEENA)`: signed in with both factors, once a session, because a code is used once."""

    def come(email: str, *, at: str = "", **how) -> Officer:
        officer = Officer(open_page(**how), at or site.url, email)
        context, known = officer.page.context, (officer.address, email)
        if known in _sessions:
            context.add_cookies(_sessions[known])
        else:
            officer.signs_in()
            _sessions[known] = context.cookies()
        return officer.opens("/desk/")

    return come
