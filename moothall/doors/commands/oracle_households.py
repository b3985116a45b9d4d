"""Turns a household of the oracle's files into facts of our vocabulary.

The oracle (policyengine-uk on invented households) is a second opinion, not the law: docs/oracle.md. It has
a year of 52 weeks: yearly income is divided by 52, and its yearly bill is that of 364 days.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

WEEKS = Decimal(52)
OUR_DAYS, ITS_DAYS = Decimal(365), Decimal(364)
# The oracle takes a partner who is this many years younger for somebody outside the couple.
YEARS_APART = 20
WINTER_FUEL_LIMIT = 35000
NATIONS = {"WALES": "wales", "SCOTLAND": "scotland", "NORTHERN_IRELAND": "northern_ireland"}
DAILY_LIVING = {"STANDARD": "pip_daily_living_standard", "ENHANCED": "pip_daily_living_enhanced"}
CARE = {"LOWER": "dla_care_lowest", "MIDDLE": "dla_care_middle", "HIGHER": "dla_care_highest"}


class NotAnOracleFile(ValueError):
    """The file is not one of the oracle's. The message names file, line and what was expected."""


def read_rows(path: Path) -> Iterator[dict]:
    """The rows of a file of households, one JSON object a line, packed with gzip or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                yield _row(line, f"{path.name}:{number}")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        what = getattr(error, "strerror", None) or str(error)
        raise NotAnOracleFile(f"{path}: {what}. Expected: households_YEAR.jsonl.gz") from None


def _row(line: str, where: str) -> dict:
    try:
        row = json.loads(line)
        whole = row["id"], row["tax_year"], row["inputs"]["benunits"][0], row["outputs"]["benunits"][0]
        if not all(whole):
            raise ValueError
    except (ValueError, KeyError, TypeError, IndexError):
        raise NotAnOracleFile(f"{where}: expected id, tax_year, inputs and outputs of a household") from None
    return row


def day_of(row: Mapping) -> date:
    """The day on which the oracle takes its ages: 6 October of the tax year's first calendar year."""
    return date(int(row["tax_year"][:4]), 10, 6)


def is_of_pension_age(row: Mapping) -> bool:
    """Whether the oracle itself used the prescribed pension-age rules, in England."""
    return nation_of(row) == "england" and row["outputs"]["benunits"][0]["council_tax_reduction_pensioner"]


def nation_of(row: Mapping) -> str:
    return NATIONS.get(row["inputs"]["region"], "england")


def plain_household(row: Mapping) -> dict:
    """The household in the plain form of `Circumstances`."""
    family = row["outputs"]["benunits"][0]
    bill = Decimal(str(row["inputs"]["council_tax_gross"])) * OUR_DAYS / ITS_DAYS
    household = {
        "nation": nation_of(row),
        "working_age_benefit": family["universal_credit"] > 0,
        "liable_for_council_tax": "alone_or_with_partner",
        "council_tax_before_discount": pounds(bill),
        "pension_credit": pension_credit_of(family),
        "savings": pounds(row["inputs"]["savings"]),
        "assessed_income": weekly(family["pension_credit_income"]),
        "savings_credit": weekly(family["savings_credit"]),
        "rent_from_somebody_here": False,
    }
    people = [{"id": one.id, "facts": one.facts} for one in people_of(row)]
    return {"household": household, "families": [{"id": "family1", "people": people}]}


@dataclass(frozen=True)
class Person:
    """One person of a row: the id and facts in the plain form, what the oracle was given and what it found.

    `unit` is 0 in the family that the row is about, and 1 or more for other adults.
    """

    id: str
    role: str
    unit: int
    given: Mapping
    found: Mapping
    facts: dict


def people_of(row: Mapping) -> list[Person]:
    """Everybody of a row in the order of the plain form: claimant, partner, children, other adults."""
    numbered = enumerate(_people(row), 1)
    return [
        Person(f"person{n}", facts["role"], unit, given, found, facts)
        for n, (unit, given, found, facts) in numbered
    ]


def with_facts(row: Mapping, *, household: Mapping | None = None, of: Callable[[Person], Mapping]) -> dict:
    """`plain_household` with more facts, or others: of the household, and of each person by `of`."""
    plain = plain_household(row)
    plain["household"] |= household or {}
    for person, entry in zip(people_of(row), plain["families"][0]["people"], strict=True):
        entry["facts"] |= of(person)
    return plain


def pension_credit_of(family: Mapping) -> str:
    if family["guarantee_credit"] > 0:
        return "guarantee"
    return "savings_only" if family["savings_credit"] > 0 else "none"


def _people(row: Mapping) -> Iterator[tuple[int, Mapping, Mapping, dict]]:
    first, *others = zip(row["inputs"]["benunits"], row["outputs"]["benunits"], strict=True)
    adults = [pair for pair in _pairs(first) if pair[0]["age"] >= 18]
    # Either of a couple may apply, so the one who has reached pension age does.
    adults.sort(key=lambda pair: not pair[1]["is_SP_age"])
    for number, (given, found) in enumerate(adults):
        yield 0, given, found, _adult(given, found, role="partner" if number else "claimant")
    for given, found in _pairs(first):
        if given["age"] < 18:
            born = _day(found["date_of_birth"])
            yield 0, given, found, {"role": "child", **_health(given), "date_of_birth": born}
    for number, unit in enumerate(others, 1):
        for (given, found), facts in zip(_pairs(unit), _other_adults(unit), strict=True):
            yield number, given, found, facts


def _pairs(unit: tuple[Mapping, Mapping]) -> list[tuple[Mapping, Mapping]]:
    given, found = unit
    return list(zip(given["people"], found["people"], strict=True))


def _adult(given: Mapping, found: Mapping, *, role: str) -> dict:
    earned = given["employment_income"] + given["self_employment_income"]
    pensions = found["state_pension"] + given["private_pension_income"]
    tax = found["income_tax"] - _winter_fuel_recovered(found, earned + pensions)
    share = earned / (earned + pensions) if earned + pensions else 0
    return {
        "role": role,
        "date_of_birth": _day(found["date_of_birth"]),
        "works_for_pay": earned > 0,
        "hours_worked": round(given["hours_worked"] / 52, 2),
        "earnings": weekly(earned),
        "tax_on_earnings": weekly(tax * share + found["national_insurance"]),
        "pension_contributions": "0.00",
        "state_pension": weekly(found["state_pension"]),
        "private_pension": weekly(given["private_pension_income"]),
        "tax_on_pensions": weekly(tax * (1 - share)),
        "other_income": "0.00",
        "war_pension": "0.00",
        "not_counted_because": "none",
        # The oracle does not check who is cared for, nor whether a carer is paid.
        "carers_allowance": given["care_hours"] >= 35,
        "carer_is_paid": False,
        **_health(given),
    }


def _winter_fuel_recovered(found: Mapping, income: float) -> float:
    """Winter fuel payment is taken back as tax above a limit; that is no tax on the income itself."""
    return found["winter_fuel_payment"] if income > WINTER_FUEL_LIMIT else 0


def _other_adults(unit: tuple[Mapping, Mapping]) -> Iterator[dict]:
    family = unit[1]
    pairs = _pairs(unit)
    earned = sum(p["employment_income"] + p["self_employment_income"] for p, _ in pairs)
    income = earned + sum(p["private_pension_income"] + q["state_pension"] for p, q in pairs)
    for number, (given, found) in enumerate(pairs):
        yield {
            "role": "other_adult",
            "date_of_birth": _day(found["date_of_birth"]),
            "works_for_pay": earned > 0,
            "hours_worked": round(max(p["hours_worked"] for p, _ in pairs) / 52, 2),
            "gross_income": weekly(income + family["universal_credit"] + family["pension_credit"]),
            "income_related_benefit": _benefit(family, earned),
            "counted_with_partner": number > 0,
            "not_counted_because": "none",
            **_health(given),
        }


def _benefit(family: Mapping, earned: float) -> str:
    if family["pension_credit"] > 0:
        return "pension_credit"
    if family["universal_credit"] > 0:
        return "universal_credit_with_earnings" if earned else "universal_credit_without_earnings"
    return "none"


def _health(given: Mapping) -> dict:
    return {"disability_benefit": _disability_benefit(given), "severely_sight_impaired": False}


def has_disability_benefit(given: Mapping) -> bool:
    return _disability_benefit(given) != "none"


def _disability_benefit(given: Mapping) -> str:
    if given["aa_category"] != "NONE":
        return "attendance_allowance"
    if given["pip_dl_category"] != "NONE":
        return DAILY_LIVING[given["pip_dl_category"]]
    if given["dla_sc_category"] != "NONE":
        return CARE[given["dla_sc_category"]]
    if given["pip_m_category"] != "NONE":
        return "pip_mobility_only"
    return "dla_mobility_only" if given["dla_m_category"] != "NONE" else "none"


def _day(number: float) -> str:
    digits = f"{int(number):08d}"
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def weekly(yearly: float) -> str:
    """A yearly amount of the oracle's as a week's, as the plain form writes it."""
    return pounds(Decimal(str(yearly)) / WEEKS)


def pounds(amount: float | Decimal) -> str:
    """An amount as the plain form writes it, to the nearest penny."""
    return str(Decimal(str(amount)).quantize(Decimal("0.01"), ROUND_HALF_UP))
