"""Says in words what a file may hold for a fact, for whoever typed something else."""

from __future__ import annotations

from moothall.engines.facts import Fact, NotCircumstances, Vocabulary, dates

SHOWN = 60  # of what stood in the file, however long it was
KINDS = {"money": 'pounds like "123.45"', "number": "a number", "date": "a date like 1950-03-14"}


def accepted(fact: Fact) -> str:
    """The choices, or the kind and the range."""
    if fact.choices:
        return ", ".join(choice.code for choice in fact.choices)
    if fact.kind == "yes_no":
        return "yes or no"
    ends = [_end(fact, end) for end in (fact.least, fact.most) if end is not None]
    return KINDS.get(fact.kind, "text") + (f", from {ends[0]} to {ends[1]}" if len(ends) == 2 else "")


def told_of(wrong: NotCircumstances, vocabulary: Vocabulary) -> str:
    """What is wrong in a file, what stood there, and what its fact accepts."""
    if not wrong.fact:
        return str(wrong)
    found = f" Found: {str(wrong.found)[:SHOWN]}." if wrong.found is not None else ""
    return f"{str(wrong).rstrip('.')}.{found} Accepted: {accepted(vocabulary[wrong.fact])}"


def _end(fact: Fact, end: object) -> str:
    if end == "today":
        return "the day asked about"
    if fact.kind == "date":
        return dates.to_iso(end)
    return f"{end / 100:.2f}" if fact.kind == "money" else f"{end:g}"
