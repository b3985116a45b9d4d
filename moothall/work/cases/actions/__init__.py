from moothall.work.cases.actions.ask_for_review import (
    AlreadyAsked,
    NothingDecidedYet,
    WhyCannotBeShown,
    WhyIsMissing,
    ask_for_review,
)
from moothall.work.cases.actions.decide import ChangedMeanwhile, NothingToDecide, decide
from moothall.work.cases.actions.finish_task import NeedsADecision, finish_task
from moothall.work.cases.actions.open_cases import Opened, Opening, open_cases
from moothall.work.cases.actions.propose import Departure, FactMissing, Proposal, propose
from moothall.work.cases.actions.take_task import TakenBySomebodyElse, TaskOver, put_back, take_task
from moothall.work.cases.actions.timer_is_due import timer_is_due

__all__ = [
    "AlreadyAsked",
    "ChangedMeanwhile",
    "Departure",
    "FactMissing",
    "NeedsADecision",
    "NothingDecidedYet",
    "NothingToDecide",
    "Opened",
    "Opening",
    "Proposal",
    "TakenBySomebodyElse",
    "TaskOver",
    "WhyCannotBeShown",
    "WhyIsMissing",
    "ask_for_review",
    "decide",
    "finish_task",
    "open_cases",
    "propose",
    "put_back",
    "take_task",
    "timer_is_due",
]
