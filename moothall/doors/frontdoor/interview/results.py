"""What the rules give for the answers so far, as a page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from moothall.doors.frontdoor.interview.people import ROLE, name_of
from moothall.doors.frontdoor.interview.way import Way
from moothall.doors.kit import current_language
from moothall.engines.facts import Circumstances, Vocabulary
from moothall.engines.rules import NotCovered, Outcome, Rules
from moothall.engines.rules.answers import show
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.local_schemes.telling import without_flags
from moothall.work.applications.queries import rules_of

# Answers that are no amount: what somebody cannot get, and what a body may give when it is asked.
NOT_ENTITLED, MAY_ASK = "not_entitled", "may_ask"


@dataclass(frozen=True)
class Result:
    """One thing worked out: what it is, what it comes to, and the tree of reasons."""

    goal: str
    covered: bool
    nothing: bool  # worked out, and it comes to nothing: not the same as not covered
    text: str
    tree: Mapping[str, object]
    value: object = None  # the figure itself and its unit; none when it is not covered
    unit: str = ""

    @property
    def may_ask(self) -> bool:
        """Whether it is for a body to give when it is asked: no amount, and not nothing."""
        return self.value == MAY_ASK


@dataclass(frozen=True)
class Estimate:
    """What she came for, the same over a year where the rules give that, and what stands beside it."""

    main: Result
    yearly: Result | None
    others: tuple[Result, ...]


def estimate_of(way: Way, *, today: date) -> Estimate:
    """The service's goals, the first being what she came for; then what is shown beside them.

    What comes to nothing is said when the service is for it, not when it is an aside; and
    nothing is said twice.
    """
    definition = way.draft.edition.definition
    main, *rest = results_of(way, today=today)
    if not main.covered:
        known = results_of(way, today=today, only=definition.service.get("shown_when_not_covered", []))
        rest += [one for one in known if one.covered]
    yearly = next((one for one in rest if one.goal == f"{main.goal}_yearly" and one.covered), None)
    others = [
        one
        for one in rest
        if one is not yearly
        and (one.text != main.text or one.covered)
        and (one.goal in definition.goals or not one.nothing)
    ]
    return Estimate(main=main, yearly=yearly, others=tuple(others))


def results_of(way: Way, *, today: date, only: list[str] | None = None) -> list[Result]:
    """Each goal of the service, and what is shown beside them, as far as it is settled; or `only` some."""
    definition = way.draft.edition.definition
    names = _names_of_children(way.walk.used, definition.vocabulary)
    outcomes = outcomes_of(definition, rules_of(way.draft, on=today), way.walk.used, only=only)
    return [
        _result(goal, outcome, definition.vocabulary, names)
        for goal, outcome in outcomes.items()
        if outcome[goal].is_settled
    ]


def outcomes_of(
    definition: Definition, rules: Rules, used: Circumstances, *, only: list[str] | None = None
) -> dict[str, Outcome]:
    """The outcome that holds each goal. What is shown beside the goals of the interview is worked out alone.

    A sparing interview left open what cannot change its own goals. Something beside them may lean on just
    that: then it alone is not shown, and takes no goal with it.
    """
    together = [] if only is not None else definition.goals
    beside = definition.service.get("also_shown", []) if only is None else only
    outcomes = dict.fromkeys(together, rules.work_out(together, used))
    return outcomes | {goal: rules.work_out([goal], used) for goal in beside}


def _names_of_children(known: Circumstances, vocabulary: Vocabulary) -> dict[str, str]:
    """What to call each of several children in the reasons; of one alone it is clear who is meant."""
    children = [person.id for person in known.people() if person.facts.get(ROLE) == "child"]
    language = current_language()
    if len(children) < 2:
        return {}
    return {whom: name_of(whom, known, vocabulary, language=language) for whom in children}


def _result(goal: str, outcome: Outcome, vocabulary: Vocabulary, names: Mapping[str, str]) -> Result:
    language, answer = current_language(), outcome[goal]
    tree = outcome.reasons(goal, language=language, names=names)
    if isinstance(answer, NotCovered):
        return Result(
            goal=goal,
            covered=False,
            nothing=False,
            text=tree.refusal or answer.sentence,
            tree=without_flags(tree.to_dict()),
        )
    return Result(
        goal=goal,
        covered=True,
        nothing=not answer.value or answer.value == NOT_ENTITLED,
        text=show(answer.value, answer.unit, language, vocabulary),
        tree=without_flags(tree.to_dict()),
        value=answer.value,
        unit=answer.unit,
    )
