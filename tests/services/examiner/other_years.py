"""Our rules with the figures of another year laid over ours, for examples that were printed in that year."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date

import yaml

from moothall.doors.commands.households import definition_of
from moothall.engines.rules import RuleBook
from tests.services.examiner.cases import household_of


class NoSuchRate(LookupError):
    """No rates.yaml that the service reads has a rate of this name."""


def answers(
    service: str,
    goals: list[str],
    *,
    on: date,
    figures: Mapping[str, float | list[dict]] | None = None,
    household: Mapping | None = None,
    people: Mapping[str, Mapping],
) -> dict[str, float]:
    """Each goal in pounds, of a household of which nought.yaml says what is left unsaid.

    `figures` are pounds, or plain numbers, by the name of a rate: each of its rows gets that value. A list is the
    bands of one.
    Raises NoSuchRate, and AssertionError where a goal has no answer.
    """  # fmt: skip
    definition = definition_of(service)
    circumstances = household_of(people, household or {}, on=on)
    outcome = _book(definition, figures or {}).on(on).work_out(goals, circumstances)
    unsettled = [goal for goal in goals if not hasattr(outcome[goal], "value")]
    assert not unsettled, [outcome[goal] for goal in unsettled]
    return {goal: round(outcome[goal].value / 100, 2) for goal in goals}


def _book(definition, figures: Mapping[str, float | list[dict]]) -> RuleBook:
    if not figures:
        return definition.rule_book
    files, left = {}, dict(figures)
    for path, text in definition.files.items():
        if not path.endswith("rates.yaml"):
            continue
        rates = yaml.safe_load(text) or {}
        for name in left.keys() & rates.keys():
            value = left.pop(name)
            key = "bands" if isinstance(value, list) else "value"
            rates[name]["rows"] = [row | {key: deepcopy(value)} for row in rates[name]["rows"]]
        files[path] = yaml.safe_dump(rates, sort_keys=False).encode()
    if left:
        raise NoSuchRate(", ".join(sorted(left)))
    return RuleBook.build(definition.rule_texts, files, definition.vocabulary, {})
