"""A move of an invented resident, told through the real actions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from moothall.ground.organisations.acting import acting_for
from moothall.ground.places.postcodes import read_postcode
from moothall.ground.places.queries import who_serves
from moothall.work.applications.actions import End, answer, answer_roster, start_draft
from moothall.work.applications.models import Application, Draft
from moothall.work.applications.queries import interview, open_screen_of
from moothall.work.applications.recipients import reached_by
from tests.kit.claims import NOW, TODAY, send

SERVICE = "moving_home"
CANTERBURY, THANET, ELSEWHERE = (
    "CT1 1AA",
    "CT9 1FE",
    "CT16 2AY",
)  # the last is in Dover, which is not on Moothall

# Tessa is invented. She is 71, holds a bus pass and moves alone from a housing association's home.
TESSA = {
    "leaving_on": {"day": "30", "month": "11", "year": "2026"},
    "arriving_on": {"day": "1", "month": "12", "year": "2026"},
    "leaving_home_is": "association_rent",
    "leaving_ends_on": {"day": "6", "month": "12", "year": "2026"},
    "arriving_home_is": "rented",
    "bins_wanted": "yes",
    "help_with_bins": "no",
    "bus_pass_held": "yes",
    "council_care": "no",
    "discount_ending": "one_adult",
    "leaving_landlord": "Southern Housing",
    "leaving_line_1": "4 Invented Row",
    "leaving_line_2": "",
    "leaving_town": "Canterbury",
    "arriving_line_1": "7 Invented Parade",
    "arriving_line_2": "",
    "arriving_town": "Margate",
    "full_name": "Tessa Invented",
    "email": "tessa@example.org",
    "phone": "",
}
ALONE = {"claimant": {"role": "claimant", "date_of_birth": {"day": "3", "month": "5", "year": "1955"}}}


def begun(
    leaving: str = CANTERBURY, arriving: str = THANET, *, at: str = "leaving", now: datetime = NOW
) -> Draft:
    """An interview that has just been started at the council of one of the two homes."""
    ends = {
        name: End(read_postcode(postcode), who_serves(read_postcode(postcode), on=TODAY))
        for name, postcode in (("leaving", leaving), ("arriving", arriving))
    }
    serving = ends[at].serving
    with acting_for({serving[0].organisation.key}):
        return start_draft(
            SERVICE,
            organisation=serving[0].organisation.key,
            serving=serving,
            postcode=ends[at].postcode,
            language="en",
            now=now,
            ends=ends,
        )


def answered(draft: Draft, said: Mapping | None = None, people: Mapping | None = None) -> tuple[Draft, list]:
    """Answers every screen; returns the draft and each (fact, whom) in the order in which it was asked."""
    facts, asked = {**TESSA, **(said or {})}, []
    with acting_for({draft.organisation_id}):
        for _ in range(60):
            screen = open_screen_of(draft, interview(draft, today=TODAY))
            if screen is None:
                return draft, asked
            asked += [(fact, whom) for whom in screen.for_whom or ("",) for fact in screen.facts]
            if screen.roster:
                draft = answer_roster(draft.id, screen=screen.key, people=people or ALONE, today=TODAY)
                continue
            typed = {(fact, whom): facts[fact] for whom in screen.for_whom for fact in screen.facts}
            draft = answer(draft.id, screen=screen.key, typed=typed, today=TODAY)
    raise AssertionError("the interview does not end")


def told(leaving: str = CANTERBURY, arriving: str = THANET, **how) -> Application:
    """A whole move, sent."""
    at = how.pop("at", "leaving")
    draft, _ = answered(begun(leaving, arriving, at=at), **how)
    with acting_for(reached_by(draft)):
        return send(draft.id, key=str(draft.id))
