"""Wherever a figure of a scheme stands that no council has adopted, the page says so; and nowhere else."""

from __future__ import annotations

import re

import pytest

from moothall.doors.frontdoor.tests.resident import SERVICE, Resident
from moothall.ground.organisations.acting import acting_for
from moothall.work.cases.actions import decide
from moothall.work.cases.models import Case
from tests.kit import claims

ILLUSTRATIVE = "Illustrative, not adopted. No council has adopted the scheme"
EVERYTHING = "what_could_i_get"
BODIES = {"canterbury", "thanet", "dover", "kent"}
MORE = {
    "tenure": "owned_outright",
    "lives_in_london": "no",
    "self_employed_profit": "0",
    "hours_of_care": "0",
    "work_capability": "no_decision",
    "work_requirements": "all",
    "expected_hours": "35",
    "other_taxable_income": "0",
    "marriage_allowance": "none",
    "earnings_replacement_benefits": "0",
    "outside_the_cap": "none",
    "in_full_time_education": "no",
    "working_age_benefit": "no",
    "pension_credit": "none",
    "war_pension": "0",
    "carer_is_paid": "no",
}


@pytest.fixture
def mara() -> Resident:
    born = claims.MARA["who-lives-here"]["claimant"]["date_of_birth"]
    says = claims.MARA["facts"] | MORE | {"date_of_birth": tuple(born.values())}
    return Resident(says=says)


def walks(resident: Resident, service: str) -> dict[str, str]:
    """Page -> its words, from the first question to the estimate."""
    resident.lives_at(resident.says["postcode"]).sends(f"/apply/{service}/start")
    pages = {}
    for _ in range(60):
        pages[resident.path] = resident.words
        if resident.path.endswith("/estimate"):
            return pages
        resident.answers()
        assert resident.status == 200, (resident.path, resident.problems)
    raise AssertionError(f"no end: {resident.path}")


# In a claim she says that she gets no Universal Credit. The estimate works out that she could, and then the
# scheme sets what she pays: 107.90 a week is 467.57 a month, row 2, 8.00; 26.25 less 8.00 is 18.25.
@pytest.mark.parametrize(("service", "amount"), [(SERVICE, "£15.75 a week"), (EVERYTHING, "£18.25")])
def test_it_stands_on_every_page_once_the_scheme_decides(mara, service, amount):
    pages = walks(mara, service)
    first, *others = pages
    assert ILLUSTRATIVE not in pages[first], "nobody has said yet who lives there"
    assert len(others) > 5
    assert [path for path in others if ILLUSTRATIVE not in pages[path]] == []
    assert amount in mara.words


def test_it_stands_where_she_asks_what_would_be_if_something_changed(mara):
    walks(mara, EVERYTHING)
    mara.opens(f"/apply/{EVERYTHING}/what-if")
    assert mara.status == 200 and ILLUSTRATIVE in mara.words
    mara.answers(**{"earnings--claimant": "200"})
    for _ in range(10):
        assert mara.status == 200 and ILLUSTRATIVE in mara.words, mara.path
        if mara.path.endswith("/then"):
            return
        mara.answers()
    raise AssertionError(mara.path)


def test_it_stands_on_the_pages_of_the_claim_and_of_the_case(mara):
    walks(mara, SERVICE)
    mara.applies()
    assert ILLUSTRATIVE in mara.words and mara.path.endswith("/check")
    mara.submits()
    assert ILLUSTRATIVE in mara.words and mara.path.endswith("/done")
    reference = re.search(r"THA-[0-9A-Z-]+", mara.words)[0]
    with acting_for(BODIES):
        case = Case.objects.get(reference=reference)
        seen = {rest: mara.opens(f"/case/{reference}{rest}").words for rest in ("",)}
        decide(
            case.id,
            actor=claims.an_officer("thanet"),
            revision=case.revision,
            today=claims.TODAY,
            now=claims.NOW,
        )
    for rest in ("", "/decision", "/review"):
        seen[f"{rest} decided"] = mara.opens(f"/case/{reference}{rest}").words
    assert [page for page, words in seen.items() if ILLUSTRATIVE not in words] == []


def test_a_stranger_of_another_council_never_sees_it(mara):
    mara.says["postcode"] = "CT1 1AA"
    pages = walks(mara, SERVICE) | walks(mara, EVERYTHING)
    assert not any("not adopted" in words for words in pages.values())


def test_a_pensioner_of_the_same_council_never_sees_it(joan):
    joan.says["postcode"] = "CT9 1FE"
    pages = walks(joan, SERVICE)
    assert not any("not adopted" in words for words in pages.values())
