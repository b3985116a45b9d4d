"""What an officer can get wrong in a figure or a sheet, one real file broken at a time: each is refused in words.

Each sentence names file and line, says what was found, and after "Instead:" what to write. `moothall services
check` and `moothall publish` both read the definition that is read here, and print what it raises.
"""

from __future__ import annotations

import shutil
from functools import lru_cache

import pytest

from moothall.doors.commands.households import SERVICES
from moothall.doors.commands.services_check import check
from moothall.engines.facts import Faults
from moothall.ground.catalogue.actions import preview
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import gather
from tests.kit import claims

SERVICE, COUNCIL = "council_tax_reduction", "thanet"
SHARED, OWN = "means_test_at_pension_age/rates.yaml", f"{SERVICE}/rates.yaml"
SHEET = "local/illustration/local_council_tax_reduction/scheme.yaml"
# What is wrong -> the file, what stands in it, what an officer writes instead, and the sentence that she reads.
WRONG = {
    "a gap in the dates": (
        SHARED, "{from: 2025-04-01, value: 244.40,", "{from: 2025-04-01, until: 2026-03-01, value: 244.40,",
        "higher_amount_single has no figure from 2026-03-02 to 2026-03-31. Instead: a row for those days",
    ),
    "an overlap": (
        SHARED, "{from: 2026-04-01, value: 256.00", "{from: 2025-04-01, value: 256.00",
        "the rows of higher_amount_single overlap: 2025-04-01 after 2025-04-01. "
        "Instead: each row later than the last",
    ),
    "a figure without a source": (
        SHARED, ', source: "Oxford City Council, Council Tax Reduction Scheme 2025-26, Appendix 1"}', "}",
        "a row of higher_amount_single has no source. Instead: source: where the figure can be read",
    ),
    "a field that there is not": (
        SHARED, "of: scalar\n  yearly: true", "of: scalar\n  early: true",
        "'early' is no field of the rate higher_amount_single. Instead: unit, law, of, by, yearly, rows, note",
    ),
    "a hole in a table": (
        OWN, "from: 266.00", "from: 267.00",
        "expected_from_adults_in_work has a hole between £266 and £267. "
        "Instead: begin each band where the last ends: below x, from x",
    ),
    "two bands that share an edge": (
        OWN, "from: 266.00", "from: 265.00",
        "the bands of expected_from_adults_in_work overlap at £265. Instead: below x, from x; or up_to x, over x",
    ),
    "a sheet without its last day": (
        SHEET, "until: 2027-03-31\n", "",
        "the sheet does not say until when it holds. Instead: until: 2027-03-31",
    ),
    "a value of a sheet that there is not": (
        SHEET, "tolerance:", "tolerances:",
        "'tolerances' is no value of a scheme. Instead: maximum, award, income",
    ),
    "a value of a sheet without its source": (
        SHEET, "minimum_award: {is: 1.00, source: invented}", "minimum_award: {is: 1.00}",
        "minimum_award has no source. Instead: source: invented",
    ),
    "a figure of a sheet in words": (
        SHEET, "capital_limit: {over: 10000", "capital_limit: {over: ten",
        "'ten' is not a figure of capital_limit in GBP. Instead: 323.45, without £ or commas",
    ),
    "a hole in a table of a sheet": (
        SHEET, "{from: 100.01, up_to: 160.00", "{from: 101.01, up_to: 160.00",
        "a table has a hole between £100.01 and £101.01. Instead: begin each band where the last ends",
    ),
    "an adopted sheet that nobody read": (
        SHEET, "status: illustrative\nevidence: none", "status: adopted\nevidence: A",
        "the sheet is adopted with evidence A, and its source invented was not read. "
        "Instead: read: yes once somebody did, or status: proposed",
    ),
    "rows of a sheet that share an edge": (
        SHEET, "{from: 100.01, up_to: 160.00", "{from: 100.00, up_to: 160.00",
        "the bands of a table overlap at £100. Instead: below x, from x; or up_to x, over x",
    ),
}  # fmt: skip


@lru_cache(maxsize=1)
def whole() -> dict[str, str]:
    return gather(SERVICES, service=SERVICE, organisation=COUNCIL)


def refusals(files: dict[str, str]) -> list[str]:
    try:
        Definition(files, service=SERVICE, organisation=COUNCIL).rule_book  # noqa: B018  (reading it is the check)
    except Faults as found:
        return [str(fault) for fault in found]
    return []


def broken(file: str, was: str, becomes: str) -> tuple[str, int]:
    """The text of the file with that one change, and the line on which it stands."""
    text = whole()[file]
    assert was in text, f"{file} holds no {was!r} any more; name another"
    return text.replace(was, becomes, 1), text[: text.index(was)].count("\n") + 1


def test_as_they_are_nothing_is_refused():
    assert refusals(whole()) == []


@pytest.mark.parametrize("wrong", WRONG)
def test_it_is_refused_with_file_line_what_was_found_and_what_to_write(wrong):
    file, was, becomes, sentence = WRONG[wrong]
    text, line = broken(file, was, becomes)
    said = refusals(whole() | {file: text})
    (found,) = (one for one in said if sentence in one)
    name, number, _ = found.split(":", 2)
    # A sheet that lacks something is faulty as a whole; a gap stands at the row that follows it, and a source
    # that nobody read where it is named.
    assert name == file and (int(number) == 1 or abs(int(number) - line) <= 6)


def test_a_unit_that_does_not_fit_is_refused_by_every_rule_that_reads_the_figure():
    text = whole()[SHARED]
    at = text.index("unit: GBP/week", text.index("\nhigher_amount_single:"))
    said = refusals(whole() | {SHARED: text[:at] + "unit: GBP" + text[at + len("unit: GBP/week") :]})
    assert any("an amount a week and a sum of money are different things" in one for one in said)
    assert all(":" in one and "Instead:" in one for one in said)


def test_the_sheet_of_another_council_is_refused_where_it_is_no_illustration():
    overlay = f"local/{COUNCIL}/local_council_tax_reduction/service.yaml"
    dover = "local/dover/local_council_tax_reduction/scheme.yaml"
    files = {path: text for path, text in whole().items() if path != SHEET}
    files |= {overlay: "scheme_of: dover\n", dover: (SERVICES / dover).read_text(encoding="utf-8")}
    (said,) = refusals(files)
    assert said.startswith(f"{dover}:1: thanet uses this sheet by scheme_of, and its status is adopted")


@pytest.mark.django_db
def test_the_check_and_the_preview_of_publish_say_it(tmp_path):
    claims.set_the_stage()
    services = tmp_path / "services"
    shutil.copytree(SERVICES, services)
    file, was, becomes, sentence = WRONG["a hole in a table of a sheet"]
    (services / file).write_text(broken(file, was, becomes)[0], encoding="utf-8")
    assert any(sentence in str(fault) for report in check(services) for fault in report.faults)
    with pytest.raises(Faults, match="a table has a hole between"):
        preview(SERVICE, organisation=COUNCIL, services=services)
