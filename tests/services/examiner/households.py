"""Households of which everything is known, drawn by chance, often a penny or a day from where it matters.

The thresholds are read from the rates of all services: a new figure is tried without anybody naming it here.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from moothall.doors.commands.households import SERVICES, definition_of
from moothall.engines.facts import Circumstances, Fact, Family, Person, dates
from moothall.engines.facts.limits import range_of

# Days on both sides of each new year of the rates, and some between them.
DAYS = (
    date(2025, 4, 7), date(2025, 6, 2), date(2025, 10, 6), date(2026, 3, 31), date(2026, 4, 5),
    date(2026, 4, 6), date(2026, 6, 1), date(2026, 10, 5), date(2027, 3, 31),
)  # fmt: skip
# Ages at which something changes, and one for everybody between.
ADULT_AGES = (18, 19, 21, 24, 25, 34, 35, 45, 59, 65, 66, 67, 79, 80, 90)
OTHER_AGES = (16, 17, 18, 20, 21, 30, 66, 80)
CHILD_AGES = (0, 1, 3, 5, 9, 10, 13, 15, 16, 17, 18, 19, 20)
OFTEN = 0.6
# How often somebody has none of an income, and what most have at most: else nobody would be due anything.
NO_INCOME = 0.7
MODEST = 30_000
PENNY = 1.0


@lru_cache(maxsize=1)
def services() -> tuple[str, ...]:
    """Every folder that has goals of its own."""
    return tuple(sorted(path.parent.name for path in SERVICES.glob("*/service.yaml")))


@lru_cache(maxsize=1)
def vocabulary():
    return definition_of(services()[0]).vocabulary


@lru_cache(maxsize=1)
def thresholds() -> dict[str, tuple[float, ...]]:
    """By unit, every figure of the rates that money is measured against, in pence."""
    found: dict[str, set[float]] = {}
    for service in services():
        for rate in definition_of(service).rule_book.rates.values():
            found.setdefault(rate.unit, set()).update(_figures(rate))
    weekly = found.setdefault("GBP/week", set())
    weekly.update(round(figure / 52) for figure in found.get("GBP/year", ()))
    weekly.update(round(figure * 12 / 52) for figure in found.get("GBP/month", ()))
    return {unit: tuple(sorted(figures)) for unit, figures in found.items()}


def _figures(rate) -> Iterator[float]:
    for row in rate.rows:
        if isinstance(row.figure, float):
            yield row.figure
        for band in row.bands:
            yield from (edge for edge in (band.low, band.high) if edge is not None)


def household(chance: random.Random, on: date, *, children: int | None = None) -> Circumstances:
    """A whole household, with that many children if said."""
    roles = ["claimant"] + ["partner"] * chance.choice((0, 0, 1))
    roles += ["child"] * (chance.choice((0, 0, 1, 2, 3, 4)) if children is None else children)
    roles += ["other_adult"] * chance.choice((0, 0, 0, 1, 2))
    of_pension_age = chance.random() < 0.5
    people = [
        Person(f"person{number}", _person(chance, role, on, of_pension_age=of_pension_age))
        for number, role in enumerate(roles)
    ]
    home = {fact.name: _value(chance, fact, on) for fact in vocabulary() if fact.about == "household"}
    home["nation"] = chance.choice(("england",) * 4 + ("wales", "scotland", "scotland", "northern_ireland"))
    home["working_age_benefit"] = not of_pension_age and chance.random() < 0.3
    home["tenure"] = chance.choice(("owned_outright", "social_rent", "social_rent", "private_rent"))
    home["rent"] = float(chance.randint(0, 250_000))
    home["liable_for_council_tax"] = chance.choice(("alone_or_with_partner",) * 6 + ("with_others",))
    case = {fact.name: _value(chance, fact, on) for fact in vocabulary() if fact.about == "case"}
    return Circumstances(household=home, case=case, families=[Family("family1", {}, people)])


def _person(chance: random.Random, role: str, on: date, *, of_pension_age: bool) -> dict:
    facts = {fact.name: _value(chance, fact, on) for fact in vocabulary() if fact.about == "person"}
    ages = {"child": CHILD_AGES, "other_adult": OTHER_AGES}.get(role, ADULT_AGES)
    if role in ("claimant", "partner"):
        ages = tuple(age for age in ages if (age >= 65) == of_pension_age)
    facts["role"] = role
    birthday = on + timedelta(chance.choice((-1, 0, 1, chance.randint(2, 200))))
    facts["date_of_birth"] = dates.to_number(min(on, born(chance.choice(ages), birthday)))
    facts["works_for_pay"] = chance.random() < 0.5
    near = chance.choice((-PENNY, 0.0, PENNY))
    facts["earnings"] = max(0.0, chance.choice(thresholds()["GBP/week"]) + near)
    if not facts["works_for_pay"]:
        facts |= dict.fromkeys(("earnings", "self_employed_profit", "pension_contributions"), 0.0)
        facts |= dict.fromkeys(("tax_on_earnings", "hours_worked"), 0.0)
    facts["self_employed_profit"] = chance.choice((0.0, facts["earnings"]))
    facts["pension_contributions"] = chance.choice((0.0, min(facts["earnings"], 2_800.0)))
    facts["tax_on_earnings"] = min(facts["tax_on_earnings"], facts["earnings"])
    facts["tax_on_pensions"] = min(facts["tax_on_pensions"], facts["private_pension"])
    return facts


def born(age: int, day: date) -> date:
    """Who was born then is of that age on the day, for the first day."""
    try:
        return day.replace(year=day.year - age)
    except ValueError:
        return day.replace(year=day.year - age, day=28)


def _value(chance: random.Random, fact: Fact, on: date):
    if fact.kind == "yes_no":
        return chance.random() < 0.3
    if fact.kind == "choice":
        return fact.codes[0] if chance.random() < OFTEN else chance.choice(fact.codes)
    if fact.kind == "date":
        least, most = range_of(fact, on)
        drawn = dates.to_number(on - timedelta(days=chance.randint(0, 20_000)))
        return type(drawn)(min(most, max(least, drawn)))
    if fact.kind in ("money", "number", "whole_number"):
        return _number(chance, fact, on)
    return "Somebody Invented"


def _number(chance: random.Random, fact: Fact, on: date) -> float:
    least, most = range_of(fact, on)
    if fact.kind != "money":
        few = chance.choice((0, 1, 2, 3, 10, 16, 30, 34, 35, 40))
        return float(min(most, max(least, few)))
    edges = [edge for edge in thresholds().get(fact.unit, ()) if fact.unit != "GBP/week" or edge < MODEST]
    nothing = NO_INCOME if fact.about == "person" else 0.3
    if chance.random() < nothing:
        value = 0.0
    elif edges and chance.random() < OFTEN:
        value = chance.choice(edges) + chance.choice((-PENNY, 0.0, PENNY))
    elif chance.random() < 0.8:
        value = float(chance.randint(0, MODEST))
    else:
        value = chance.choice(thresholds()[fact.unit]) + chance.choice((-PENNY, 0.0, PENNY))
    return float(min(most, max(least, value)))
