"""One rule text, several readings, the same numbers."""

from moothall.engines.rules.answers import Answer, Needs, NotCovered, Settled
from moothall.engines.rules.book import NoSuchSubject, RuleBook, Rules, UnknownRule
from moothall.engines.rules.errors import RuleError, RuleErrors
from moothall.engines.rules.outcome import Endless, Outcome
from moothall.engines.rules.reasons import NotWorkedOut, Reason

__all__ = [
    "Answer", "Endless", "Needs", "NoSuchSubject", "NotCovered", "NotWorkedOut", "Outcome", "Reason",
    "RuleBook", "RuleError", "RuleErrors", "Rules", "Settled", "UnknownRule",
]  # fmt: skip
