"""Invented households for the proof of few questions: what each would answer, whatever it is asked.

They are drawn so that most could be due something, as those are who come: low pay or a pension, some rent,
few in ill health. Everything has an answer, so that an interview may ask anything.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from moothall.engines.facts import Circumstances, Fact, Family, Person
from moothall.engines.facts.limits import range_of
from moothall.ground.catalogue.definition import Definition

NATION = {"nation": "england", "lives_in_london": False}
PENSION_AGE, CAN_DRAW_A_PENSION = 67, 60
# The small grid: what brute force tries. Money in pence, by the week unless the fact says otherwise.
GRID: dict[str, tuple[float, ...]] = {
    "rent": (0.0, 40_000.0, 85_000.0, 160_000.0), "bedrooms": (1.0, 2.0, 3.0, 4.0),
    "savings": (0.0, 500_000.0, 800_001.0, 1_200_000.0, 1_600_001.0),
    "council_tax_before_discount": (120_000.0, 190_000.0, 320_000.0),
    "local_housing_allowance": (0.0, 60_000.0, 120_000.0),
    "local_housing_allowance_weekly": (0.0, 15_000.0, 25_000.0),
    "earnings": (0.0, 9_000.0, 20_000.0, 45_000.0, 120_000.0, 300_000.0),
    "hours_worked": (0.0, 10.0, 16.0, 24.0, 30.0, 37.0), "hours_of_care": (0.0, 20.0, 35.0),
    "state_pension": (0.0, 9_000.0, 18_000.0, 24_130.0, 30_000.0),
    "private_pension": (0.0, 3_000.0, 12_000.0, 40_000.0, 130_000.0),
    "other_taxable_income": (0.0, 10_000.0, 60_000.0, 120_000.0),
    "childcare_costs": (0.0, 20_000.0, 80_000.0), "gross_income": (0.0, 15_000.0, 30_000.0, 60_000.0),
    "further_bedrooms": (0.0, 1.0, 2.0), "expected_hours": (0.0, 16.0, 30.0, 35.0),
}  # fmt: skip
AMOUNTS = (0.0, 3_000.0, 12_000.0, 60_000.0)
# What people have, where it is not the first choice of the fact nor an even chance.
USUAL: dict[str, tuple[object, ...]] = {
    "tenure": ("owned_outright", "mortgage", "private_rent", "private_rent", "social_rent"),
    "savings": (0.0, 50_000.0, 300_000.0, 300_000.0, 900_000.0, 1_100_000.0, 2_000_000.0),
    "rent": (45_000.0, 70_000.0, 95_000.0), "local_housing_allowance": (60_000.0, 90_000.0),
    "bedrooms": (1.0, 2.0, 3.0), "council_tax_before_discount": GRID["council_tax_before_discount"],
    "local_housing_allowance_weekly": (15_000.0, 25_000.0), "sex": ("female", "male"),
    "liable_for_council_tax": ("alone_or_with_partner",), "approved_education_or_training": (True,),
    "work_requirements": ("look_for_work",), "expected_hours": (16.0, 30.0, 35.0),
    "earnings": (8_000.0, 15_000.0, 22_000.0, 35_000.0, 50_000.0, 90_000.0),
    "gross_income": (16_000.0, 30_000.0, 50_000.0), "hours_worked": (8.0, 16.0, 24.0, 30.0, 37.0),
    "childcare_costs": (0.0, 0.0, 20_000.0), "further_bedrooms": (0.0,),
}  # fmt: skip
# Answers that stand for most people; a few in a hundred give another.
PLAIN = ("none", "no_decision")
SELDOM = 0.08


@dataclass(frozen=True)
class Invented:
    """One household that answers whatever it is asked."""

    whole: Circumstances

    def about(self, whom: str) -> dict:
        """All answers about the household, the case, a family or a person."""
        return holder(self.whole, whom)


def holder(known: Circumstances, whom: str) -> dict:
    """The facts of whom an id names. Raises StopIteration for nobody."""
    if whom in ("household", "case"):
        return getattr(known, whom)
    everybody = (*known.families, *known.people())
    return next(one.facts for one in everybody if one.id == whom)


def grid(fact: Fact, today: date) -> tuple:
    """The answers that are tried: every choice, yes and no, or some amounts within the range."""
    if fact.kind == "yes_no":
        return (False, True)
    if fact.kind == "choice":
        return fact.codes
    least, most = range_of(fact, today)
    return tuple(value for value in GRID.get(fact.name, AMOUNTS) if least <= value <= most) or (least, most)


def asked_facts(definition: Definition) -> list[Fact]:
    """Every fact that a screen may ask, but those of the roster."""
    return [
        definition.vocabulary[name]
        for question in definition.plan
        if not question.identity and not question.roster
        for name in question.facts
    ]


def invent(definition: Definition, chance: random.Random, today: date) -> Invented:
    """A household of one to seven people."""
    old = chance.random() < 0.25
    born = (19380412, 19500503, 19590401) if old else (19700512, 19830302, 19940302, 20030302)
    people = [("claimant", chance.choice(born))]
    if chance.random() < 0.5:
        partners = (19400101, 19560606, 19660909) if old else (19720101, 19840504, 19950504, 20040504)
        people.append(("partner", chance.choice(partners)))
    children = 0 if old else chance.choice((0, 0, 1, 1, 2, 3))
    people += [("child", chance.choice((20081010, 20120110, 20190920, 20240229))) for _ in range(children)]
    if chance.random() < 0.25:
        people.append(("other_adult", chance.choice((19480101, 19800505, 20000607))))
    facts = asked_facts(definition)
    whole = Circumstances(household={name: NATION[name] for name in definition.plan.given if name in NATION})
    family = Family("family1")
    for number, (role, birth) in enumerate(people):
        person = Person(f"person{number}", {"role": role, "date_of_birth": birth})
        age = (int(today.strftime("%Y%m%d")) - birth) // 10_000
        works = role != "child" and age < PENSION_AGE and chance.random() < 0.65
        own = [fact for fact in facts if fact.about == "person"]
        person.facts.update({fact.name: _says(fact, age, works, chance, today) for fact in own})
        family.people.append(person)
    for about, held in (("household", whole.household), ("case", whole.case), ("family", family.facts)):
        held.update({f.name: _says(f, 0, False, chance, today) for f in facts if f.about == about})
    whole.families = [family]
    return Invented(whole)


def _says(fact: Fact, age: int, works: bool, chance: random.Random, today: date) -> object:
    """What somebody of that age would say of one fact."""
    if fact.name == "works_for_pay":
        return works
    if fact.name == "state_pension":
        return chance.choice((14_000.0, 18_000.0, 23_025.0)) if age >= PENSION_AGE else 0.0
    if fact.name == "private_pension":
        return chance.choice((0.0, 2_000.0, 8_000.0)) if age >= CAN_DRAW_A_PENSION else 0.0
    if fact.name in USUAL:
        return chance.choice(USUAL[fact.name])
    seldom = chance.random() < SELDOM
    if fact.kind == "yes_no":
        return seldom
    values = grid(fact, today)
    usual = next((code for code in PLAIN if code in values), values[0])
    return chance.choice(values) if seldom else usual
