from moothall.work.cases.models.case import Case
from moothall.work.cases.models.correction import CORRECT, Correction
from moothall.work.cases.models.decision import Decision
from moothall.work.cases.models.review import Review
from moothall.work.cases.models.task import Task

__all__ = ["CORRECT", "Case", "Correction", "Decision", "Review", "Task"]
