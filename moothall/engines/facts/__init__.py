"""The vocabulary of facts, and what is known of a household."""

from moothall.engines.facts.circumstances import Circumstances, Family, NotCircumstances, Person, to_plain
from moothall.engines.facts.faults import FactError, FactErrors, Fault, Faults
from moothall.engines.facts.reading import Misread, hides_something, read_answer
from moothall.engines.facts.vocabulary import Choice, Fact, Group, UnknownFact, Vocabulary, Wording
from moothall.engines.facts.writing import write_answer, write_plain

__all__ = [
    "Choice", "Circumstances", "Fact", "FactError", "FactErrors", "Family", "Fault", "Faults", "Group",
    "Misread",
    "NotCircumstances", "Person", "UnknownFact", "Vocabulary", "Wording", "hides_something", "read_answer",
    "to_plain", "write_answer", "write_plain",
]  # fmt: skip
