"""What has happened in the demonstration already: invented people, real actions, the dates passed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).with_suffix(".yaml")
# More screens than any interview has: an answer that is refused would otherwise be given for ever.
MOST_SCREENS = 60
OVER_AFTER = timedelta(days=28, minutes=1)


class NothingToSay(LookupError):
    """A question of the interview has no answer in past.yaml."""


def live_through_the_past(*, now: datetime) -> int:
    """Make the claims of `past.yaml`, unless there are cases already; returns how many people there were."""
    from moothall.ground.organisations.acting import acting_for
    from moothall.ground.places.postcodes import read_postcode
    from moothall.ground.places.queries import who_serves
    from moothall.work.cases.models import Case

    told = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    serving = who_serves(read_postcode(told["postcode"]), on=now.date())
    with acting_for({one.organisation.key for one in serving}):
        if Case.objects.exists():
            return 0
        for person in told["people"]:
            _live(person, told, serving=serving, now=now - timedelta(days=person["began"]))
    return len(told["people"])


def _live(person: Mapping[str, Any], told: Mapping[str, Any], *, serving: Any, now: datetime) -> None:
    """One person's claim, from the first question to the decision, or to where she gave up."""
    from moothall.ground.people.actor import NOBODY
    from moothall.ground.places.postcodes import read_postcode
    from moothall.work.applications.actions import start_draft, submit
    from moothall.work.applications.actions.forget_draft import forget_draft

    own = told["officer"]["organisation"]
    draft = start_draft(
        told["service"],
        organisation=own,
        serving=serving,
        postcode=read_postcode(told["postcode"]),
        language="en",
        now=now,
    )
    _answer_until(draft, person.get("stops_at"), person, told, now=now)
    if "stops_at" in person:
        forget_draft(organisation=own, payload={"draft": str(draft.id)}, now=now + OVER_AFTER)
        return
    sent = now + timedelta(minutes=14)
    submit(
        draft.id,
        key=str(draft.id),
        declared=True,
        actor=NOBODY,
        channel="web",
        today=sent.date(),
        now=sent,
    )
    if "decided" in person:
        _decide(draft.id, person, told["officer"], now=sent + timedelta(days=person["decided"]))


def _answer_until(
    draft: Any, last: str | None, person: Mapping[str, Any], told: Mapping[str, Any], *, now: datetime
) -> None:
    from moothall.work.applications.actions import answer, answer_roster
    from moothall.work.applications.queries import interview, open_screen_of

    given = {**told["answers"], "full_name": person["full_name"], "postcode": told["postcode"]}
    given |= person.get("answers", {})
    born = person["born"]
    for _ in range(MOST_SCREENS):
        screen = open_screen_of(draft, interview(draft, today=now.date()))
        if screen is None or screen.key == last:
            return
        if screen.roster:
            birth = {"day": str(born.day), "month": str(born.month), "year": str(born.year)}
            people = {"claimant": {"role": "claimant", "date_of_birth": birth}}
            draft = answer_roster(draft.id, screen=screen.key, people=people, today=now.date())
            continue
        if missing := set(screen.facts) - set(given):
            raise NothingToSay(f"{FILE.name}: no answer to {', '.join(sorted(missing))}.")
        typed = {(fact, whom): given[fact] for whom in screen.for_whom for fact in screen.facts}
        draft = answer(draft.id, screen=screen.key, typed=typed, today=now.date())


def _decide(submission: Any, person: Mapping[str, Any], who: Mapping[str, str], *, now: datetime) -> None:
    """The officer has the case open at some moments, and decides it by the rules."""
    from moothall.ground.people.actor import officer
    from moothall.ground.people.models import Account
    from moothall.ground.record import Happened, write_all
    from moothall.work.cases.actions import decide
    from moothall.work.cases.models import Case

    case = Case.objects.get(submission=submission, organisation=who["organisation"])
    actor = officer(Account.objects.get(email=who["email"]), today=now.date())
    looked = [
        Happened(
            verb="case.viewed",
            organisation=case.organisation_id,
            service=case.service,
            channel=actor.channel,
            case=case.id,
            actor=actor,
            subjects=[case.subject_id],
            details={"page": "case"},
            at=now - timedelta(minutes=minutes),
        )
        for minutes in person.get("looked", ())
    ]
    write_all(looked)
    decide(case.id, actor=actor, revision=case.revision, today=now.date(), now=now)
