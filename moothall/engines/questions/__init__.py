"""The interview: which screen comes next, and when nothing still open can change the results."""

from moothall.engines.questions.plan import Condition, Plan, PlanError, PlanErrors, Question, Section

__all__ = ["Condition", "Plan", "PlanError", "PlanErrors", "Question", "Section"]
