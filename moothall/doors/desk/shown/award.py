"""What the rules give, or what was decided, goal by goal with its tree of reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from moothall.doors.kit.languages import current_language


@dataclass(frozen=True, slots=True)
class Answer:
    """One goal of the service: its words, the answer as people read it, and why."""

    goal: str
    label: str
    text: str
    covered: bool
    reasons: Mapping


def answers(results: Mapping[str, Mapping], reasons: Mapping[str, Mapping]) -> list[Answer]:
    """In the order of the service. `reasons` are by language, as a decision keeps them."""
    language = current_language()
    return [_answer(goal, result, reasons[language][goal], language) for goal, result in results.items()]


def _answer(goal: str, result: Mapping, tree: Mapping, language: str) -> Answer:
    said = result.get("text") or result.get("not_covered") or {}
    return Answer(
        goal=goal,
        label=tree["wording"].rstrip("."),
        text=said.get(language, ""),
        covered="text" in result,
        reasons=tree,
    )
