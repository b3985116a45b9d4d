"""What made two answers differ, step by step."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.facts import Circumstances, Person
from moothall.engines.rules.differences import Change, difference
from moothall.engines.rules.tests.sample import DAY, build, household

RULES = build(
    '''
@family("Act s.1")
def help_with_rent(rent, taken) -> GBP/month:
    """Help"""
    return max(0, rent - taken)


@family("Act s.2")
def taken(taper, pay_together) -> GBP/month:
    """What is taken for pay"""
    return taper * pay_together


@family("Act s.3")
def pay_together(adults, counted_pay) -> GBP/month:
    """Pay together"""
    return sum(counted_pay for person in adults)


@person("Act s.4")
def counted_pay(pay, hours, top_up) -> GBP/month:
    """Pay that counts"""
    if hours > 30:
        "{hours} hours are too many to add {top_up}."
        return pay
    return pay + top_up
'''
).on(DAY)


def reasons(**changes):
    there: Circumstances = household()
    next(person for person in there.people() if person.id == "ada").facts.update(changes)
    return RULES.work_out(["help_with_rent"], there).reasons("help_with_rent")


def steps(change: Change) -> list[str]:
    return [change.name, *(name for below in change.because for name in steps(below))]


def test_the_same_household_has_no_difference():
    assert difference(reasons(), reasons()) is None


def test_the_steps_that_changed_are_told_with_the_share_that_the_law_takes():
    change = difference(reasons(pay=20_000.0), reasons(pay=40_000.0))
    assert (change.now, change.then, change.by) == ("£598.34 a month", "£468.34 a month", -13_000.0)
    (taken,) = change.because
    assert (taken.name, taken.by, taken.share) == ("taken", 13_000.0, "65%")
    (together,) = taken.because
    (pay,) = together.because
    assert (pay.name, pay.kind, pay.by) == ("pay", "fact", 20_000.0), "steps that hand on are left out"


def test_a_step_that_came_out_another_way_says_why():
    change = difference(reasons(pay=20_000.0), reasons(pay=20_000.0, hours=40.0))
    (taken,) = change.because
    (counted,) = taken.because[0].because
    assert (
        counted.name == "counted_pay" and counted.sentence == "40 hours are too many to add £33.33 a month."
    )


def test_somebody_who_moved_in_is_new_and_nobody_else_changed():
    there = household()
    there.families[0].people.append(
        Person("dee", {"role": "adult", "pay": 10_000.0, "hours": 10.0, "name": "Dee"})
    )
    then = RULES.work_out(["help_with_rent"], there).reasons("help_with_rent")
    change = difference(reasons(), then)
    (taken,) = change.because
    (new,) = taken.because[0].because
    assert (new.who, new.now, new.then, new.because) == ("Dee", None, "£133.33 a month", ())


def test_an_answer_that_is_not_there_is_no_amount():
    change = difference(reasons(), None)
    assert change.then is None and change.now == "£13.34 a month"


@given(before=st.integers(0, 500_000), after=st.integers(0, 500_000))
def test_what_is_told_is_by_how_much_the_answers_differ(before, after):
    now, then = reasons(pay=float(before)), reasons(pay=float(after))
    change = difference(now, then)
    assert (change is None) == (now.value_text == then.value_text and now.value == then.value)
    if change:
        assert change.by == then.value - now.value
        assert steps(change)[0] == "help_with_rent" and steps(change)[-1] == "pay"
