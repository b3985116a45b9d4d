"""A claim of an invented resident, made through the real actions: what tests of many rooms start from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from moothall.ground.catalogue.actions import publish
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.actions import load_organisations
from moothall.ground.people.actor import NOBODY, Actor, Held
from moothall.ground.places.actions import load_places
from moothall.ground.places.queries import who_serves
from moothall.work.applications.actions import answer, answer_roster, start_draft, submit
from moothall.work.applications.models import Application, Draft
from moothall.work.applications.queries import interview, open_screen_of
from tests.kit.kept_rows import kept

SERVICE = "council_tax_reduction"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)

# Joan is invented. She is 76, lives alone, and has a small pension.
JOAN = {
    "who-lives-here": {
        "claimant": {"role": "claimant", "date_of_birth": {"day": "3", "month": "5", "year": "1950"}}
    },
    "facts": {
        "working_age_benefit": "no",
        "liable_for_council_tax": "alone_or_with_partner",
        "pension_credit": "none",
        "savings": "9000",
        "works_for_pay": "no",
        "state_pension": "220.50",
        "private_pension": "40",
        "tax_on_pensions": "0",
        "other_income": "0",
        "war_pension": "0",
        "council_tax_before_discount": "1,881.70",
        "home_changed_for_disability": "none",
        "not_counted_because": "none",
        "disability_benefit": "none",
        "severely_sight_impaired": "no",
        "carers_allowance": "no",
        "carer_is_paid": "no",
        "full_name": "Joan Whitlock",
        "national_insurance_number": "",
        "address_line_1": "4 Invented Row",
        "address_line_2": "",
        "town": "Canterbury",
        "postcode": "CT1 1AA",
        "email": "joan.whitlock@example.org",
        "phone": "",
        "bus_pass_wanted": "yes",
    },
}

# Mara is invented. She is 41, lives alone in Thanet and works twenty hours: her council's own scheme decides.
MARA_LIVES_AT = "CT91FE"
MARA = {
    "who-lives-here": {
        "claimant": {"role": "claimant", "date_of_birth": {"day": "14", "month": "3", "year": "1985"}}
    },
    "facts": {
        "liable_for_council_tax": "alone_or_with_partner",
        "savings": "500",
        "works_for_pay": "yes",
        "earnings": "150",
        "tax_on_earnings": "0",
        "pension_contributions": "0",
        "hours_worked": "20",
        "self_employed_over_a_year": "no",
        "state_pension": "0",
        "private_pension": "0",
        "tax_on_pensions": "0",
        "other_income": "0",
        "council_tax_before_discount": "1,825.00",
        "home_changed_for_disability": "none",
        "council_tax_valuation_band": "c",
        "not_counted_because": "none",
        "disability_benefit": "none",
        "severely_sight_impaired": "no",
        "carers_allowance": "no",
        "care_leaver": "no",
        "income_related_benefit": "none",
        "full_name": "Mara Ellery",
        "national_insurance_number": "",
        "address_line_1": "7 Invented Parade",
        "address_line_2": "",
        "town": "Margate",
        "postcode": "CT9 1FE",
        "email": "mara.ellery@example.org",
        "phone": "",
        "bus_pass_wanted": "no",
    },
}


def set_the_stage() -> None:
    """Bodies, places and published services, as the demonstration has them."""
    from moothall.doors.commands.prepare import offers

    with acting_for({organisation for _, organisation in offers(settings.SERVICES)}):
        kept(settings.SERVICES, _publish_everything)


def _publish_everything() -> None:
    from moothall.doors.commands.prepare import offers

    services: Path = settings.SERVICES
    load_organisations(services / "organisations")
    load_places(services / "places")
    for service, organisation in offers(services):
        publish(
            service, organisation=organisation, services=services, approved_by="A test", why="A test", now=NOW
        )


def begun(
    *, service: str = SERVICE, postcode: str = "CT11AA", language: str = "en", now: datetime = NOW
) -> Draft:
    """An interview that has just been started. Needs a context of the bodies that serve the address."""
    serving = who_serves(postcode, on=TODAY)
    return start_draft(
        service,
        organisation=serving[0].organisation.key,
        serving=serving,
        postcode=postcode,
        language=language,
        now=now,
    )


def answered(draft: Draft, *, said: dict | None = None, roster: dict | None = None) -> Draft:
    """Answers every screen that the interview asks, until nothing is open."""
    facts = JOAN["facts"] | (said or {})
    for _ in range(60):
        screen = open_screen_of(draft, interview(draft, today=TODAY))
        if screen is None:
            return draft
        if screen.roster:
            draft = answer_roster(
                draft.id, screen=screen.key, people=roster or JOAN["who-lives-here"], today=TODAY
            )
            continue
        typed = {(fact, whom): facts[fact] for whom in screen.for_whom for fact in screen.facts}
        draft = answer(draft.id, screen=screen.key, typed=typed, today=TODAY)
    raise AssertionError("the interview does not end")


def submitted(*, postcode: str = "CT11AA", key: str | None = None, **how) -> Application:
    """A whole claim, sent."""
    serving = [one.organisation.key for one in who_serves(postcode, on=TODAY)]
    with acting_for(serving):
        draft = answered(begun(postcode=postcode), **how)
        return send(draft.id, key=key or str(draft.id))


def submitted_by_mara() -> Application:
    """A whole claim below State Pension age, sent."""
    return submitted(postcode=MARA_LIVES_AT, said=MARA["facts"], roster=MARA["who-lives-here"])


def send(draft_id: UUID, *, key: str, now: datetime = NOW, today: date = TODAY) -> Application:
    return submit(draft_id, key=key, declared=True, actor=NOBODY, channel="web", today=today, now=now)


def an_officer(organisation: str, role: str = "caseworker", number: str = "1") -> Actor:
    return Actor(
        kind="officer",
        id=f"{organisation}-{role}-{number}",
        organisations=frozenset({organisation}),
        roles=frozenset({Held(organisation, role)}),
        channel="desk",
    )


def the_resident(application: Application) -> Actor:
    cases = {row["case"]: row["organisation"] for row in application.told}
    return Actor(
        kind="resident",
        id=next(iter(cases)),
        organisations=frozenset(cases.values()),
        cases=frozenset(cases),
        channel="web",
    )
