"""One case as an officer reads it, on one page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from moothall.doors.desk.shown.award import Answer, answers
from moothall.doors.desk.shown.facts import About, facts_shown
from moothall.doors.desk.shown.process import picture
from moothall.doors.desk.shown.queue import Row, names_of, rows
from moothall.doors.kit.formats import in_words
from moothall.doors.kit.languages import current_language
from moothall.doors.kit.wording import t
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import may
from moothall.ground.subjects.queries import every_statement_of_case
from moothall.work.cases import queries
from moothall.work.cases.actions.decide_at_once import RULES
from moothall.work.cases.award import award_of
from moothall.work.cases.corrections import corrected_since
from moothall.work.cases.models import Case, Decision, Review
from moothall.work.cases.papers import papers_of_case

DECISIONS = ("decide", "look_again")


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with the name of who made it and its answers."""

    decision: Decision
    by: str
    outcome: str
    answers: list[Answer]
    stands: bool
    corrected_since: list[str]


@dataclass(frozen=True, slots=True)
class Todo:
    """An open task, and what this officer can do about it."""

    row: Row
    decides: bool
    corrects: UUID | None
    may_act: bool


@dataclass(frozen=True, slots=True)
class Event:
    """One line of what has happened."""

    when: str
    text: str


def case_shown(case: Case, *, actor: Actor, today: date) -> dict[str, object]:
    """Everything that the page of a case shows."""
    definition = case.edition.definition
    open_tasks = list(queries.open_tasks(case))
    return {
        "case": case,
        "service": definition.service["name"][current_language()],
        "todo": todo(case, open_tasks, actor=actor, today=today),
        "proposed": proposed(case) if case.status in ("open", "under_review") else None,
        "decisions": decisions(case),
        "reviews": list(case.reviews.order_by("-asked_at")),
        "facts": facts(case),
        "papers": papers_of_case(case),
        "picture": picture(definition.process, open_tasks),
        "timeline": [_event(moment, definition.service) for moment in queries.timeline(case)],
    }


def todo(case: Case, open_tasks: list, *, actor: Actor, today: date) -> list[Todo]:
    """The open tasks, the resident's too: she may be who the case waits for."""
    for task in open_tasks:
        task.case = case
    requests = dict(case.corrections.filter(status="asked").values_list("task_id", "pk"))
    return [
        Todo(
            row=row,
            decides=row.task.node in DECISIONS,
            corrects=requests.get(row.task.pk),
            may_act=may(actor, "task.finish", row.task),
        )
        for row in rows(open_tasks, actor=actor, today=today)
    ]


def proposed(case: Case) -> list[Answer]:
    """What the newest approved rules give today, on what is known."""
    award = award_of(case)
    return answers(award.results(), award.reasons())


def decisions(case: Case) -> list[Decided]:
    """The decisions, newest first. The one that no other supersedes stands."""
    made = list(case.decisions.order_by("-decided_at"))
    names = names_of(one.decided_by for one in made)
    superseded = {one.supersedes_id for one in made}
    outcomes = case.edition.definition.service["outcomes"]
    return [
        Decided(
            decision=one,
            by=t("desk.decision.rules") if one.decided_by == RULES else names.get(one.decided_by, ""),
            outcome=outcome_name(outcomes, one.outcome),
            answers=answers(one.results, one.reasons),
            stands=one.pk not in superseded,
            corrected_since=[] if one.pk in superseded else _corrected_since(case, one),
        )
        for one in made
    ]


def _corrected_since(case: Case, decision: Decision) -> list[str]:
    """What the statements that it stood on, and that were corrected since, are about."""
    vocabulary = case.edition.definition.vocabulary
    names = dict.fromkeys(fact.name for fact in corrected_since(decision))
    return [
        vocabulary[name].words(current_language()).label if name in vocabulary else name for name in names
    ]


def open_review(case: Case) -> Review | None:
    """The request that waits for an answer, if there is one."""
    return case.reviews.filter(answered_at=None).first()


def facts(case: Case) -> list[About]:
    """Every statement, the superseded too."""
    return facts_shown(every_statement_of_case(case.pk), case.edition.definition.vocabulary)


def outcome_name(outcomes: dict, code: str) -> str:
    """What the service calls an outcome; the code itself when it gives it no name."""
    return outcomes.get(code, {}).get(current_language(), code)


def _event(moment: queries.Moment, service: dict) -> Event:
    language, values = current_language(), dict(moment.values)
    if "names" in values:
        values["name"] = values["names"].get(language) or values["names"]["en"]
    if "outcome" in values:
        values["outcome"] = outcome_name(service["outcomes"], values["outcome"])
    if "due_on" in values:
        values["due_on"] = in_words(values["due_on"])
    key = f"desk.moment.{moment.key.replace('.', '_')}"
    return Event(when=in_words(moment.at, time=True), text=t(key, **values))
