"""Councils' own schemes: the sheet reader, the overlays, and every entry of the shared list as a sheet.

Tier B of the list is second-hand. It is loaded from the shared data, shows what the model can express, and
never becomes a sheet of an organisation.
"""

from __future__ import annotations

import copy
import json
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


def to_penny(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))


@pytest.fixture(params=range(149), ids=lambda number: f"entry-{number}")
def entry(request):
    found = entries()
    assert len(found) == 149
    return found[request.param]


def test_the_model_reads_every_entry_of_the_list_and_names_what_it_cannot_hold():
    found, left, tiers = entries(), {}, {"A": 0, "B": 0}
    for one in found:
        sheet = Entry(one)
        read_sheet(one["id"], as_yaml(sheet.sheet), blank().vocabulary)
        tiers[one["evidence_tier"]] += 1
        if sheet.left:
            left[one["council"]] = sheet.left
    print(f"\n{len(found)} entries read as sheets ({tiers['A']} of tier A, {tiers['B']} of tier B).")
    print(f"{len(found) - len(left)} hold every value of the list; {len(left)} leave these out:")
    for council, what in sorted(left.items()):
        print(f"  {council}: {'; '.join(what)}")
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


def test_at_each_edge_of_each_table_the_award_is_what_the_entry_prints(entry):
    made = Entry(entry)
    if not made.tables:
        pytest.skip("this scheme has no table")
    rules = rules_of(complete(made.sheet))
    routes = {route["name"]: route["when"] for route in made.sheet.get("routes", [])}
    probed = 0
    for table in made.tables:
        route = table["for"].get("route")
        when = routes.get(route if isinstance(route, str) else None, [])
        couple = table["for"].get("couple") == "yes"
        children = int(str(table["for"].get("children", "0"))[0])
        home = table["for"].get("home_bands", ["a"])[0]
        uc = "universal_credit" in when
        group = next((word for word in when if word not in ("universal_credit", "older_benefit")), "")
        if "lone_parent" in group:
            couple = False
        minimum = made.values.get("minimum_award", "none")
        least = Fraction(str(minimum["is"])) * 100 if isinstance(minimum, dict) else 0
        for row, after in zip(table["rows"], [*table["rows"][1:], None], strict=True):
            edges = [Fraction(str(row.get("from", 0)))]
            if after is not None:
                edges.append(Fraction(str(row["below"])) - Fraction(1, 100))
            for edge in edges:
                # A table by the month is probed at the next week's penny above its edge.
                income = edge if table["a"] == "week" else Fraction(-int(-edge * 1200 // 52), 100)
                if income >= 5000 or (table["a"] == "month" and edge is edges[-1] and len(edges) > 1):
                    continue
                plain = household(
                    couple=couple,
                    children=children,
                    group=group,
                    universal_credit=uc,
                    home=home,
                    income=f"{float(income):.2f}",
                    needs_the_council_counted="0.00",
                )
                answer = work_out(rules, plain)
                if row["is"] == "not_known":
                    assert isinstance(answer, NotCovered)
                    continue
                bill = weekly_bill(alone=not couple)
                expected = expected_award(row["is"], table["gives"], bill)
                expected = 0 if expected < least else expected
                assert hasattr(answer, "value"), (entry["council"], table["for"], answer)
                assert round(answer.value) == to_penny(expected), (
                    entry["council"],
                    table["for"],
                    row,
                    float(income),
                )
                probed += 1
    assert probed


def expected_award(figure: object, gives: str, bill: Fraction) -> Fraction:
    if figure == "everything":
        return Fraction(0)
    number = Fraction(str(figure))
    if gives == "percent":
        return bill * number / 100
    paid = number * 100 if gives == "pay_a_week" else number * 100 * 12 / 52
    return max(Fraction(0), bill - paid)


def test_a_means_test_takes_its_share_of_income_from_its_percentage(entry):
    made = Entry(entry)
    if (
        entry["kind"] != "legacy_means_test_percentage_taper"
        or "taper" not in made.values
        or made.values.get("maximum") is None
    ):
        pytest.skip("no percentage with a taper is held")
    rules = rules_of(complete(made.sheet))
    most, taper = (Fraction(str(made.values[name]["is"])) / 100 for name in ("maximum", "taper"))
    minimum = made.values.get("minimum_award", "none")
    least = Fraction(str(minimum["is"])) * 100 if isinstance(minimum, dict) else 0
    for excess in (0, 10, 55):
        # Band B where band A is a group of its own; a cap at band A then helps with six sevenths of the bill.
        bill = weekly_bill(alone=True) * (Fraction(6, 7) if "band_a" in made.groups else 1)
        after = made.values["taper"]["percentage"] == "after_taper"
        expected = (bill - taper * excess * 100) * most if after else bill * most - taper * excess * 100
        expected = 0 if expected < least else max(Fraction(0), expected)
        home = "b" if "band_a" in made.groups else "a"
        assert pence(rules, household(income=f"{excess}.00", home=home)) == to_penny(expected), entry[
            "council"
        ]


def test_savings_on_each_side_of_the_limit(entry):
    made = Entry(entry)
    limit = made.values.get("capital_limit")
    if not isinstance(limit, dict) or not (
        isinstance(made.values.get("award"), dict) and made.sheet["values"]["award"] != "not_known"
    ):
        pytest.skip("the limit or the award is not held")
    rules = rules_of(complete(made.sheet))
    edge = Fraction(str(limit.get("over", limit.get("from"))))
    home = "b" if "band_a" in made.groups else "a"
    told = {
        amount: work_out(
            rules, household(savings=f"{float(amount):.2f}", home=home), "local_too_much_saved"
        ).value
        for amount in (edge - Fraction(1, 100), edge, edge + Fraction(1, 100))
    }
    assert list(told.values()) == [False, "from" in limit, True]


def test_what_is_missing_is_not_covered_and_never_nothing(entry):
    made = Entry(entry)
    if entry["evidence_tier"] != "A":
        pytest.skip("second-hand entries have their gaps filled for probing alone")
    rules = rules_of(made.sheet)
    missing = made.sheet.get("missing", [])
    answer = work_out(rules, household(others=[{"works_for_pay": True, "gross_income": "500.00"}], home="h"))
    assert bool(missing) == isinstance(answer, NotCovered), (entry["council"], missing)
