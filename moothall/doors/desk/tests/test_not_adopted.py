"""The officer reads on every page of the case that its figures come from a scheme that nobody has adopted."""

from __future__ import annotations

import pytest

from moothall.doors.desk.tests.conftest import BODIES
from moothall.doors.desk.tests.test_deciding import _accept
from moothall.ground.organisations.acting import acting_for
from moothall.work.cases.models import Case
from tests.kit import claims

ILLUSTRATIVE = "Illustrative, not adopted. No council has adopted the scheme"


@pytest.fixture
def mara(stage) -> Case:
    reference = claims.submitted_by_mara().reference
    with acting_for(BODIES):
        return Case.objects.get(reference=reference)


def test_each_page_of_the_case_says_so(mara, tom):
    letter = _accept(tom, mara)
    pages = {
        rest: tom.get(f"/desk/case/{mara.pk}{rest}").content.decode() for rest in ("", "/decide", "/depart")
    }
    assert [rest for rest, page in (pages | {"/letter": letter}).items() if ILLUSTRATIVE not in page] == []
    assert letter.count(ILLUSTRATIVE) > 1, "in the letter itself, and on the page around it"


def test_a_case_by_national_rules_does_not(joan, meena):
    assert "not adopted" not in meena.get(f"/desk/case/{joan.pk}").content.decode()
