"""The interview: which screen comes next, and when nothing still open can change the results."""

from moothall.engines.questions.check import check_plan, facts_read
from moothall.engines.questions.contradictions import (
    ContradictionErrors,
    Contradictions,
    Found,
    NotAskedAgain,
)
from moothall.engines.questions.needs import NotAsked
from moothall.engines.questions.plan import Condition, Plan, PlanError, PlanErrors, Question, Section
from moothall.engines.questions.screens import Finished, Screen, Walk, identity_screens
from moothall.engines.questions.subjects import Gap
from moothall.engines.questions.walk import next_screen, walk

__all__ = [
    "Condition", "ContradictionErrors", "Contradictions", "Finished", "Found", "Gap", "NotAsked",
    "NotAskedAgain", "Plan", "PlanError", "PlanErrors", "Question", "Screen", "Section", "Walk", "check_plan",
    "facts_read", "identity_screens", "next_screen", "walk",
]  # fmt: skip
