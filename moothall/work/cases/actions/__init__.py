from moothall.work.cases.actions.ask_for_correction import (
    CORRECT,
    AlreadyAskedToCorrect,
    NotCorrectable,
    SameAsHeld,
    ask_for_correction,
    holders_of,
    may_be_corrected,
)
from moothall.work.cases.actions.ask_for_review import (
    AlreadyAsked,
    NothingDecidedYet,
    WhyCannotBeShown,
    WhyIsMissing,
    ask_for_review,
)
from moothall.work.cases.actions.correct import (
    CorrectionOver,
    ReasonIsMissing,
    TakenUpAlready,
    correct,
    withdraw_correction,
)
from moothall.work.cases.actions.decide import ChangedMeanwhile, NothingToDecide, decide
from moothall.work.cases.actions.finish_task import NeedsADecision, finish_task
from moothall.work.cases.actions.open_cases import Opened, Opening, open_cases
from moothall.work.cases.actions.propose import Departure, FactMissing, Proposal, propose
from moothall.work.cases.actions.take_task import TakenBySomebodyElse, TaskOver, put_back, take_task
from moothall.work.cases.actions.timer_is_due import timer_is_due

__all__ = [
    "CORRECT",
    "AlreadyAsked",
    "AlreadyAskedToCorrect",
    "ChangedMeanwhile",
    "CorrectionOver",
    "Departure",
    "FactMissing",
    "NeedsADecision",
    "NotCorrectable",
    "NothingDecidedYet",
    "NothingToDecide",
    "Opened",
    "Opening",
    "Proposal",
    "ReasonIsMissing",
    "SameAsHeld",
    "TakenBySomebodyElse",
    "TakenUpAlready",
    "TaskOver",
    "WhyCannotBeShown",
    "WhyIsMissing",
    "ask_for_correction",
    "ask_for_review",
    "correct",
    "decide",
    "finish_task",
    "holders_of",
    "may_be_corrected",
    "open_cases",
    "propose",
    "put_back",
    "take_task",
    "timer_is_due",
    "withdraw_correction",
]
