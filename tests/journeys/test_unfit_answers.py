"""Answers that do not fit together, at a browser: what was understood is said, and nothing typed is lost."""

from __future__ import annotations

import pytest

from tests.journeys.resident import APPLY, SHE_SAYS
from tests.journeys.test_what_could_i_get import JOAN_RENTS, NARROWEST, _asks, _picture, in_order

pytestmark = pytest.mark.browser

WITH_A_CHILD = SHE_SAYS | {
    "role--person2": "child", "date_of_birth--person2": ("6", "6", "1948"),
}  # fmt: skip


def test_a_child_older_than_she_is_and_then_the_right_year(a_resident):
    joan = a_resident(says=WITH_A_CHILD, size=NARROWEST).begins()
    joan.presses("Add somebody who lives here").answers()
    assert joan.path == f"{APPLY}/who-lives-here"
    understood = "We understood that this child was born on 6 June 1948, and is as old as you are or older"
    assert understood in joan.words
    in_order(joan.page, "impossible")
    _picture(joan, "resident-17-answers-that-do-not-fit")
    joan.says["date_of_birth--person2"] = ("6", "6", "2015")
    joan.answers()
    assert joan.path == f"{APPLY}/working-age-benefits"


def test_work_without_earnings_is_said_to_be_right_by_one_tick(a_resident):
    says = JOAN_RENTS | {
        "date_of_birth": ("1", "2", "1991"), "state_pension": "0", "private_pension": "0",
        "works_for_pay": "yes",
        "earnings": "0", "pension_contributions": "0", "self_employed_profit": "0", "tax_on_earnings": "0",
        "hours_worked": "25", "work_capability": "no_decision", "outside_the_cap": "none",
    }  # fmt: skip
    joan = _asks(a_resident(says=says, size=NARROWEST)).presses("Start now")
    joan.answers_until("/earnings").answers()
    assert joan.path.endswith("/earnings") and "with earnings of £0 a week" in joan.words
    in_order(joan.page, "unusual")
    _picture(joan, "resident-18-an-unusual-answer")
    joan.do.tick(joan.page.locator("[name=confirmed]"))
    joan.presses("Continue")
    assert not joan.path.endswith("/earnings")
