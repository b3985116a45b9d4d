"""Turns what a body is told into subjects and facts of its own, and back into circumstances.

A place says whose a fact is: `household`, `case`, `family1`, or `family1/claimant`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from moothall.engines.facts import Circumstances, Vocabulary
from moothall.ground.subjects.models import Fact, Subject

Told = Mapping[str, Mapping[str, object]]  # place -> fact -> its plain value
HOUSEHOLD, CASE = "household", "case"


def told_from(plain: Mapping, *, names: Iterable[str], claimant_only: bool) -> dict[str, dict[str, object]]:
    """Of circumstances in their plain form, the facts in `names`, by place.

    With `claimant_only` nothing is told of anybody else in the household.
    """
    wanted = frozenset(names)
    places = {HOUSEHOLD: plain.get("household", {}), CASE: plain.get("case", {})}
    for family in plain.get("families", []):
        places[family["id"]] = {} if claimant_only else family["facts"]
        for person in family["people"]:
            if not claimant_only or person["facts"].get("role") == "claimant":
                places[f"{family['id']}/{person['id']}"] = person["facts"]
    told = {place: _only(facts, wanted) for place, facts in places.items()}
    return {place: facts for place, facts in told.items() if facts}


def _only(facts: Mapping[str, object], wanted: frozenset[str]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if name in wanted}


def claimant_in(plain: Mapping) -> tuple[str, Mapping]:
    """The place of the person who asks, in circumstances in their plain form, and what is known of her."""
    for family in plain["families"]:
        for person in family["people"]:
            if person["facts"].get("role") == "claimant":
                return f"{family['id']}/{person['id']}", person["facts"]
    raise LookupError("No claimant in this household; the roster should have refused it.")


def subjects_for(told: Told, *, organisation: str, now: datetime) -> dict[str, Subject]:
    """A new subject for every place that something is told of, unsaved."""
    return {
        place: Subject(organisation_id=organisation, kind=_kind(place), place=place, known_since=now)
        for place in told
    }


def _kind(place: str) -> str:
    if "/" in place:
        return "person"
    return "case" if place == CASE else "household"


def circumstances_from(facts: Iterable[Fact], vocabulary: Vocabulary, *, today: date) -> Circumstances:
    """The statements of a case as the engines read them."""
    told: dict[str, dict] = {}
    for fact in facts:
        told.setdefault(fact.subject.place, {})[fact.name] = fact.value
    return Circumstances.from_dict(plain_of(told), vocabulary, today=today)


def plain_of(told: Told) -> dict:
    """Circumstances in their plain form, of which this is all that was told."""
    home: dict = {"household": {}, "case": {}, "families": {}}
    for place, facts in told.items():
        _holder(home, place).update(facts)
    families = [family | {"people": list(family["people"].values())} for family in home["families"].values()]
    return {"household": home["household"], "case": home["case"], "families": families, "roster_known": True}


def _holder(home: dict, place: str) -> dict:
    if place in (HOUSEHOLD, CASE):
        return home[place]
    family_id, _, person_id = place.partition("/")
    family = home["families"].setdefault(family_id, {"id": family_id, "facts": {}, "people": {}})
    if not person_id:
        return family["facts"]
    return family["people"].setdefault(person_id, {"id": person_id, "facts": {}})["facts"]
