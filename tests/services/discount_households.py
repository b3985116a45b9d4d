"""Invented homes for the discounts of council tax: short to write, and a strategy of any of them."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances
from moothall.engines.questions import walk
from moothall.engines.rules import Answer, Rules

SERVICE, GOAL = "council_tax_discount", "council_tax_discount"
TODAY = date(2026, 6, 1)
BILL = "2000.00"
REASONS = [choice.code for choice in definition_of(SERVICE).vocabulary["not_counted_because"].choices]
# What is true of a home of which nothing else is said.
HOME = {
    "nation": "england", "home_used_as": "main_home", "home_changed_for_disability": "none",
    "band_lowered_already": False, "council_tax_valuation_band": "a", "annexe_used_by": "somebody_else",
    "home_empty_because": "none", "home_is_furnished": False, "home_empty_since": "2026-05-01",
    "probate_is_granted": False, "probate_granted_on": "2026-05-01", "council_tax_before_discount": BILL,
}  # fmt: skip


@cache
def rules_on(day: date) -> Rules:
    return definition_of(SERVICE).rules_on(day)


def adult(reason: str = "none", *, role: str = "other_adult", born: str = "1980-01-01") -> dict:
    return {"role": role, "date_of_birth": born, "not_counted_because": reason}


def child(born: str = "2015-01-01") -> dict:
    return {"role": "child", "date_of_birth": born}


def home(*people: dict, **said: object) -> dict:
    """A home of these people, in the order given; what is not said is as in HOME."""
    named = [{"id": f"p{n}", "facts": facts} for n, facts in enumerate(people)]
    return {"household": HOME | said, "families": [{"id": "family1", "people": named}]}


def people_of(plain: dict) -> list[dict]:
    return [person["facts"] for person in plain["families"][0]["people"]]


def circumstances(plain: dict, on: date = TODAY) -> Circumstances:
    return Circumstances.from_dict(plain, definition_of(SERVICE).vocabulary, today=on)


def worked_out(plain: dict, goal: str = GOAL, on: date = TODAY) -> Answer:
    return rules_on(on).work_out([goal], circumstances(plain, on))[goal]


def screens_asked(plain: dict) -> list[str]:
    """The keys of the screens that somebody in this home is asked, in their order."""
    definition, told = definition_of(SERVICE), circumstances(plain)
    known = Circumstances(household={"nation": plain["household"]["nation"]}, roster_known=False)
    asked: list[str] = []
    while True:
        found = walk(rules_on(TODAY), definition.goals, known, definition.plan, definition.vocabulary)
        if found.finished:
            return asked
        asked.append(found.next.key)
        if found.next.roster:
            known.families, known.roster_known = told.families, True
            for person in known.people():
                person.facts.pop("not_counted_because", None)
            told = circumstances(plain)
        answers = {"household": told.household} | {person.id: person.facts for person in told.people()}
        holders = {"household": known.household} | {person.id: person.facts for person in known.people()}
        for fact, whom in found.next.open:
            holders[whom][fact] = answers[whom][fact]


reasons = st.sampled_from(["none", "none", "none", *REASONS])
born = st.dates(date(1940, 1, 1), date(2015, 1, 1)).map(date.isoformat)


@st.composite
def homes(draw: st.DrawFn) -> dict:
    """Somebody's main home: one to five people, with or without a lower band, in one of three nations."""
    people = [adult(draw(reasons), role="claimant", born=draw(born))]
    people += [adult(draw(reasons), born=draw(born)) for _ in range(draw(st.integers(0, 3)))]
    if draw(st.booleans()):
        people.append(child(draw(st.dates(date(2007, 1, 1), TODAY)).isoformat()))
    return home(
        *people,
        nation=draw(st.sampled_from(["england", "wales", "scotland"])),
        home_changed_for_disability=draw(st.sampled_from(["none", "none", "room"])),
        band_lowered_already=draw(st.booleans()),
        council_tax_valuation_band=draw(st.sampled_from("abcdefgh")),
        council_tax_before_discount=f"{draw(st.integers(100, 600000)) / 100:.2f}",
    )
