"""The proof of the promise: whatever would have been said to the questions never asked, the results stay.

Every fact still open is given a random believable value, the ends of its range more often than chance would,
and every result is worked out again. One that differs is returned with the household that made it differ.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from moothall.engines.facts import Circumstances, Fact, Family, Person, Vocabulary, dates
from moothall.engines.facts.limits import range_of

MOST_RANDOM_PEOPLE = 6
TEXT_KINDS = ("text", "name", "postcode", "email", "telephone", "national_insurance_number")


@dataclass
class Completions:
    """How many ways of completing the household were tried, and those that changed a result."""

    tried: int = 0
    facts_filled: int = 0
    changed: list[dict] = field(default_factory=list)


def try_completions(
    rules,
    goals: Sequence[str],
    circumstances: Circumstances,
    vocabulary: Vocabulary,
    *,
    seed: int,
    count: int,
    today: date,
) -> Completions:
    """Complete a finished interview `count` times at random; compare every result with the one promised."""
    chance = random.Random(seed)
    promised = {goal: _plain(answer) for goal, answer in _promised(rules, goals, circumstances).items()}
    report = Completions()
    for _ in range(count):
        completed, filled = complete(circumstances, vocabulary, chance=chance, today=today)
        outcome = rules.work_out(list(goals), completed)
        report.tried += 1
        report.facts_filled += filled
        found = {goal: _plain(outcome[goal]) for goal in goals}
        if found != promised:
            report.changed.append(
                {"promised": promised, "found": found, "household": completed.to_dict(vocabulary)}
            )
    return report


def _promised(rules, goals: Sequence[str], circumstances: Circumstances) -> dict[str, object]:
    """The answers that stand: worked out, or the only ones within their bounds."""
    outcome = rules.work_out(list(goals), circumstances)
    if all(outcome[goal].is_settled for goal in goals):
        return outcome.answers
    bounds = rules.bounds(list(goals), circumstances)
    return {goal: outcome[goal] if outcome[goal].is_settled else bounds[goal].answer for goal in goals}


def complete(
    circumstances: Circumstances, vocabulary: Vocabulary, *, chance: random.Random, today: date
) -> tuple[Circumstances, int]:
    """A household that agrees with all that is known, with random values for the rest, and their number."""
    whole = Circumstances(
        household=dict(circumstances.household),
        case=dict(circumstances.case),
        families=[
            Family(family.id, dict(family.facts), [Person(p.id, dict(p.facts)) for p in family.people])
            for family in circumstances.families
        ],
        roster_known=True,
    )
    if not circumstances.roster_known:
        whole.families = _random_families(chance)
    filled = _fill(whole.household, "household", vocabulary, chance, today)
    filled += _fill(whole.case, "case", vocabulary, chance, today)
    for family in whole.families:
        filled += _fill(family.facts, "family", vocabulary, chance, today)
        for person in family.people:
            filled += _fill(person.facts, "person", vocabulary, chance, today)
    return whole, filled


def random_value(fact: Fact, chance: random.Random, today: date) -> object:
    """A believable value of a fact: one end of its range in three, a small one in three, any in three."""
    if fact.kind == "yes_no":
        return chance.random() < 0.5
    if fact.kind == "choice":
        return chance.choice(fact.codes)
    if fact.kind in TEXT_KINDS:
        return "somebody"
    least, most = range_of(fact, today)
    if fact.kind == "date":
        first, last = dates.to_date(int(least)), dates.to_date(int(most))
        return dates.to_number(first + timedelta(days=chance.randint(0, (last - first).days)))
    at_an_end, small = chance.choice((least, most)), min(most, least + chance.randint(0, 60_000))
    return float(chance.choice((at_an_end, small, chance.randint(int(least), int(most)))))


def _fill(facts: dict, about: str, vocabulary: Vocabulary, chance: random.Random, today: date) -> int:
    open_facts = [fact for fact in vocabulary if fact.about == about and fact.name not in facts]
    facts.update({fact.name: random_value(fact, chance, today) for fact in open_facts})
    return len(open_facts)


def _random_families(chance: random.Random) -> list[Family]:
    count = chance.randint(1, MOST_RANDOM_PEOPLE)
    people = [Person(f"person{number}") for number in range(count)]
    cut = chance.randint(1, count)
    return [Family("family1", {}, people[:cut])] + [
        Family(f"family_of_{person.id}", {}, [person]) for person in people[cut:]
    ]


def _plain(result: object) -> tuple:
    """What a resident would see of a result: its kind, and its value or its sentence."""
    value = getattr(result, "value", None)
    return type(result).__name__, value if value is not None else getattr(result, "sentence", None)
