"""What has happened in a case and what it waits for, in a resident's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.doors.kit.formats import in_words
from moothall.work.cases.corrections import corrected_since
from moothall.work.cases.models import Case, Decision, Task
from moothall.work.cases.queries import Moment

STEP = "task.finished"


@dataclass(frozen=True)
class Line:
    """One line of the story."""

    text: str
    at: datetime


@dataclass(frozen=True)
class Waiting:
    """What the case waits for: whose turn it is, and by when."""

    text: str
    by: date | None
    hers: bool


def happened(case: Case, moments: Iterable[Moment]) -> list[Line]:
    """The moments of a case as sentences, the newest first."""
    told = list(moments)
    # A decision is also a step that was finished: she is told the decision.
    of_their_own = {moment.at for moment in told if moment.key != STEP}
    shown = [moment for moment in told if moment.key != STEP or moment.at not in of_their_own]
    return [Line(_sentence(case, moment), moment.at) for moment in reversed(shown)]


def waiting_for(case: Case, tasks: Sequence[Task]) -> list[Waiting]:
    """What the body does next, and what she may do; nothing when all is done."""
    return [Waiting(_turn(case, task), task.due_on, hers=task.role == "resident") for task in tasks]


def _sentence(case: Case, moment: Moment) -> str:
    language = current_language()
    body = case.organisation.name(language)
    if moment.key == "case.decided":
        outcomes = case.edition.definition.service.get("outcomes", {})
        outcome = in_language_of(outcomes.get(moment.values["outcome"], moment.values["outcome"]), language)
        return t("frontdoor.happened.decided", body=body, outcome=outcome)
    if moment.key == STEP:
        names = moment.values["names"]
        return t("frontdoor.happened.step", step=names.get(language) or names["en"])
    if moment.key == "review.asked":
        return t("frontdoor.happened.review_asked", date=in_words(moment.values["due_on"]))
    return t(f"frontdoor.happened.{moment.key.partition('.')[2]}", body=body)


def _turn(case: Case, task: Task) -> str:
    body = case.organisation.name(current_language())
    return t(
        f"frontdoor.waiting.{'you' if task.role == 'resident' else 'body'}",
        body=body,
        step=task.name(current_language()),
    )


def results_in_words(decision: Decision, language: str) -> list[str]:
    """What was decided, goal by goal: `Council tax reduction each week: £26.62 a week`."""
    lines = []
    for goal, result in decision.results.items():
        said = (result.get("text") or result.get("not_covered") or {}).get(language, "")
        tree = decision.reasons[language].get(goal, {})
        lines.append(
            t("frontdoor.decision.result", what=str(tree.get("wording", goal)).rstrip("."), answer=said)
        )
    return lines


def corrected_in_words(case: Case, decision: Decision | None) -> str:
    """What the decision rests on that was corrected since, as one line; empty when nothing was."""
    vocabulary = case.edition.definition.vocabulary
    names = dict.fromkeys(fact.name for fact in corrected_since(decision)) if decision else ()
    return ", ".join(vocabulary[name].words(current_language()).label for name in names if name in vocabulary)
