"""What a service answers and what its bodies are told: goals that are rules, facts that somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from moothall.engines.facts import Fault, Faults
from moothall.engines.facts.yaml_lines import read_yaml
from moothall.engines.questions.check import facts_read
from moothall.engines.rules import Rules
from moothall.ground.catalogue.definition import Definition


def goals_are_rules(definition: Definition, rules: Rules) -> list[Fault]:
    """What a service answers, and what it shows besides, is worked out by a rule."""
    file = f"{definition.key}/service.yaml"
    besides = ("also_shown", "shown_when_not_covered")
    goals = [*definition.goals, *(goal for key in besides for goal in definition.service.get(key, []))]
    line = _line_of(definition, "goals")
    unknown = [goal for goal in goals if goal not in rules]
    return [Fault(file, line, f"its goal '{goal}' is no rule", "the name of a rule") for goal in unknown]


def facts_read_on(definition: Definition, days: list[date]) -> set[str]:
    """The facts that its goals may read on any of these days; what is wrong on a day is found elsewhere."""
    read: set[str] = set()
    for day in days:
        try:
            rules = definition.rules_on(day)
        except Faults:
            continue
        read |= set(facts_read(rules, [goal for goal in definition.goals if goal in rules]))
    return read


def facts_told(definition: Definition, rules: Rules) -> Iterator[Fault]:
    """What a body may be told are facts, with all that its rules need, and none that nobody asks."""
    file, told = f"{definition.key}/service.yaml", list(definition.service["facts"])
    line = _line_of(definition, "facts")
    # Of one person alone the rules need no roles: whoever is told of is the one who asks.
    alone = definition.service.get("people") == "claimant"
    for name in facts_read(rules, definition.goals):
        if name not in told and not (alone and name == "role"):
            yield Fault(file, line, f"its rules need {name}, which it is not told", f"{name} under facts")
    asked = _asked(definition)
    for name in told:
        if name not in definition.vocabulary:
            yield Fault(file, line, f"'{name}' is no fact of the vocabulary", "a name in services/vocabulary")
        elif definition.asked and name not in asked:
            expected = "a screen, given: in questions.yaml, or leave it out"
            yield Fault(file, line, f"it is told {name}, which no screen asks", expected)
    # A paper goes to the body with the case, so it may show only what that body is told anyway.
    line = _line_of(definition, "evidence")
    for row in definition.service.get("evidence", ()):
        for name in row.get("supports", ()):
            if name not in told:
                yield Fault(file, line, f"its paper '{row['key']}' shows {name}", "a name under facts")


def _asked(definition: Definition) -> set[str]:
    return {*definition.plan.given, *(fact for question in definition.plan for fact in question.facts)}


def tellings(definition: Definition, services: Path) -> Iterator[Fault]:
    """What the bodies may be told by an interview for many is asked in it, so that nothing is asked later."""
    file, asked = f"{definition.key}/service.yaml", _asked(definition)
    line = _line_of(definition, "tells")
    for service in dict.fromkeys(row["service"] for row in definition.service["tells"]):
        told = read_yaml(file, (services / service / "service.yaml").read_bytes())
        for name in told["facts"]:
            if name not in asked:
                yield Fault(file, line, f"it tells {service}, which names {name}", "a screen that asks it")


def _line_of(definition: Definition, key: str) -> int:
    file = f"{definition.key}/service.yaml"
    return read_yaml(file, definition.files[file].encode()).line_of(key)
