"""Council tax discounts: every item of the shared list, what holds for any home, and how little is asked."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from moothall.doors.commands.households import SERVICES, read_households
from moothall.engines.facts import Circumstances
from moothall.engines.rules import NotCovered, Settled
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import gather
from tests.kit.places import ROOT
from tests.kit.shared import shared
from tests.services.discount_households import (
    REASONS,
    TODAY,
    adult,
    child,
    circumstances,
    home,
    homes,
    people_of,
    rules_on,
    screens_asked,
    worked_out,
)

BILL = 200000  # pence
ME = adult(role="claimant")


@cache
def items() -> list[dict]:
    return json.loads(shared("data/ctr/discounts.json").read_text())["items"]


def left_out(reason: str, born: str = "1980-01-01") -> dict:
    """Two adults, of whom the law leaves one out: a quarter comes off."""
    return home(ME, adult(reason, born=born))


def empty(because: str = "none", **said: object) -> dict:
    return home(home_used_as="nobody", home_empty_because=because, **said)


# For each item of the list a home in which it decides. What is expected is read from the item's own words.
HOMES = {
    "single-resident": home(ME),
    "all-disregarded": home(adult("carer", role="claimant"), adult("apprentice")),
    "under-18": home(ME, adult(born="2008-06-02"), child()),
    "child-benefit-18-19": left_out("child_benefit_is_paid", "2007-09-01"),
    "smi": left_out("severely_mentally_impaired"),
    "student": left_out("full_time_student"),
    "student-under-20": left_out("student_up_to_a_level", "2007-01-01"),
    "student-nurse": left_out("student_nurse"),
    "foreign-language-assistant": left_out("full_time_student"),
    "apprentice": left_out("apprentice"),
    "youth-trainee": left_out("youth_trainee", "2004-01-01"),
    "school-leaver": left_out("school_leaver", "2008-01-01"),
    "carer": left_out("carer"),
    "care-worker": left_out("care_worker"),
    "hospital": left_out("hospital_or_care_home"),
    "care-home": left_out("hospital_or_care_home"),
    "hostel": left_out("hostel"),
    "detention": left_out("detained"),
    "religious": left_out("religious_community"),
    "international-hq": left_out("visiting_forces"),
    "student-spouse": left_out("student_family"),
    "diplomat-visiting-force": left_out("diplomat"),
    "disabled-band": home(ME, adult(), home_changed_for_disability="room"),
    "annexe-50": home(ME, adult(), home_used_as="annexe", annexe_used_by="other_relative"),
    "exempt-B": empty("charity"),
    "exempt-D": empty("detained"),
    "exempt-E": empty("in_hospital_or_care_home"),
    "exempt-F": empty("died"),
    "exempt-G": empty("law_forbids"),
    "exempt-H": empty("minister_of_religion"),
    "exempt-I": empty("gets_care_elsewhere"),
    "exempt-J": empty("gives_care_elsewhere"),
    "exempt-K": empty("student_owner"),
    "exempt-L": empty("repossessed"),
    "exempt-M": home(home_used_as="student_hall"),
    "exempt-N": home(adult("full_time_student", role="claimant"), adult("full_time_student")),
    "exempt-O": home(home_used_as="armed_forces"),
    "exempt-P": home(home_used_as="visiting_forces"),
    "exempt-Q": empty("bankrupt"),
    "exempt-R": home(home_used_as="pitch_or_mooring"),
    "exempt-S": home(adult(role="claimant", born="2008-06-02")),
    "exempt-T": home(home_used_as="annexe", annexe_used_by="nobody_and_cannot_be_let"),
    "exempt-U": home(adult("severely_mentally_impaired", role="claimant")),
    "exempt-V": home(adult("diplomat", role="claimant"), adult()),
    "exempt-W": home(home_used_as="annexe", annexe_used_by="dependent_relative"),
}
# Each council decides these itself, so no figure follows: the home, and what a resident reads of it.
SAID = {
    "empty-local-discount": (empty(), "your council decides whether to take something off"),
    "empty-premium": (empty(home_empty_since="2016-06-01"), "up to four times the usual bill"),
    "second-home-premium": (empty(home_is_furnished=True), "up to twice the usual bill"),
    "care-leaver": (left_out("care_leaver", "2006-01-01"), "Many councils take something off their bill"),
}
# Items that the list itself cites from general knowledge and that nobody has read in the law since, with the
# words of services/council_tax_discounts/README.md that say so.
UNREAD = {
    "under-18": "under 18", "child-benefit-18-19": "Child Benefit at 18", "hospital": "hospital",
    "care-home": "care home", "hostel": "hostel", "student-spouse": "a student's family from abroad",
}  # fmt: skip
# Read since the list was made: SI 2006/3396 art 2 and SI 1997/657 reg 2; and each council's own to decide.
READ_SINCE = {"foreign-language-assistant", "diplomat-visiting-force", "care-leaver"}


def percent_of(effect: str) -> Fraction:
    """The part of the bill that an item's own words take off, for the homes above."""
    if effect.startswith(("disregarded", "not a resident", "25% off")):
        return Fraction(1, 4)
    if effect.startswith("50% off"):
        return Fraction(1, 2)
    if effect.startswith("exempt"):
        return Fraction(1)
    assert effect.endswith("band A reduced by one sixth"), effect
    return Fraction(1, 6)


@pytest.mark.shared
def test_every_item_of_the_list_is_expressed_or_said_to_be_the_councils():
    named = {item["id"] for item in items()}
    assert named == set(HOMES) | set(SAID)
    unread = [item["id"] for item in items() if not item["checked_against_stored_text"]]
    print(f"\n{len(named)} items of the list: {len(HOMES)} give the figure that the list prints.")
    print(f"{len(SAID)} are each council's to decide, and are said in words: {', '.join(SAID)}.")
    print(f"{len(unread)} were not checked when the list was made: {', '.join(unread)}.")
    assert set(unread) == set(UNREAD) | READ_SINCE
    readme = (ROOT / "services/council_tax_discounts/README.md").read_text().replace("\n", " ")
    waits = readme[readme.index("Waits for a check") :]
    assert [words for words in UNREAD.values() if words not in waits] == []


@pytest.mark.shared
@pytest.mark.parametrize("item", HOMES)
def test_an_item_takes_off_what_the_list_prints(item):
    effect = next(one["effect"] for one in items() if one["id"] == item)
    expected = int(BILL * percent_of(effect) + Fraction(1, 2))
    assert worked_out(HOMES[item]).value == expected


@pytest.mark.shared
@pytest.mark.parametrize("item", SAID)
def test_what_a_council_decides_is_said_and_no_figure_is_made_up(item):
    plain, words = SAID[item]
    answer = worked_out(plain)
    assert isinstance(answer, NotCovered) or (item == "care-leaver" and answer.value == 0)
    outcome = rules_on(TODAY).work_out(["council_tax_discount"], circumstances(plain))
    assert words in json.dumps(outcome.reasons("council_tax_discount", language="en").to_dict())


def test_every_reason_to_leave_somebody_out_is_used():
    everybody = [person for plain in (*HOMES.values(), SAID["care-leaver"][0]) for person in people_of(plain)]
    assert {person.get("not_counted_because", "none") for person in everybody} == set(REASONS)


@settings(deadline=None)
@given(homes())
def test_the_discount_is_never_less_than_nothing_nor_more_than_the_bill(plain):
    answer = worked_out(plain)
    if isinstance(answer, Settled):
        assert 0 <= answer.value <= circumstances(plain).household["council_tax_before_discount"]


@settings(deadline=None)
@given(homes(), st.sampled_from([reason for reason in REASONS if reason not in ("none", "care_leaver")]))
def test_somebody_more_who_is_left_out_never_removes_a_discount(plain, reason):
    """A home may stop to be exempt by it, but is never charged in full, and no adult more counts."""
    fuller = home(*people_of(plain), adult(reason, born="2007-08-01"), **plain["household"])
    assert worked_out(fuller, "adults_counted").value == worked_out(plain, "adults_counted").value
    before, after = worked_out(plain), worked_out(fuller)
    if isinstance(before, Settled) and before.value > 0 and isinstance(after, Settled):
        assert after.value > 0


@settings(deadline=None)
@given(homes(), st.sampled_from(["apprentice", "carer", "hostel", "severely_mentally_impaired"]))
def test_leaving_somebody_out_never_takes_less_off(plain, reason):
    first, *others = people_of(plain)
    counted = home(first | {"not_counted_because": "none"}, *others, **plain["household"])
    fewer = home(first | {"not_counted_because": reason}, *others, **plain["household"])
    before, after = worked_out(counted), worked_out(fewer)
    # Under 18 nobody is a resident, and a home of such people alone is exempt whatever else is true of them.
    assume(not worked_out(counted, "exempt_for_who_lives_there").value)
    if isinstance(before, Settled) and isinstance(after, Settled):
        assert after.value >= before.value


@settings(deadline=None)
@given(homes(), st.randoms(use_true_random=False))
def test_the_order_of_people_changes_nothing(plain, random):
    people = people_of(plain)
    random.shuffle(people)
    before, after = worked_out(plain), worked_out(home(*people, **plain["household"]))
    assert type(before) is type(after)
    assert getattr(before, "value", None) == getattr(after, "value", None)


@settings(deadline=None)
@given(homes())
def test_a_lower_band_never_takes_less_off(plain):
    lower = plain["household"] | {"home_changed_for_disability": "wheelchair", "band_lowered_already": False}
    without = plain["household"] | {"home_changed_for_disability": "none"}
    before, after = (worked_out(plain | {"household": said}) for said in (without, lower))
    if isinstance(before, Settled):
        assert after.value >= before.value


@settings(deadline=None)
@given(homes())
def test_doubles_and_exact_rationals_agree_to_the_penny(plain):
    answer = worked_out(plain)
    if isinstance(answer, Settled):
        exact = rules_on(TODAY).exact(["council_tax_discount"], circumstances(plain))
        assert Fraction(answer.value) == exact["council_tax_discount"]


@settings(deadline=None)
@given(st.dates(date(2008, 12, 1), date(2012, 12, 31)))
def test_somebody_counts_from_the_eighteenth_birthday(born):
    """A birthday on 29 February counts on 1 March, as the Act's "attained the age" has been read."""
    leap_day = (born.month, born.day) == (2, 29)
    birthday = date(born.year + 18, 3, 1) if leap_day else born.replace(year=born.year + 18)
    eve = date.fromordinal(birthday.toordinal() - 1)
    plain = home(ME, adult(born=born.isoformat()))
    assert worked_out(plain, "adults_counted", on=eve).value == 1
    assert worked_out(plain, "adults_counted", on=birthday).value == 2


def test_council_tax_reduction_takes_what_is_left_after_the_lower_band_and_the_discount():
    """Band D at 1,800.00 is band C at 1,600.00: who is told by the bill and who works it out get the same."""
    goals = ["single_adult_discount", "council_tax_reduction"]
    household = read_households(SERVICES / "council_tax_reduction/examples/joan.yaml")[1][0]
    lowered = {"council_tax_before_discount": "1600.00"}
    worked = {
        "council_tax_before_discount": "1800.00", "home_changed_for_disability": "room",
        "band_lowered_already": False, "council_tax_valuation_band": "d",
    }  # fmt: skip
    found = []
    for folder, bill in (("council_tax_as_billed", lowered), ("disabled_band_reduction", worked)):
        definition = reduction_with(folder)
        plain = household.plain | {"household": household.plain["household"] | bill}
        known = Circumstances.from_dict(plain, definition.vocabulary, today=household.on)
        outcome = definition.rules_on(household.on).work_out(goals, known)
        found.append([outcome[goal].value for goal in goals])
    assert found[0] == found[1]
    assert found[0][0] == 40000, "a quarter of what the lower band leaves"
    assert found[0][1] > 0


def reduction_with(folder: str) -> Definition:
    """Council tax reduction with the charge taken from that folder instead of from the bill."""
    files = gather(SERVICES, service="council_tax_reduction", organisation="none")
    files |= gather(SERVICES, service="council_tax_discount", organisation="none")
    service = "council_tax_reduction/service.yaml"
    files[service] = files[service].replace("council_tax_as_billed", folder)
    return Definition(files, service="council_tax_reduction", organisation="none")


# The home, and the most screens that somebody there is asked before the estimate. Who lives there is always
# asked, because whoever applies is one of those people.
ASKED = {
    "alone": (home(ME), 5),
    "three ordinary adults": (home(ME, adult(), adult()), 5),
    "a hall of students": (home(ME, home_used_as="student_hall"), 3),
    "empty after a death": (empty("died"), 5),
    "a second home": (empty(home_is_furnished=True), 4),
    "a relative of 80 in an annexe": (HOMES["exempt-W"], 4),
    "a room for a wheelchair": (home(ME, home_changed_for_disability="wheelchair"), 7),
}


@pytest.mark.parametrize("name", ASKED)
def test_few_screens_are_asked(name):
    plain, most = ASKED[name]
    asked = screens_asked(plain)
    print(f"\n{name}: {len(asked)} screens: {', '.join(asked)}.")
    assert len(asked) == len(set(asked)) <= most
