"""What doors may ask about cases. Every list goes through `visible_to`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet, prefetch_related_objects

from moothall.ground.people.actor import Actor
from moothall.ground.people.may import require
from moothall.ground.people.visible_to import visible_to
from moothall.work.cases.holding import cases
from moothall.work.cases.letters import letter_kind
from moothall.work.cases.models import CORRECT, Case, Decision, Review, Task
from moothall.work.notices.models import Notice
from moothall.work.notices.queries import letters_about

PAGE = 50
# The names that a process gives to the step of asking for a review, and to beginning again after its end.
ASK, ASKED_LATER = "ask_for_review", "asked_later"


def queue(
    actor, *, mine: bool = False, untaken: bool = False, after: tuple[date | None, UUID] | None = None
) -> QuerySet[Task]:
    """Open tasks for officers, the most overdue first; a page of them, from after the last one shown.

    `mine` are those that the actor has taken, `untaken` those that nobody has.
    """
    tasks = Task.objects.filter(visible_to(actor, Task), finished_at__isnull=True, fell_away_at__isnull=True)
    tasks = tasks.exclude(role="resident").select_related("case__edition", "organisation")
    tasks = tasks.defer("case__edition__files")
    if mine or untaken:
        tasks = tasks.filter(taken_by=actor.id if mine else "")
    if after:
        tasks = tasks.filter(_after(*after))
    return tasks.order_by(F("due_on").asc(nulls_last=True), "id")[: PAGE + 1]


def _after(due_on: date | None, task_id: UUID) -> Q:
    """Keyset, not offset: the 200th page costs what the first does. Work without a due day comes last."""
    if due_on is None:
        return Q(due_on__isnull=True, id__gt=task_id)
    return Q(due_on__gt=due_on) | Q(due_on=due_on, id__gt=task_id) | Q(due_on__isnull=True)


def case_for(actor, case_id: UUID) -> Case:
    """The case, if the actor may see it. A stranger learns no more than that there is no such case."""
    case = cases().get(id=case_id)
    require(actor, "case.view", case)
    return case


def case_by_reference(reference: str) -> Case | None:
    """The case with this reference in the organisations in context; not yet permission to see it."""
    return cases().filter(reference=reference).first()


def case_of_hers(actor: Actor, reference: str) -> Case | None:
    """The case, if this actor has shown its key. Anyone else learns nothing of it, not that it is there."""
    case = case_by_reference(reference)
    if case is None or str(case.id) not in actor.cases:
        return None
    require(actor, "case.view", case)
    return case


def read_together(of: Iterable[Case], *parts: str) -> None:
    """Reads `decisions`, `tasks` or `reviews` of all these cases, in one statement for each.

    What is asked about them afterwards asks the database no more, and so does not see what happens meanwhile.
    """
    prefetch_related_objects(list(of), *parts)


def cases_of(submission: UUID) -> QuerySet[Case]:
    """Every case in context that came of one telling."""
    return cases().filter(submission=submission).order_by("opened_at", "reference")


def newest_decision(case: Case) -> Decision | None:
    """The decision that stands, or None."""
    decisions = list(case.decisions.all())
    superseded = {decision.supersedes_id for decision in decisions}
    return next((decision for decision in decisions if decision.pk not in superseded), None)


def letter_of(decision: Decision) -> Notice | None:
    """The letter that told of this decision, with what is known of its PDF."""
    return letters_about(decision.case_id).filter(kind=letter_kind(decision)).first()


@dataclass(frozen=True)
class Moment:
    """One line of what has happened: a key of the message catalogue, its values, and when."""

    key: str
    at: datetime
    values: dict
    over: bool = True


def timeline(case: Case) -> list[Moment]:
    """What has happened in the case, oldest first, in words that its resident may read too."""
    moments = [Moment("case.opened", case.opened_at, {})]
    moments += [_task_moment(task) for task in case.tasks.all() if task.finished_at]
    moments += [
        Moment("case.decided", decision.decided_at, {"outcome": decision.outcome})
        for decision in case.decisions.all()
    ]
    moments += [_review_moment(review) for review in case.reviews.all()]
    if case.closed_at:
        moments.append(Moment("case.closed", case.closed_at, {}))
    return sorted(moments, key=lambda moment: moment.at)


def _task_moment(task: Task) -> Moment:
    return Moment("task.finished", task.finished_at, {"names": task.names})


def _review_moment(review: Review) -> Moment:
    return Moment("review.asked", review.asked_at, {"due_on": review.due_on})


def open_tasks(case: Case) -> list[Task]:
    """What the case is waiting for, the first due first; work without a due day comes last."""
    tasks = [task for task in case.tasks.all() if not task.finished_at and not task.fell_away_at]
    return sorted(tasks, key=lambda task: (task.due_on or date.max, task.opened_at))


def awaited_tasks(case: Case) -> list[Task]:
    """What its resident waits for: the work of the case, or of the one that it joined.

    What somebody else asked to have corrected in that one is theirs alone.
    """
    if not case.joins_id:
        return open_tasks(case)
    return [task for task in open_tasks(case.joins) if task.node != CORRECT]


def may_be_reviewed(case: Case) -> bool:
    """Whether its process knows asking for a decision to be looked at again."""
    nodes = case.edition.definition.process.nodes
    return ASK in nodes or ASKED_LATER in nodes
