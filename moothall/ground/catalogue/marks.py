"""What must be said wherever figures of a council's own scheme stand that no council has adopted.

A sheet says whether its scheme is adopted, proposed or illustrative. The sentence itself is the service's,
in `not_adopted:` of its service.yaml, so that a council's officers can read and change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from moothall.engines.facts import Circumstances
from moothall.engines.rules import Outcome, Settled
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.local_schemes import RATES_OF_SHEETS, Sheet
from moothall.ground.catalogue.local_schemes.telling import without_flags

# The rule that says whether the council's own scheme decides, and not the national one.
DECIDES = "council_scheme_decides"
Mark = Mapping[str, str]  # language -> sentence


def mark_of(definition: Definition, circumstances: Circumstances, *, on: date) -> Mark | None:
    """The sentence for every page about a household; None where national rules or an adopted scheme decide.

    It stands from the moment at which the answers show that the council's own scheme decides.
    """
    sheet = _not_adopted(definition, on)
    if sheet is None:
        return None
    answer = definition.rules_on(on).work_out([DECIDES], circumstances)[DECIDES]
    return _words(definition, sheet) if isinstance(answer, Settled) and answer.value else None


def mark_of_goal(definition: Definition, outcome: Outcome, goal: str, *, on: date) -> Mark | None:
    """The sentence beside one answer, when a figure of a scheme that is not adopted was read for it."""
    sheet, answer = _not_adopted(definition, on), outcome[goal]
    if sheet is None or not isinstance(answer, Settled):
        return None
    return _words(definition, sheet) if RATES_OF_SHEETS & set(answer.forecasts) else None


def reasons_of(
    definition: Definition,
    outcome: Outcome,
    goal: str,
    language: str,
    *,
    on: date,
    names: Mapping[str, str] | None = None,
) -> dict:
    """The tree of reasons as plain JSON; where a scheme is not adopted, `not_adopted` says so at its root.

    `names` says what to call each person, by id.
    """
    tree, mark = without_flags(outcome.reasons(goal, language=language, names=names).to_dict()), None
    if outcome[goal].is_settled:
        mark = mark_of_goal(definition, outcome, goal, on=on)
    return {**tree, "not_adopted": mark[language]} if mark else tree


def _not_adopted(definition: Definition, on: date) -> Sheet | None:
    sheet = definition.sheet_on(on)
    return sheet if sheet and sheet.status != "adopted" else None


def _words(definition: Definition, sheet: Sheet) -> Mark:
    return definition.words_of(sheet.service)["not_adopted"][sheet.status]
