"""`moothall calculate`: what a household is due on a day, and why.

FILE is YAML or JSON: one household, or worked cases. It needs no database. Exit code: 0 when every
answer is settled, 1 when a fact is still needed, 2 when the file or the call is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from moothall.doors.commands.accepted import accepted, told_of
from moothall.doors.commands.households import (
    Household,
    NotAHouseholdFile,
    check_fit,
    circumstances_of,
    definition_of,
    read_households,
)
from moothall.engines.facts import FactErrors, NotCircumstances
from moothall.engines.rules import Needs, NotCovered, Outcome, RuleErrors, Settled
from moothall.engines.rules.answers import show
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import NoSuchService
from moothall.ground.catalogue.local_schemes import RATES_OF_SHEETS
from moothall.ground.catalogue.marks import mark_of_goal, reasons_of

SERVICE = "council_tax_reduction"
NOT_COVERED = {"en": "Not covered", "cy": "Heb ei gynnwys"}
NOT_LOOKED_AT = {"en": "What this did not look at:", "cy": "Yr hyn nad edrychodd hwn arno:"}


class WrongCall(ValueError):
    """The command line or the file does not say what is needed. The message says what is accepted."""


def main(argv: list[str]) -> int:
    asked = _parser().parse_args(argv)
    try:
        definition, households = _read(asked)
        answers = [_answer(household, definition, asked) for household in households]
    except (WrongCall, NotAHouseholdFile, NotCircumstances, NoSuchService, RuleErrors, FactErrors) as wrong:
        print(f"moothall calculate: {wrong}", file=sys.stderr)
        return 2
    if asked.json:
        print(json.dumps({"service": definition.key, "households": answers}, indent=2, ensure_ascii=False))
    else:
        print("\n\n".join(_in_words(one, definition, asked.language) for one in answers))
    return 1 if any(one["needs"] for one in answers) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="moothall calculate", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--on", metavar="DATE", help="the day that the answer is about, like 2026-04-01")
    parser.add_argument("--reasons", action="store_true", help="say why, with the law")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--service", help=f"a folder of services/; {SERVICE} when neither this nor the file says"
    )
    parser.add_argument("--for", dest="organisation", default="", help="lay this organisation's overlay on")
    parser.add_argument("--case", help="only the case of this name, when the file holds several")
    parser.add_argument("--language", choices=("en", "cy"), default="en")
    return parser


def _read(asked: argparse.Namespace) -> tuple[Definition, list[Household]]:
    service, households = read_households(asked.file)
    if asked.case is not None:
        households = [one for one in households if one.name == asked.case]
        if not households:
            raise WrongCall(
                f"{asked.file.name} has no case named {asked.case!r}. Expected: a name in the file"
            )
    return definition_of(asked.service or service or SERVICE, organisation=asked.organisation), households


def _answer(household: Household, definition: Definition, asked: argparse.Namespace) -> dict:
    on = _day(asked.on, household)
    goals = [*definition.goals, *definition.service.get("also_shown", [])]
    try:
        circumstances = circumstances_of(household, definition.vocabulary, on=on)
        check_fit(circumstances, definition, on=on)
    except NotCircumstances as wrong:
        told = told_of(wrong, definition.vocabulary)
        raise NotCircumstances(f"{asked.file.name}, {household.name}: {told}") from None
    outcome = definition.rules_on(on).work_out(goals, circumstances)
    marks = {goal: mark_of_goal(definition, outcome, goal, on=on) for goal in goals}
    plain = {
        "name": household.name,
        "on": on.isoformat(),
        "answers": {goal: _plain_answer(outcome, goal, definition, asked.language) for goal in goals},
        "needs": _plain_needs(outcome.needs, definition, asked.language),
    }
    for goal, mark in marks.items():
        if mark:
            plain["answers"][goal]["not_adopted"] = mark[asked.language]
    if asked.reasons:
        told = goals if asked.json else definition.goals
        trees = {goal: outcome.reasons(goal, asked.language) for goal in told if outcome[goal].is_settled}
        plain["reasons"] = {
            goal: reasons_of(definition, outcome, goal, asked.language, on=on) for goal in trees
        }
        plain["lines"] = {goal: tree.lines() for goal, tree in trees.items()}
        if asked.json:
            del plain["lines"]
    return plain


def _day(text: str | None, household: Household) -> date:
    if text is None:
        if household.on is None:
            raise WrongCall(f"{household.name}: no day was given. Expected: --on DATE, like --on 2026-04-01")
        return household.on
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongCall(
            f"--on {text!r} is not a day that there is. Expected: a date like 2026-04-01"
        ) from None


def _plain_answer(outcome: Outcome, goal: str, definition: Definition, language: str) -> dict:
    answer = outcome[goal]
    wording, _ = outcome.rules.book.wordings.of(language, goal, outcome.rules.rule(goal).says)
    if isinstance(answer, Settled):
        text = show(answer.value, answer.unit, language, definition.vocabulary)
        return {
            "wording": wording,
            "status": "settled",
            "value": _plain_value(answer),
            "unit": answer.unit,
            "text": text,
            "forecasts": list(answer.forecasts),
        }
    if isinstance(answer, NotCovered):
        text = outcome.reasons(goal, language).refusal or answer.sentence
        return {"wording": wording, "status": "not_covered", "text": text}
    return {"wording": wording, "status": "needs"}


def _plain_value(answer: Settled) -> object:
    """Money in pounds as text, so that no reader of JSON rounds it; the rest as it is."""
    return f"{answer.value / 100:.2f}" if answer.unit.startswith("GBP") else answer.value


def _plain_needs(needs: Needs | None, definition: Definition, language: str) -> dict | None:
    if needs is None:
        return None
    if needs.fact == "people":
        return {"fact": "people", "about": needs.entity, "question": "Who lives there?"}
    fact = definition.vocabulary[needs.fact]
    return {
        "fact": needs.fact,
        "about": needs.entity,
        "who": needs.entity_id,
        "question": fact.words(language).question,
        "accepted": accepted(fact),
    }


def _in_words(one: Mapping, definition: Definition, language: str) -> str:
    lines = [f"{one['name']}, on {one['on']}"]
    for goal, answer in one["answers"].items():
        lines.append(f"  {_answer_in_words(goal, answer, language)}")
        lines += [f"    {answer['not_adopted']}"] if "not_adopted" in answer else []
        lines += [f"    {line}" for line in one.get("lines", {}).get(goal, ())]
    first = one["answers"][definition.goals[0]]
    if first["status"] == "not_covered" and (elsewhere := definition.service.get("below_pension_age")):
        lines.append(f"  {elsewhere[language]}")
    if one["needs"]:
        need = one["needs"]
        who = f" of {need['who']}" if need["about"] != "household" else ""
        lines.append(f"  Still needed: {need['fact']}{who}. {need['question']} {_accepted(need)}")
    elif not_looked_at := definition.service.get("not_looked_at", {}).get(language):
        lines += [f"  {NOT_LOOKED_AT[language]}", *(f"    - {line}" for line in not_looked_at)]
    return "\n".join(lines)


def _answer_in_words(goal: str, answer: Mapping, language: str) -> str:
    if answer["status"] == "needs":
        return f"{goal}: not known yet"
    if answer["status"] == "not_covered":
        return f"{goal}: {NOT_COVERED[language]}. {answer['text']}"
    # Of a scheme that is not adopted one sentence is said, and not the name of each of its figures.
    law = [name for name in answer["forecasts"] if name not in RATES_OF_SHEETS]
    forecasts = f" (from forecasts, not yet law: {', '.join(law)})" if law else ""
    return f"{goal}: {answer['text']}{forecasts}"


def _accepted(need: Mapping) -> str:
    return f"(accepted: {need['accepted']})" if need.get("accepted") else ""
