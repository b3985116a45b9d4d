"""How few questions: the screens asked of ten households for all benefits, beside what the rules read.

The ten are those of the design's prototype, which asked 162 screens in all for five awards; here there are
nine results. Everybody is invented. "Answers" counts a fact once for each person asked; "could be asked" is
the same count if every screen were put to everybody whom it may concern.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.questions import Plan, Screen, walk
from moothall.engines.questions.check import facts_read
from moothall.engines.questions.subjects import concerned
from moothall.ground.catalogue.definition import Definition

SERVICE = "what_could_i_get"
TODAY = date(2026, 5, 1)
MOST_SCREENS = 60
MOST_CPU_MS = 10  # of the next question, the budget of issue 3
PROTOTYPE = 162  # screens in all
# What everybody says who says nothing else of it. Money in pence.
ELSE = {
    "tenure": "owned_outright", "rent": 0, "bedrooms": 2, "further_bedrooms": 0, "rental_area": "canterbury",
    "local_housing_allowance": 80000, "local_housing_allowance_weekly": 18000, "not_only_shared_rate": False,
    "shares_rooms_with_others": False, "liable_for_council_tax": "alone_or_with_partner",
    "council_tax_before_discount": 190000, "home_changed_for_disability": "none",
    "not_counted_because": "none", "works_for_pay": False,
    "earnings": 0, "pension_contributions": 0, "hours_worked": 0, "self_employed_profit": 0,
    "self_employed_over_a_year": False, "work_requirements": "look_for_work", "expected_hours": 35,
    "tax_on_earnings": 0, "in_full_time_education": False, "savings": 100000, "state_pension": 0,
    "private_pension": 0, "tax_on_pensions": 0, "other_income": 0, "war_pension": 0,
    "other_taxable_income": 0, "marriage_allowance": "none", "approved_education_or_training": True,
    "childcare_costs": 0, "sex": "female", "two_child_limit_exception": "none", "disability_benefit": "none",
    "severely_sight_impaired": False, "work_capability": "no_decision", "hours_of_care": 0,
    "cared_for_gets_benefit": False, "carers_allowance": False, "carer_is_paid": False,
    "working_age_benefit": False, "earnings_replacement_benefits": 0, "outside_the_cap": "none",
    "pregnant_for_ten_weeks": False,
    "pension_age_award_since_may_2019": False, "pension_age_before_april_2016": False,
    "savings_credit_since_april_2016": False, "income_related_benefit": "none",
    "counted_with_partner": False, "responsible_for_child_under_5": False, "gross_income": 30000,
    "rent_from_somebody_here": False,
}  # fmt: skip
RENTS = {"tenure": "private_rent", "rent": 85000}
FROM_COUNCIL = {"tenure": "social_rent", "rent": 48000}


def _works(pounds_a_week: int, hours: int) -> dict[str, object]:
    return {"works_for_pay": True, "earnings": pounds_a_week * 100, "hours_worked": hours}


# (who it is, the home, the people: role, born, what she says besides)
HOUSEHOLDS = (
    ("1 single renter, low pay", RENTS, [("claimant", 19900214, _works(190, 16))]),
    (
        "2 lone parent, child of 5", RENTS,
        [("claimant", 19940302, _works(150, 16)), ("child", 20210110, {"childcare_costs": 20000})],
    ),
    (
        "3 couple, three children", RENTS,
        [
            ("claimant", 19880302, _works(400, 37)), ("partner", 19890504, _works(160, 16)),
            ("child", 20120110, {}), ("child", 20150615, {"sex": "male"}), ("child", 20190920, {}),
        ],
    ),
    ("4 single pensioner, owner", {}, [("claimant", 19500503, {"state_pension": 19000})]),
    (
        "5 pensioner couple, 20,000 saved", {"savings": 2_000_000},
        [("claimant", 19480503, {"state_pension": 17000}), ("partner", 19500109, {"state_pension": 9000})],
    ),
    ("6 single, 30,000 saved", RENTS | {"savings": 3_000_000}, [("claimant", 19850101, _works(300, 35))]),
    (
        "7 adult with a working son", FROM_COUNCIL,
        [("claimant", 19700512, _works(180, 16)), ("other_adult", 20000607, _works(350, 37))],
    ),
    (
        "8 LCWRA, social rent", FROM_COUNCIL,
        [("claimant", 19800909, {"work_capability": "no_activity_protected"})],
    ),
    (
        "9 couple, high pay, two children", {"tenure": "mortgage"},
        [
            ("claimant", 19830302, _works(1600, 40)), ("partner", 19840504, _works(900, 37)),
            ("child", 20140110, {}), ("child", 20170615, {}),
        ],
    ),
    ("10 couple under 25", RENTS, [("claimant", 20030302, _works(200, 20)), ("partner", 20040504, {})]),
)  # fmt: skip


@dataclass
class Asked:
    screens: int = 0
    answers: int = 0
    could_be: int = 0
    cpu: float = 0.0


def main(argv: list[str]) -> dict:
    """Prints each household; returns the sums, and the CPU of the next question beside its budget."""
    definition = definition_of(SERVICE)
    rules = definition.rules_on(TODAY)
    # Reading the plan and the rules is no page's work: a process does it once, and bench/one_household.py
    # measures it.
    interviewed(definition, *HOUSEHOLDS[0][1:])
    total, pages = Asked(), []
    print(f"{'':<34} screens  answers  could be asked")
    for name, home, people in HOUSEHOLDS:
        asked, cpu = interviewed(definition, home, people)
        print(f"{name:<34} {asked.screens:>7} {asked.answers:>8} {asked.could_be:>15}")
        total.screens += asked.screens
        total.answers += asked.answers
        total.could_be += asked.could_be
        pages += cpu
    print(f"{'total':<34} {total.screens:>7} {total.answers:>8} {total.could_be:>15}")
    read = len(facts_read(rules, definition.goals))
    screens = sum(1 for question in definition.plan if not question.identity)
    print(f"The rules behind the {len(definition.goals)} goals read {read} facts, on {screens} screens.")
    print(f"The prototype asked {PROTOTYPE} screens of the same ten for five awards.")
    slowest, middle = max(pages), sorted(pages)[len(pages) // 2]
    slow = sum(1 for page in pages if page > MOST_CPU_MS)
    print(f"The next question: {middle:.1f} ms of CPU in the middle, {slowest:.1f} at most.")
    print(f"The budget of {MOST_CPU_MS} ms is exceeded on {slow} of {len(pages)} pages.")
    return {
        "screens": total.screens,
        "answers": total.answers,
        "answers that could be asked": total.could_be,
        "facts read": read,
        "next question": {
            "value": middle, "unit": "ms CPU", "most": slowest, "budget": MOST_CPU_MS,
            "pages over": slow, "over": slowest > MOST_CPU_MS,
        },
    }  # fmt: skip


def interviewed(definition: Definition, home: dict, people: list) -> tuple[Asked, list[float]]:
    """One household from the first screen to the last, and the CPU of each step in milliseconds."""
    household = {"nation": "england", "lives_in_london": False}
    known = Circumstances(household=dict(household), roster_known=False)
    rules, asked, cpu = definition.rules_on(TODAY), Asked(), []
    for _ in range(MOST_SCREENS):
        began = time.process_time()
        found = walk(rules, definition.goals, known, definition.plan, definition.vocabulary, sparing=True)
        cpu.append((time.process_time() - began) * 1000)
        if found.finished:
            asked.could_be = _could_be_asked(definition.plan, known, definition)
            return asked, cpu
        asked.screens += 1
        asked.answers += _answer(found.next, known, home, people)
    raise AssertionError(f"the interview does not end: {found.next.key}")


def _answer(screen: Screen, known: Circumstances, home: dict, people: list) -> int:
    """Answers what is open on the screen; how many answers those were."""
    if screen.roster:
        known.families, known.roster_known = [Family("family1", {}, _people(people))], True
        return len(people) * len(screen.facts)
    says = {f"person{number}": more for number, (_, _, more) in enumerate(people)}
    holders = {"household": known.household} | {person.id: person.facts for person in known.people()}
    for fact, whom in screen.open:
        holders[whom][fact] = says.get(whom, home).get(fact, ELSE[fact])
    return len(screen.open)


def _people(people: list) -> list[Person]:
    return [
        Person(f"person{number}", {"role": role, "date_of_birth": born})
        for number, (role, born, _) in enumerate(people)
    ]


def _could_be_asked(plan: Plan, known: Circumstances, definition: Definition) -> int:
    """Every fact of every screen, for each whom the screen may concern."""
    return sum(
        len(question.facts) * len(concerned(question, known, definition.vocabulary))
        for question in plan
        if not question.identity
    )
