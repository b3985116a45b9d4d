"""A resident asks for a decision to be looked at again."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from moothall.engines.facts import hides_something
from moothall.engines.process import Command, Finish, Start, is_over
from moothall.ground.due_work import enqueue_all
from moothall.ground.people.may import require
from moothall.ground.record import Happened, write_all
from moothall.work.cases.holding import hold
from moothall.work.cases.models import Case, Decision, Review, Task
from moothall.work.cases.queries import ASK, ASKED_LATER
from moothall.work.cases.steps import Step, take_step

LONGEST_WHY = 5_000


class NothingDecidedYet(Exception):
    """There is no decision to look at again."""


class AlreadyAsked(Exception):
    """This decision is being looked at again, or has been. `review` says when it was asked."""

    def __init__(self, review: Review) -> None:
        super().__init__("This decision has been asked about already.")
        self.review = review


class WhyIsMissing(Exception):
    """The request says nothing. A body must be told on what grounds."""


class WhyCannotBeShown(Exception):
    """The request holds a character that nobody can see, and that no database of ours need keep."""


def ask_for_review(case_id: UUID, *, actor, why: str, channel: str, today: date, now: datetime) -> Review:
    """Open the review. The law sets no time limit, so a closed case begins again."""
    case = hold(case_id)
    require(actor, "case.ask_for_review", case)
    if not why.strip():
        raise WhyIsMissing
    if hides_something(why):
        raise WhyCannotBeShown
    decision = _newest_decision(case)
    step = take_step(case, case.edition.definition, _command(case), today=today, now=now)
    review = Review.objects.create(
        case=case,
        organisation_id=case.organisation_id,
        of=decision,
        why=why.strip()[:LONGEST_WHY],
        channel=channel,
        asked_at=now,
        due_on=min(step.due_dates, default=today),
    )
    _move_on(case, step, actor=actor, now=now)
    enqueue_all(step.timers)
    write_all([_happened(case, review, actor, channel)], now=now)
    return review


def _newest_decision(case: Case) -> Decision:
    decision = case.decisions.filter(superseded_by__isnull=True).select_related("review").first()
    if decision is None:
        raise NothingDecidedYet
    if hasattr(decision, "review"):
        raise AlreadyAsked(decision.review)
    return decision


def _command(case: Case) -> Command:
    if is_over(case.process_state):
        return Start(ASKED_LATER)
    asking = next(task for task in case.process_state["open"] if task.startswith(f"{ASK}#"))
    return Finish(asking)


def _move_on(case: Case, step: Step, *, actor, now: datetime) -> None:
    case.tasks.filter(number__in=step.finished).update(finished_at=now, finished_by=actor.id)
    Task.objects.bulk_create(step.opened)
    case.status, case.closed_at = "under_review", None
    case.due_on = min(step.due_dates, default=case.due_on)
    case.revision += 1
    case.save(update_fields=["process_state", "status", "closed_at", "due_on", "revision"])


def _happened(case: Case, review: Review, actor, channel: str) -> Happened:
    return Happened(
        verb="review.asked",
        organisation=case.organisation_id,
        service=case.service,
        channel=channel,
        case=case.id,
        actor=actor,
        subjects=[case.subject_id],
        payload={"review": str(review.id), "why": review.why, "reference": case.reference},
    )
