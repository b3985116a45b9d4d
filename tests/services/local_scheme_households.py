"""Households of which everything is known, and the shared rules with one sheet: for the tests of schemes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances
from moothall.engines.rules import RuleBook
from moothall.engines.rules.cache import Kept
from moothall.engines.rules.rates_file import read_rates
from moothall.ground.catalogue.local_schemes import read_sheet
from moothall.ground.catalogue.local_schemes.rate_text import rates_of
from tests.services.local_scheme_rows import as_yaml

BILL = 1825  # 35.00 a week in a year of 365 days
DAY = date(2026, 6, 1)


@lru_cache(maxsize=1)
def blank():
    return definition_of("local_council_tax_reduction")


def rules_of(sheet: dict, *, on: date | None = None):
    """The shared rules with this sheet's figures, as if it held in 2026-27, or on its own day.

    The rules are checked once; each sheet brings only its rates.
    """
    book, vocabulary = blank().rule_book, blank().vocabulary
    if on is None:
        sheet = sheet | {"from": "2026-04-01", "until": "2027-03-31"}
    read = read_sheet("sheet.yaml", as_yaml(sheet), vocabulary)
    rates, faults = read_rates({"sheet.yaml as figures": rates_of([read]).encode()}, vocabulary)
    assert not faults, faults
    kept = Kept(book.versions, rates, book.wordings, book.text, book.numbers.literals, book.code)
    return RuleBook(book.versions, book.rates | rates, vocabulary, book.wordings, kept).on(on or DAY)


GROUP_FACTS = {
    "said_by_the_council": ("household", {"protected_by_the_scheme": True}),
    "disabled": ("person", {"disability_benefit": "pip_daily_living_standard"}),
    "disabled_not_working": ("person", {"disability_benefit": "pip_daily_living_standard"}),
    "carer": ("person", {"carers_allowance": True}),
    "care_leaver": ("person", {"care_leaver": True}),
    "war_pension": ("person", {"war_pension": "10.00"}),
    "three_bedrooms": ("household", {"bedrooms": 3}),
}


def household(
    *,
    couple: bool = False,
    children: int = 0,
    group: str = "",
    universal_credit: bool = False,
    home: str = "a",
    income: str = "0.00",
    earned: bool = False,
    others: list[dict] = (),
    child_born: str = "2015-01-01",
    **more: object,
) -> dict:
    """A household of which everything is known."""
    home_facts = {
        "nation": "england",
        "working_age_benefit": universal_credit,
        "liable_for_council_tax": "alone_or_with_partner",
        "savings": "0.00",
        "council_tax_before_discount": BILL,
        "council_tax_valuation_band": home,
        "income_the_council_counted": income,
        "needs_the_council_counted": "0.00",
        "income_that_is_no_benefit": "0.00",
        "protected_by_the_scheme": False,
        "bedrooms": 2,
        "reduction_before_the_change": "0.00",
        **{
            f"universal_credit_{part}": "0.00"
            for part in ("paid", "housing", "carer", "disabled_child", "childcare", "health")
        },
    }
    adult = {
        "date_of_birth": "1985-01-01",
        "not_counted_because": "none",
        "works_for_pay": earned,
        "earnings": income if earned else "0.00",
        "tax_on_earnings": "0.00",
        "pension_contributions": "0.00",
        "hours_worked": 20,
        "disability_benefit": "none",
        "severely_sight_impaired": False,
        "carers_allowance": False,
        "care_leaver": False,
        "war_pension": "0.00",
        "state_pension": "0.00",
        "private_pension": "0.00",
        "tax_on_pensions": "0.00",
        "other_income": "0.00",
        "income_related_benefit": "universal_credit_without_earnings" if universal_credit else "none",
        "self_employed_over_a_year": False,
    }
    claimant = adult | {"role": "claimant"}
    where, facts = GROUP_FACTS.get(group, ("person", {}))
    (home_facts if where == "household" else claimant).update(facts)
    if group.startswith("working") or group.startswith("not_working"):
        claimant["works_for_pay"] = group.startswith("working")
        children = 1 if group.endswith("with_children") else 0
    if "child_under_5" in group:
        children, child_born = max(children, 1), "2024-01-01"
    for name, value in more.items():
        (claimant if name in claimant else home_facts)[name] = value
    partner = adult | {"role": "partner", "works_for_pay": False, "earnings": "0.00"}
    people = [("claimant", claimant), *([("partner", partner)] if couple else [])]
    child = {
        "role": "child",
        "date_of_birth": child_born,
        "disability_benefit": "none",
        "severely_sight_impaired": False,
        "childcare_costs": "0.00",
    }
    people += [(f"child{number}", dict(child)) for number in range(children)]
    people += [
        (
            f"other{number}",
            adult
            | {"role": "other_adult", "gross_income": "0.00", "counted_with_partner": False}
            | dict(other),
        )
        for number, other in enumerate(others)
    ]
    # A bill without discount: whoever lives alone has another adult who is counted, or is not asked about.
    rows = [{"id": name, "facts": facts} for name, facts in people]
    return {"household": home_facts, "families": [{"id": "family1", "people": rows}]}


def work_out(rules, plain: dict, goal: str = "local_reduction"):
    return rules.work_out([goal], Circumstances.from_dict(plain, blank().vocabulary, today=DAY))[goal]


def pence(rules, plain: dict, goal: str = "local_reduction") -> int:
    answer = work_out(rules, plain, goal)
    assert hasattr(answer, "value"), answer
    return round(answer.value)


def weekly_bill(alone: bool) -> Fraction:
    """By hand: a quarter off for one adult, times 7, over 365 days."""
    return Fraction(BILL * 100) * (Fraction(3, 4) if alone else 1) * 7 / 365
