"""Whether a plan and the rules fit: found when a service is checked, not when somebody is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from moothall.engines.facts import Vocabulary
from moothall.engines.questions.plan import Plan, PlanError, Question


def check_plan(
    plan: Plan,
    rules,
    goals: Sequence[str],
    vocabulary: Vocabulary,
    *,
    read_on_other_days: Collection[str] = (),
) -> list[PlanError]:
    """Every fault with its file and line; with none of them, no interview can come to a dead end.

    Found are facts that the rules may read and no screen asks, facts asked for nothing, and screens that wait
    for each other. `read_on_other_days` are facts that the rules of another date may read.
    """
    read = facts_read(rules, goals)
    faults = [
        *_not_asked(plan, read, vocabulary),
        *_asked_for_nothing(plan, {*read, *read_on_other_days}),
        *_waiting_in_a_circle(plan),
    ]
    return sorted(faults, key=lambda fault: fault.line)


def facts_read(rules, goals: Iterable[str]) -> list[str]:
    """The facts that any rule behind these goals may read, in the order in which they are met."""
    facts: dict[str, None] = {}
    seen: dict[str, None] = {}
    waiting = list(reversed(list(goals)))
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen[name] = None
        rule = rules.rule(name)
        grouped = (rules.vocabulary.groups[group].fact for group in rule.groups)
        facts.update(dict.fromkeys([*rule.facts, *filter(None, grouped)]))
        waiting.extend(reversed(rule.rules))
    return list(facts)


def _not_asked(plan: Plan, read: list[str], vocabulary: Vocabulary) -> Iterable[PlanError]:
    for fact in read:
        question = plan.asking(fact)
        if question is not None and question.identity and fact not in plan.given:
            message = f"the rules read {fact}, and {question.key} asks it only after the estimate"
            yield PlanError(plan.file, question.line, message, "identity: false")
        if question is None and fact not in plan.given:
            about = vocabulary[fact].about
            instead = f"a screen about the {about} with facts: [{fact}], or given: [{fact}]"
            yield PlanError(plan.file, 1, f"the rules read {fact} and no screen asks it", instead)


def _asked_for_nothing(plan: Plan, read: Collection[str]) -> Iterable[PlanError]:
    """A fact that nothing reads is never needed, or comes along on a screen without a purpose."""
    decides = {condition.fact for question in plan for condition in question.depends}
    for question in plan:
        if question.identity or question.roster:
            continue
        for fact in question.facts:
            if fact not in read and fact not in decides:
                yield PlanError(
                    plan.file,
                    question.line,
                    f"{question.key} asks {fact} and no rule reads it",
                    "leave it out",
                )


def _waiting_in_a_circle(plan: Plan) -> Iterable[PlanError]:
    for question in plan:
        way = [question.key]
        if _comes_back(plan, question, question.key, way):
            yield PlanError(
                plan.file,
                question.line,
                f"screens wait for each other: {' -> '.join(way)}",
                "one depends less",
            )


def _comes_back(plan: Plan, question: Question, start: str, way: list[str]) -> bool:
    for condition in question.depends:
        before = plan.asking(condition.fact)
        if before is None or before.key in way[1:]:
            continue
        way.append(before.key)
        if before.key == start or _comes_back(plan, before, start, way):
            return True
        way.pop()
    return False
