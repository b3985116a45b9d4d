"""What `moothall services check` says of a figure, a sheet, a nation, a body or a place with one thing wrong.

Each check is asked by itself, with one real file broken in memory or in a copy of its folder.
"""

from __future__ import annotations

import shutil
from functools import lru_cache

import pytest

from moothall.doors.commands.households import SERVICES, definition_of
from moothall.doors.commands.service_checks.rates import years_of_rates
from moothall.doors.commands.service_checks.registers import registers
from moothall.doors.commands.service_checks.service_file import service_file
from moothall.doors.commands.service_checks.sheets import less_help_for_more_income
from moothall.doors.commands.service_checks.welsh import welsh
from moothall.doors.commands.services_check import check
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import gather

SERVICE, COUNCIL = "council_tax_reduction", "dover"
NEEDS, SAYS = "means_test_at_pension_age/rates.yaml", f"{SERVICE}/service.yaml"
WINTER = "winter_fuel_payment/rates.yaml"
SHEET = f"local/{COUNCIL}/local_council_tax_reduction/scheme.yaml"


def of_the_file(definition):
    return service_file(definition, SERVICES)


def of_the_years(definition):
    return years_of_rates(definition.files)


# What is wrong: the check that sees it, the file, what stands there, what is written instead, and what is said.
WRONG = {
    "a nation that there is not": (
        of_the_file, SAYS, "nations: [england] ", "nations: [anglia] ", "it is for 'anglia'. Instead: england",
    ),
    "a figure without Welsh": (
        welsh, NEEDS, ', cy: "Terfyn cynilion"', "", "has no wording in cy. Instead: wording: {en: ..., cy: ...}",
    ),
    "a figure that no longer ends with its year": (
        of_the_years, NEEDS, "  yearly: true\n", "",
        "higher_amount_single has a row from 2025-04-01 and one a year later, and does not say whether it is yearly",
    ),
    "an amount a year that does not say whether it ends": (
        of_the_years, WINTER, "  yearly: no\n", "",
        "winter_fuel_under_80 is an amount a year, and does not say whether it is yearly",
    ),
    "a sheet that gives more for more income": (
        less_help_for_more_income, SHEET, "below: 183.16, is: 75", "below: 183.16, is: 95",
        "a table gives 90 per cent, and 95 for more income. Instead: 90 or less",
    ),
}  # fmt: skip


@lru_cache(maxsize=1)
def whole() -> dict[str, str]:
    files = gather(SERVICES, service=SERVICE, organisation=COUNCIL)
    return files | {WINTER: (SERVICES / WINTER).read_text(encoding="utf-8")}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_with_a_figure_is_said_with_its_file(wrong):
    asked, file, was, becomes, said = WRONG[wrong]
    assert was in whole()[file], f"{file} holds no {was!r} any more; name another"
    broken = whole() | {file: whole()[file].replace(was, becomes, 1)}
    (fault,) = asked(Definition(broken, service=SERVICE, organisation=COUNCIL))
    assert str(fault).startswith(f"{file}:") and said in str(fault)
    assert not list(asked(Definition(whole(), service=SERVICE, organisation=COUNCIL)))


# What is done to which file of which register, and what is said.
WRONG_REGISTERS = {
    "bodies without a source": ("organisations/kent.yaml", None, None, "it does not say its source"),
    "a body of no nation": (
        "organisations/wales.yaml", "nation: wales", "nation: whales", "its nation is 'whales'",
    ),
    "a body twice": (
        "organisations/wales.yaml", "organisations:\n", "organisations:\n  medway: {prefix: X, kind: unitary}\n",
        "the body medway is in organisations/south_east.yaml, too",
    ),
    "a body that nobody comes after": (
        "organisations/abolished.yaml", "    succeeded_by: [bournemouth_christchurch_and_poole]\n", "",
        "bournemouth ends on 2019-03-31, and nobody comes after it",
    ),
    "a body that is followed by one that there is not": (
        "organisations/abolished.yaml", "succeeded_by: [dorset]", "succeeded_by: [devonset]",
        "dorset_county is succeeded by 'devonset', which no file has",
    ),
    "years without a council": (
        "organisations/south_west.yaml", "since: 2019-04-01", "since: 2020-04-01",
        "bournemouth ends on 2019-03-31, and who comes after it begins on 2020-04-01",
    ),
    "a day that is none": (
        "organisations/abolished.yaml", "until: 2019-03-31", "until: 2019-02-31", "a day of bournemouth is not one",
    ),
    "places without a source": ("places/kent.yaml", "source: ", "from: ", "it does not say its source"),
    "a postcode of two councils": (
        "places/kent.yaml", "[CT10 1AA,", "[CT10 1AA, CT1 1AA,", "CT1 1AA is in E07000106 and in E07000114",
    ),
    "a place of no body": ("places/kent.yaml", "E07000114", "E07999999", "no body has the code E07999999"),
    "a service for a nation that there is not": (
        "directory/05_schools_and_children.yaml", "nations: [", "nations: [anglia, ", "is for 'anglia'",
    ),
    "an event that leads nowhere": (
        "directory/events.yaml", "leads_to: [", "leads_to: [the_moon, ", "leads to 'the_moon', which no file lists",
    ),
    "a directory that nobody dated": (
        "directory/bodies.yaml", "read_on: ", "wrote_on: ", "it does not say its read_on",
    ),
}  # fmt: skip


@pytest.fixture
def copied(tmp_path):
    for folder in ("organisations", "places", "directory"):
        shutil.copytree(SERVICES / folder, tmp_path / folder)
    return tmp_path


def said_of(services) -> list[str]:
    return [str(fault) for fault in registers(services, definition_of(SERVICE).vocabulary)]


@pytest.mark.parametrize("wrong", WRONG_REGISTERS)
def test_what_is_wrong_with_a_register_is_said_with_its_file(copied, wrong):
    name, was, becomes, said = WRONG_REGISTERS[wrong]
    file = copied / name
    if was is None:
        file.write_text("nation: england\norganisations: {moot: {prefix: MOO}}\n", encoding="utf-8")
    else:
        text = file.read_text(encoding="utf-8")
        assert was in text, f"{name} holds no {was!r} any more; name another"
        file.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    assert any(said in fault and "Instead:" in fault for fault in said_of(copied)), said_of(copied)


def test_nothing_is_wrong_with_the_registers_of_this_repository(copied):
    assert said_of(copied) == []


def test_the_command_says_it_of_the_registers_too(copied):
    shutil.copytree(SERVICES / "vocabulary", copied / "vocabulary")
    (copied / "places" / "kent.yaml").write_text("districts: {}\n", encoding="utf-8")
    said = {report.service: report.faults for report in check(copied)}
    assert any("it does not say its licence" in str(fault) for fault in said["registers"])
