"""What an officer is told of a sheet that is wrong: file, line, what is wrong, what to write instead."""

import json
import re
from datetime import date

import pytest

from moothall.doors.commands import local_schemes
from moothall.doors.commands.households import SERVICES, circumstances_of, definition_of, read_households
from moothall.doors.commands.worked_cases import wrong_in
from moothall.engines.rules import NotCovered
from moothall.ground.catalogue.local_schemes import SheetErrors, blank_rates, read_sheet, with_sheets
from tests.kit.shared import shared
from tests.services.local_scheme_entries import Entry
from tests.services.local_scheme_households import blank, household, pence, work_out

SERVICE = "local_council_tax_reduction"
ILLUSTRATION = SERVICES / "local" / "illustration" / SERVICE
GOOD = (ILLUSTRATION / "scheme.yaml").read_text()
OVERLAYS = sorted(SERVICES.glob(f"local/*/{SERVICE}"))


def told(text: str) -> list[str]:
    with pytest.raises(SheetErrors) as found:
        read_sheet("scheme.yaml", text.encode(), blank().vocabulary)
    return [str(fault) for fault in found.value]


FAULTS = {
    "a hole in a table": (
        "{from: 160.01, up_to: 220.00, is: 30}",
        "{from: 165.00, up_to: 220.00, is: 30}",
        "a table has a hole between £160.01 and £165. Instead: begin each band where the last ends",
    ),
    "rows that overlap": (
        "{from: 100.01, up_to: 160.00, is: 60}",
        "{from: 90.00, up_to: 160.00, is: 60}",
        "the bands of a table overlap at £90.",
    ),
    "a table without an end": (
        "      - {from: 220.01, is: 0}\n",
        "      - {from: 220.01, up_to: 300.00, is: 0}\n",
        "a table has a hole above £300.01. Instead: no upper edge on the last band",
    ),
    "two tables for one household": (
        "for: {route: everyone, couple: yes, children: 0}",
        "for: {route: everyone, couple: no, children: 0}",
        "hold for one household",
    ),
    "no source": (
        "tolerance: {is: 2.00, source: invented}",
        "tolerance: {is: 2.00}",
        "tolerance has no source. Instead: source: invented",
    ),
    "a source that is not there": (
        "tolerance: {is: 2.00, source: invented}",
        "tolerance: {is: 2.00, source: leaflet}",
        "'leaflet' is not under sources. Instead: invented",
    ),
    "pounds with a sign": (
        "over: 10000",
        "over: £10000",
        "'£10000' is not a figure of capital_limit in GBP. Instead: 323.45, without £ or commas",
    ),
    "part of a penny": (
        "minimum_award: {is: 1.00",
        "minimum_award: {is: 1.005",
        "1.005 of minimum_award holds part of a penny. Instead: pounds and whole pence",
    ),
    "a percentage over a hundred": (
        "maximum: {is: 85",
        "maximum: {is: 185",
        "maximum is over 100 per cent. Instead: a percentage up to 100",
    ),
    "an amount below nothing": (
        "tolerance: {is: 2.00",
        "tolerance: {is: -2.00",
        "tolerance is below 0. Instead: 0 or more",
    ),
    "a value that no scheme has": ("  backdating:", "  backdate:", "'backdate' is no value of a scheme"),
    "a field that the value has not": ("steps: part", "step: part", "'step' is no field of tariff_income"),
    "silence": (
        "  minimum_award: {is: 1.00, source: invented}\n",
        "",
        "the sheet says nothing of minimum_award. Instead: minimum_award: none, or not_known",
    ),
    "not known and not named": (
        "  liability_cap: {is: d, source: invented}\n",
        "  liability_cap: not_known\n",
        "liability_cap is not known and not named. Instead: missing: [liability_cap]",
    ),
    "an unknown test of a group": ("care_leaver]", "care_leavers]", "'care_leavers' is no test of a group"),
    "a route for nobody that is named": ("when: [protected]", "when: [protegted]", "'protegted' is no group"),
    "days the wrong way round": (
        "until: 2027-03-31",
        "until: 2025-03-31",
        "the sheet ends before it begins. Instead: until: its last day",
    ),
    "a status that there is not": (
        "status: illustrative",
        "status: final",
        "`status` of the sheet is 'final'. Instead: adopted, proposed, illustrative",
    ),
    "adopted without having been read": (
        "status: illustrative",
        "status: adopted",
        "evidence is none. Instead: A: the council's own page was read",
    ),
    "a route with a value of the whole scheme": (
        "    values:\n      award: {is: maximum, source: invented}\n      capital_limit: none\n",
        "    values:\n      tolerance: {is: 1.00, source: invented}\n",
        "the route older benefit has its own tolerance. Instead: under the values of the sheet",
    ),
}


def test_the_good_sheet_is_good():
    assert read_sheet("scheme.yaml", GOOD.encode(), blank().vocabulary).missing == ()


@pytest.mark.parametrize("what", FAULTS)
def test_an_officer_is_told_the_line_and_what_to_write(what):
    before, after, message = FAULTS[what]
    assert before in GOOD
    found = told(GOOD.replace(before, after, 1))
    assert any(message in fault for fault in found), found
    assert all(re.match(r"scheme\.yaml:\d+: .*", fault) for fault in found)


def test_the_line_is_the_line_of_the_fault():
    wrong = GOOD.replace("minimum_award: {is: 1.00", "minimum_award: {is: one")
    line = wrong[: wrong.index("{is: one")].count("\n") + 1
    assert told(wrong)[0].startswith(f"scheme.yaml:{line}: 'one' is not a figure of minimum_award")


def test_all_faults_come_at_once():
    wrong = GOOD.replace("is: 85, source: invented}\n  award", "is: 850}\n  award").replace(
        "over: 10000", "over: lots"
    )
    assert len(told(wrong)) == 3


def test_two_sheets_for_one_day_are_refused():
    with pytest.raises(SheetErrors, match="one sheet for each day"):
        with_sheets({}, {"scheme.yaml": GOOD.encode(), "scheme-2027.yaml": GOOD.encode()}, blank().vocabulary)


def test_next_years_sheet_stands_beside_this_years():
    later = GOOD.replace("2027-03-31", "2028-03-31").replace("2026-04-01", "2027-04-01")
    texts = with_sheets({}, {"a": GOOD.encode(), "b": later.encode()}, blank().vocabulary)
    (text,) = texts.values()
    assert text.decode().count("from: 2027-04-01") == text.decode().count("from: 2028-04-01")


def test_the_blank_rates_are_those_of_the_command():
    """rates.yaml is law at its top, and below it what `local_schemes --blank` prints."""
    text = (SERVICES / SERVICE / "rates.yaml").read_text()
    assert text.endswith(blank_rates())


@pytest.mark.parametrize("folder", OVERLAYS, ids=lambda folder: folder.parent.name)
def test_a_sheet_that_answers_was_read_on_the_councils_own_page(folder):
    for path in folder.glob("scheme*.yaml"):
        text = path.read_text()
        adopted = read_sheet(path.name, text.encode(), blank().vocabulary).status == "adopted"
        assert adopted == ("evidence: A" in text), "what is second-hand never answers a resident"
        assert "policyengine" not in text.lower()


def test_the_sheets_held_say_what_the_shared_list_says_at_tier_a():
    """A second reading: percentages, limits and every row of the sheets against the list."""
    entries = [one for one in _entries() if one["evidence_tier"] == "A"]
    sheets, wrong = local_schemes.read_all(SERVICES)
    assert not wrong
    compared = 0
    for _, sheet in sheets:
        # The one complete sheet was read whole, with more than the list has; its worked cases prove it.
        if sheet.status != "adopted" or not sheet.missing:
            continue
        entry = next(
            one
            for one in entries
            if one["official_name"] == sheet.council and sheet.start[:4] == one["year"][:4]
        )
        made = Entry(entry)
        for name in ("maximum", "capital_limit", "liability_cap", "minimum_award", "tolerance"):
            listed, held = made.values.get(name, "not_known"), sheet.value(name)
            figures = (
                {
                    key: float(value) if _is_number(value) else value
                    for key, value in listed.items()
                    if key != "source"
                }
                if isinstance(listed, dict)
                else listed
            )
            assert (_numbers(held) if isinstance(held, dict) else held) == figures, (sheet.council, name)
        rows = sorted(
            (row.get("below"), row["is"])
            for table in made.tables
            for row in table["rows"]
            if row.get("below")
        )
        held_rows = sorted(
            (float(row[0]), float(row[2]))
            for table in sheet.tables
            for row in table.rows
            if row[0] and row[2] != "not_known"
        )
        assert [one for one in rows if one[1] != "not_known"] == held_rows, sheet.council
        compared += 1
    print(f"\n{compared} sheets agree with the list.")
    assert compared == 12


def _entries() -> list[dict]:
    return json.loads(shared("data/ctr/schemes.json").read_text())["schemes"]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _numbers(values: dict) -> dict:
    return {
        key: float(value) if re.fullmatch(r"[0-9.]+", str(value)) else value for key, value in values.items()
    }


CASES = [
    pytest.param(folder.parent.name, case, id=f"{folder.parent.name}-{case.name}")
    for folder in OVERLAYS
    for file in sorted((folder / "examples").glob("*.yaml"))
    for case in read_households(file)[1]
]


@pytest.mark.parametrize(("organisation", "case"), CASES)
def test_the_worked_cases_of_an_overlay(organisation, case):
    definition = definition_of(SERVICE, organisation=organisation)
    assert wrong_in(case, definition) == []
    circumstances = circumstances_of(case, definition.vocabulary, on=case.on)
    rules, goals = definition.rules_on(case.on), list(case.expect)
    outcome, exact = rules.work_out(goals, circumstances), rules.exact(goals, circumstances)
    for goal in goals:
        if not isinstance(outcome[goal], NotCovered):
            assert float(exact[goal]) == pytest.approx(outcome[goal].value, abs=1e-9)
    assert all(found.settled for found in rules.bounds(goals, circumstances).values())


def test_an_answer_from_a_scheme_that_nobody_adopted_says_so():
    rules = definition_of(SERVICE, organisation="illustration").rules_on(date(2026, 6, 1))
    assert "scheme_held" in work_out(rules, household(couple=True)).forecasts
    assert pence(rules, household(couple=True)) == 2975
