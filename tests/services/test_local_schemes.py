"""Councils' own schemes: the sheet reader, the overlays, and every entry of the shared list as a sheet.

Tier B of the list is second-hand. It is loaded from the shared data, shows what the model can express, and
never becomes a sheet of an organisation.
"""

from __future__ import annotations

import copy
import json
from collections import Counter
from fractions import Fraction
from functools import lru_cache

import pytest

from moothall.engines.rules import NotCovered
from moothall.ground.catalogue.local_schemes import read_sheet
from tests.kit.shared import shared
from tests.services.local_scheme_entries import Entry, as_yaml
from tests.services.local_scheme_households import (
    blank,
    household,
    pence,
    rules_of,
    weekly_bill,
    work_out,
)


@lru_cache(maxsize=1)
def entries() -> list[dict]:
    return json.loads(shared("data/ctr/schemes.json").read_text())["schemes"]


# What anybody is believed to have a week; a row above it concerns nobody.
MOST_GROSS_INCOME = 5000
NINTHS = dict(zip("ABCDEFGH", (6, 7, 8, 9, 11, 13, 15, 18), strict=True))


def to_penny(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))


def test_the_model_reads_every_entry_of_the_list_and_names_what_it_cannot_hold():
    found, left, tiers, prose = entries(), {}, {"A": 0, "B": 0}, Counter()
    for one in found:
        sheet = Entry(one)
        read_sheet(one["id"], as_yaml(sheet.sheet), blank().vocabulary)
        tiers[one["evidence_tier"]] += 1
        prose.update(sheet.prose)
        if sheet.left:
            left[one["council"]] = sheet.left
    print(f"\n{len(found)} entries read as sheets ({tiers['A']} of tier A, {tiers['B']} of tier B).")
    print(f"{len(found) - len(left)} hold every number of the list; {len(left)} leave these out:")
    for council, what in sorted(left.items()):
        print(f"  {council}: {'; '.join(what)}")
    told = ", ".join(f"{key} ({count})" for key, count in prose.most_common())
    print(f"Said in sentences, so that no figure of a sheet follows (entries): {told}.")
    assert tiers == {"A": 45, "B": 104}
    assert len(found) - len(left) >= 130


def complete(sheet: dict) -> dict:
    """The sheet with what is not known taken as none, tables read at a stated income: for probing."""
    probe = copy.deepcopy(sheet)
    for values in [probe["values"], *(route.get("values", {}) for route in probe.get("routes", []))]:
        for name, value in list(values.items()):
            if value == "not_known":
                values[name] = "none" if name not in ("maximum", "award", "income") else "not_known"
        if values.get("income") not in (None, "not_known"):
            values["income"] = {"is": "stated", "source": next(iter(probe["sources"]))}
    probe["values"].pop("additions_to_bands", None)
    if "not_known" in (probe["values"]["income"],):
        probe["values"]["income"] = {"is": "stated", "source": next(iter(probe["sources"]))}
    probe["missing"] = [name for name, value in probe["values"].items() if value == "not_known"]
    return probe


class Probe:
    """An entry, the shared rules with its figures, and what a household without anything unusual has."""

    def __init__(self, entry: dict):
        self.entry, self.made = entry, Entry(entry)
        self.rules = rules_of(complete(self.made.sheet))
        # Where band A is a group of its own, band B stands for everyone: a cap at A is six sevenths of it.
        self.home, self.part = ("b", Fraction(6, 7)) if "band_a" in self.made.groups else ("a", Fraction(1))
        self.plain = household(couple=True, home=self.home)

    def value(self, name: str) -> dict:
        value = self.made.values.get(name)
        return value if isinstance(value, dict) else {}

    def after_minimum(self, award: Fraction) -> int:
        least = Fraction(str(self.value("minimum_award").get("is", 0))) * 100
        return 0 if award < least else to_penny(max(award, Fraction(0)))

    def share(self, plain: dict) -> Fraction | None:
        """The share of the bill without income; None where the scheme has none for such a household."""
        if isinstance(work_out(self.rules, plain), NotCovered):
            return None
        kind = work_out(self.rules, plain, "local_kind").value
        if kind == 3:
            return Fraction(str(work_out(self.rules, plain, "local_share").value))
        return Fraction(str(self.value("maximum")["is"])) / 100 if kind < 3 else None

    def expect(self, plain: dict, award: Fraction, what: object) -> None:
        assert pence(self.rules, plain) == self.after_minimum(award), (self.entry["council"], what)


def rows_of_tables(probe: Probe) -> int:
    """At each side of each edge of each table, the award is what the entry prints there."""
    routes = {route["name"]: route["when"] for route in probe.made.sheet.get("routes", [])}
    probed = 0
    for table in probe.made.tables:
        whose, route = table["for"], table["for"].get("route")
        when = routes.get(route if isinstance(route, str) else None, [])
        group = next((word for word in when if word not in ("universal_credit", "older_benefit")), "")
        who = {
            "couple": whose.get("couple") == "yes" and "lone_parent" not in group,
            "children": int(str(whose.get("children", "0"))[0]),
            "home": whose.get("home_bands", ["a"])[0],
            "universal_credit": "universal_credit" in when,
            "group": group,
        }
        for row in table["rows"]:
            for income in incomes(row, by_month=table["a"] == "month"):
                plain = household(income=f"{float(income):.2f}", **who)
                if row["is"] == "not_known":
                    assert isinstance(work_out(probe.rules, plain), NotCovered)
                else:
                    bill = weekly_bill(alone=not who["couple"])
                    probe.expect(plain, printed_award(row["is"], table["gives"], bill), (whose, row))
                probed += 1
    return probed


def incomes(row: dict, *, by_month: bool) -> list[Fraction]:
    """The first and the last penny a week of a row; of a row by the month, the first week in it alone."""
    first = Fraction(str(row.get("from", 0)))
    if by_month:
        return [Fraction(-int(-first * 1200 // 52), 100)]
    last = [Fraction(str(row["below"])) - Fraction(1, 100)] if "below" in row else []
    return [first, *last]


def printed_award(figure: object, gives: str, bill: Fraction) -> Fraction:
    if figure == "everything":
        return Fraction(0)
    number = Fraction(str(figure))
    if gives == "percent":
        return bill * number / 100
    paid = number * 100 if gives == "pay_a_week" else number * 100 * 12 / 52
    return max(Fraction(0), bill - paid)


def means_tests(probe: Probe) -> int:
    """A share of the income too much comes off a percentage of the bill, or before the percentage."""
    taper, most = probe.value("taper"), probe.value("maximum")
    if probe.entry["kind"] != "legacy_means_test_percentage_taper" or not taper or not most:
        return 0
    share = Fraction(str(most["is"])) / 100
    for excess in (0, 10, 55):
        bill, off = weekly_bill(alone=False) * probe.part, Fraction(str(taper["is"])) * excess
        award = (bill - off) * share if taper["percentage"] == "after_taper" else bill * share - off
        probe.expect(household(couple=True, income=f"{excess}.00", home=probe.home), award, excess)
    return 3


def limits_for_savings(probe: Probe) -> int:
    """A penny under the limit, the limit itself on the side that the entry prints, and a penny over it."""
    limit = probe.value("capital_limit")
    if not limit or "award" in probe.made.sheet.get("missing", []):
        return 0
    edge = Fraction(str(limit.get("over", limit.get("from"))))
    amounts = [float(edge + penny) for penny in (Fraction(-1, 100), 0, Fraction(1, 100))]
    households = [household(savings=f"{amount:.2f}", home=probe.home) for amount in amounts]
    found = [work_out(probe.rules, plain, "local_too_much_saved").value for plain in households]
    assert found == [False, "from" in limit, True], probe.entry["council"]
    return 3


def other_adults(probe: Probe) -> int:
    """What another adult in work costs, before or after the percentage, at the first penny of each row."""
    printed = probe.entry["non_dependant_deductions"]
    scale = printed.get("tables") or [{"bands": [{"from": 0, "deduction_gbp": printed.get("flat_gbp_week")}]}]
    if len(scale) > 1 or scale[0]["bands"][0]["deduction_gbp"] is None or "liability_rate" in printed:
        return 0
    if (share := probe.share(probe.plain)) is None:
        return 0
    bill, weeks = weekly_bill(alone=False) * probe.part, 52 if scale[0].get("period") == "year" else 1
    for band in scale[0]["bands"]:
        income = -(-Fraction(str(band["from"])) * 100 // weeks) / 100
        if income >= MOST_GROSS_INCOME:
            continue
        other = {"works_for_pay": True, "hours_worked": 40, "gross_income": f"{float(income):.2f}"}
        off = Fraction(str(band["deduction_gbp"])) * 100
        before = printed.get("order") == "before_percentage"
        award = (bill - off) * share if before else bill * share - off
        probe.expect(household(couple=True, home=probe.home, others=[other]), award, band)
    return len(scale[0]["bands"])


def caps(probe: Probe) -> int:
    """A home in band H is helped as far as the band that the entry prints."""
    cap = probe.entry["parameters"].get("liability_cap_band", {}).get("all", "")[:1]
    plain = household(couple=True, home="h")
    if not cap or (share := probe.share(plain)) is None:
        return 0
    probe.expect(plain, weekly_bill(alone=False) * Fraction(NINTHS[cap], 18) * share, cap)
    return 1


@pytest.mark.parametrize(
    ("check", "least"),
    [(rows_of_tables, 2341), (means_tests, 180), (limits_for_savings, 327), (other_adults, 246), (caps, 32)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_shared_rule_says_what_the_entries_print(check, least):
    probed = [check(Probe(entry)) for entry in entries()]
    print(
        f"\n{check.__name__}: {sum(probed)} comparisons in {sum(map(bool, probed))} of {len(probed)} entries."
    )
    assert sum(probed) >= least


def test_what_is_missing_is_not_covered_and_never_nothing():
    """Of tier A, whose gaps stay open: a household that needs each value is told that one was not found."""
    for entry in entries():
        if entry["evidence_tier"] == "A":
            made = Entry(entry)
            others = [{"works_for_pay": True, "gross_income": "500.00"}]
            answer = work_out(rules_of(made.sheet), household(others=others, home="h"))
            missing = made.sheet.get("missing", [])
            assert bool(missing) == isinstance(answer, NotCovered), (entry["council"], missing)
