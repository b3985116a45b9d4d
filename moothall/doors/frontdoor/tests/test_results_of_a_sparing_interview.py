"""What is shown beside the goals of a sparing interview takes none of them with it."""

from types import SimpleNamespace

from moothall.doors.frontdoor.interview.results import outcomes_of
from moothall.engines.questions import walk
from moothall.engines.questions.tests.household import GOALS, household, person, plan, rules, vocabulary
from moothall.engines.rules import Needs, Settled

RULES = rules()


def outcomes(**service):
    """Edith earns so much that she gets no help, whatever her pension is; so that was not asked."""
    told = household(person("edith", "claimant", works=True, pay=100_000.0), savings=100.0, bill=3_000.0)
    done = walk(RULES, GOALS, told, plan(), vocabulary(), sparing=True)
    assert done.finished
    definition = SimpleNamespace(goals=GOALS, service=service)
    return outcomes_of(definition, RULES, done.used)


def test_a_goal_stays_though_what_is_shown_beside_it_needs_more():
    found = outcomes(also_shown=["income"])
    assert found["help"]["help"] == Settled(0.0, "GBP/week")
    assert found["income"]["income"] == Needs("pension", "person", "edith")


def test_goals_are_worked_out_together_and_once():
    assert list(outcomes()) == GOALS
