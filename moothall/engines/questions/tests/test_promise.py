"""Whoever says whatever: an interview ends, asks nothing twice, and what it never asked changes nothing."""

import random

from hypothesis import given, settings
from hypothesis import strategies as some

from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.questions import Finished, Plan, next_screen, walk
from moothall.engines.questions.completions import random_value, try_completions
from moothall.engines.questions.tests.household import (
    GOALS,
    TODAY,
    household,
    person,
    plan,
    rules,
    vocabulary,
)

RULES, PLAN, VOCABULARY = rules(), plan(), vocabulary()


def interview(seed: int, plan: Plan = PLAN, **how) -> tuple[Circumstances, list]:
    """Answers every screen at random until none comes; what was said, and each screen as it came."""
    chance = random.Random(seed)
    known, asked = Circumstances(roster_known=False), []
    while not isinstance(screen := next_screen(RULES, GOALS, known, plan, VOCABULARY, **how), Finished):
        asked.append(screen)
        assert len(asked) < 50, "the interview does not end"
        if screen.roster and not known.roster_known:
            known.roster_known = True
            known.families = [
                Family("family1", {}, [Person(f"person{n}") for n in range(chance.randint(1, 4))])
            ]
            for one in known.people():
                one.facts.update(
                    {fact: random_value(VOCABULARY[fact], chance, TODAY) for fact in screen.facts}
                )
        people = {one.id: one.facts for one in known.people()}
        for fact, whom in screen.open:
            held = known.household if whom == "household" else people[whom]
            held[fact] = random_value(VOCABULARY[fact], chance, TODAY)
    return known, asked


@settings(max_examples=150, deadline=None)
@given(seed=some.integers(0, 10**9))
def test_an_interview_ends_asks_nothing_twice_and_settles_every_result(seed):
    known, asked = interview(seed)
    gaps = [gap for screen in asked for gap in screen.open]
    assert len(set(gaps)) == len(gaps)
    done = walk(RULES, GOALS, known, PLAN, VOCABULARY)
    assert done.finished and done.unneeded == ()
    assert {screen.key for screen in done.path} == {screen.key for screen in asked}
    assert all(RULES.work_out(GOALS, done.used)[goal].is_settled for goal in GOALS)


@settings(max_examples=60, deadline=None)
@given(seed=some.integers(0, 10**9))
def test_no_answer_still_open_can_change_the_results(seed):
    known, _ = interview(seed)
    used = walk(RULES, GOALS, known, PLAN, VOCABULARY).used
    report = try_completions(RULES, GOALS, used, VOCABULARY, seed=seed, count=5, today=TODAY)
    assert report.tried == 5 and report.changed == []


@settings(max_examples=60, deadline=None)
@given(seed=some.integers(0, 10**9), changed=some.sampled_from(["savings", "works", "role"]))
def test_after_any_change_the_walk_uses_only_what_it_reaches(seed, changed):
    known, _ = interview(seed)
    chance = random.Random(seed + 1)
    for facts in [known.household, *(one.facts for one in known.people())]:
        if changed in facts:
            facts[changed] = random_value(VOCABULARY[changed], chance, TODAY)
    after = walk(RULES, GOALS, known, PLAN, VOCABULARY)
    told = {(fact, "household") for fact in known.household}
    told |= {(fact, one.id) for one in known.people() for fact in one.facts}
    used = {(fact, "household") for fact in after.used.household}
    used |= {(fact, one.id) for one in after.used.people() for fact in one.facts}
    assert used == told - set(after.unneeded)


def test_the_proof_can_fail():
    # Stopping before the pension is known leaves a result that the pension changes.
    early = household(person("edith", "claimant", works=False), savings=0.0, bill=10_000.0)
    whole = household(person("edith", "claimant", works=False, pension=0.0), savings=0.0, bill=10_000.0)

    class TooEarly:
        def work_out(self, goals, circumstances):
            return RULES.work_out(goals, whole if circumstances is early else circumstances)

    report = try_completions(TooEarly(), GOALS, early, VOCABULARY, seed=1, count=20, today=TODAY)
    assert report.changed and report.changed[0]["found"] != report.changed[0]["promised"]
