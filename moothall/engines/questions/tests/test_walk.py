"""Edith is asked only what the rules need, once, and can go back and change it."""

import pytest

from moothall.engines.questions import Finished, Gap, NotAsked, Plan, identity_screens, next_screen, walk
from moothall.engines.questions.tests.household import (
    GOALS,
    QUESTIONS,
    household,
    person,
    plan,
    rules,
    vocabulary,
)

RULES, PLAN, VOCABULARY = rules(), plan(), vocabulary()


def walked(known, **how):
    return walk(RULES, GOALS, known, PLAN, VOCABULARY, **how)


def keys(a_walk):
    return [screen.key for screen in a_walk.path]


def test_the_first_screen_is_what_the_rules_read_first():
    first = next_screen(RULES, GOALS, household(), PLAN, VOCABULARY)
    assert (first.key, first.for_whom, first.open) == (
        "savings",
        ("household",),
        (Gap("savings", "household"),),
    )


def test_a_knocked_out_household_is_asked_only_who_lives_there():
    # Whose claim it is must be known even when no rule counts anybody.
    known = household(savings=2_000_000.0)
    assert walked(known).next.key == "who-lives-here"
    known = household(person("edith", "claimant"), savings=2_000_000.0)
    assert walked(known).next == Finished()
    assert keys(walked(known)) == ["savings", "who-lives-here"]


def test_who_lives_here_is_one_question_before_anybody_is_counted():
    asked = walked(household(savings=100.0, bill=3_000.0)).next
    assert (asked.key, asked.roster, asked.for_whom) == ("who-lives-here", True, ())


def test_a_question_is_put_to_everyone_it_may_concern_on_one_screen():
    known = household(
        person("edith", "claimant"),
        person("frank", "partner"),
        person("gus", "lodger"),
        savings=100.0,
        bill=3_000.0,
    )
    work = walked(known).next
    assert (work.key, work.for_whom) == ("work", ("edith", "frank", "gus"))


def test_screens_that_only_some_come_to_are_not_counted_before_she_says_so():
    known = household(person("edith", "claimant"), savings=0.0, bill=3_000.0)
    assert walked(known).about_left == 2  # work and pensions, not yet pay
    known.families[0].people[0].facts["works"] = True
    assert walked(known).about_left == 2  # pay and pensions


def test_before_anybody_is_named_the_way_of_somebody_alone_is_counted():
    known = household(savings=0.0, bill=3_000.0)
    assert walked(known).next.key == "who-lives-here"
    assert walked(known).about_left == 3  # who lives here, work and pensions
    assert known.families == [] and not known.roster_known


def test_a_screen_that_depends_on_an_answer_concerns_only_those_who_gave_it():
    known = household(
        person("edith", "claimant", works=False),
        person("gus", "lodger", works=True),
        savings=100.0,
        bill=3_000.0,
    )
    pay = walked(known).next
    assert (pay.key, pay.for_whom) == ("pay", ("gus",))
    known.families[0].people[1].facts["pay"] = 30_000.0
    assert walked(known).next.key == "pensions"
    assert walked(known).next.for_whom == ("edith",)


def test_the_interview_ends_when_every_result_is_worked_out():
    known = household(person("edith", "claimant", works=False, pension=20_000.0), savings=100.0, bill=3_000.0)
    done = walked(known)
    assert done.finished and done.about_left == 0
    assert keys(done) == ["savings", "your-bill", "who-lives-here", "work", "pensions"]


def test_nothing_is_asked_twice():
    known, seen = household(), []
    answers = {"savings": 100.0, "bill": 3_000.0, "works": True, "pay": 10_000.0, "pension": 500.0}
    while not isinstance(screen := next_screen(RULES, GOALS, known, PLAN, VOCABULARY), Finished):
        assert not set(screen.open) & set(seen)
        seen.extend(screen.open)
        if screen.roster:
            fresh = household(person("edith", "claimant"), person("gus", "lodger"))
            known.families, known.roster_known = fresh.families, True
        for fact, whom in screen.open:
            held = known.household if whom == "household" else {p.id: p.facts for p in known.people()}[whom]
            held[fact] = answers[fact]
    assert len(set(seen)) == len(seen) == 2 + 2 * 2 + 1


def test_a_change_leaves_the_answers_that_it_made_needless_unused_and_keeps_them():
    known = household(
        person("edith", "claimant", works=False, pay=5_000.0, pension=20_000.0), savings=100.0, bill=3_000.0
    )
    done = walked(known)
    assert done.unneeded == (Gap("pay", "edith"),)
    assert "pay" not in next(done.used.people()).facts
    assert next(known.people()).facts["pay"] == 5_000.0


def test_answers_to_identity_screens_are_used_and_never_asked_by_the_rules():
    known = household(
        person("edith", "claimant", works=False, pension=0.0, full_name="Edith Example"),
        savings=0.0,
        bill=3_000.0,
    )
    done = walked(known)
    assert done.finished and "your-name" not in keys(done)
    assert next(done.used.people()).facts["full_name"] == "Edith Example"
    known.families[0].people.append(person("frank", "partner", works=False, pension=0.0))
    (name,) = identity_screens(PLAN, known, VOCABULARY)
    assert name.for_whom == ("edith", "frank") and name.open == (Gap("full_name", "frank"),)


def test_somebody_added_later_is_asked_what_the_others_were():
    known = household(
        person("edith", "claimant", works=False, pension=20_000.0),
        person("frank", "partner"),
        savings=0.0,
        bill=3_000.0,
    )
    work = walked(known).next
    assert work.key == "work" and work.open == (Gap("works", "frank"),)
    assert work.for_whom == ("edith", "frank")


def test_a_fact_that_no_screen_asks_is_the_plans_fault_and_says_so():
    text = QUESTIONS.replace(b"facts: [bill]", b"identity: true\n    facts: [bill]")
    without = Plan.from_yaml("questions.yaml", text, VOCABULARY)
    with pytest.raises(NotAsked, match=r"questions.yaml: the rules need bill and no screen asks it"):
        next_screen(RULES, GOALS, household(savings=0.0), without, VOCABULARY)


def test_bounds_that_are_one_value_end_the_interview_when_no_reasons_are_wanted():
    # An income of 1,000 a week is so high that nothing still open can make the help more than 0.
    known = household(person("edith", "claimant", works=True, pay=100_000.0), savings=0.0, bill=3_000.0)
    assert walked(known, explained=False).next == Finished()
    assert walked(known).next.key == "pensions"


def test_about_how_many_are_left_falls_to_none():
    known = household(savings=0.0, bill=3_000.0)
    before = walked(known).about_left
    known = household(person("edith", "claimant", works=False), savings=0.0, bill=3_000.0)
    assert before >= walked(known).about_left == 1
