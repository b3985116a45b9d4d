"""Says in words what a file may hold for a fact, for whoever typed something else."""

from __future__ import annotations

import re

from moothall.engines.facts import Fact, Vocabulary, dates

KINDS = {"money": 'pounds like "123.45"', "number": "a number", "date": "a date like 1950-03-14"}


def accepted(fact: Fact) -> str:
    """The choices, or the kind and the range."""
    if fact.choices:
        return ", ".join(choice.code for choice in fact.choices)
    if fact.kind == "yes_no":
        return "yes or no"
    ends = [_end(fact, end) for end in (fact.least, fact.most) if end is not None]
    return KINDS.get(fact.kind, "text") + (f", from {ends[0]} to {ends[1]}" if len(ends) == 2 else "")


def accepted_by_the_fact_in(message: str, vocabulary: Vocabulary) -> str:
    """The same for the first fact that a message names; empty when it names none."""
    for fact in vocabulary:
        if re.search(rf"\b{fact.name}\b", message):
            return f". Accepted: {accepted(fact)}"
    return ""


def _end(fact: Fact, end: object) -> str:
    if end == "today":
        return "the day asked about"
    if fact.kind == "date":
        return dates.to_iso(end)
    return f"{end / 100:.2f}" if fact.kind == "money" else f"{end:g}"
