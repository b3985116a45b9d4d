"""Decide a case: accept what the rules give, or depart from it and say why."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from moothall.engines.process import Finish
from moothall.ground.due_work import enqueue_all
from moothall.ground.people.may import require
from moothall.ground.record import Happened, write_all
from moothall.work.cases.actions.propose import Departure, Proposal, propose
from moothall.work.cases.holding import hold
from moothall.work.cases.letters import letter_kind
from moothall.work.cases.models import Case, Decision, Task
from moothall.work.cases.steps import Step, take_step
from moothall.work.notices.actions import Words, queue_notice

DECIDE, LOOK_AGAIN = "decide", "look_again"


class ChangedMeanwhile(Exception):
    """Somebody did something to this case after the page was opened. Look at it again first."""


class NothingToDecide(Exception):
    """No decision is open on this case."""


def decide(
    case_id: UUID, *, actor, revision: int, today: date, now: datetime, departure: Departure | None = None
) -> Decision:
    """Decide the case, or answer its review, and send the letter.

    `revision` is the one that the officer's page showed. Raises ChangedMeanwhile,
    NothingToDecide, FactMissing or NotPermitted, and then decides nothing.
    """
    case = hold(case_id)
    task = _open_decision(case)
    require(actor, "case.look_again" if task.node == LOOK_AGAIN else "case.decide", case)
    if case.revision != revision:
        raise ChangedMeanwhile
    proposal = propose(case, today=today, departure=departure)
    earlier = case.decisions.filter(superseded_by__isnull=True).first()
    decision = _keep(case, proposal, earlier=earlier, actor=actor, today=today, now=now)
    outcome = _outcome_for_process(task, decision, earlier)
    step = take_step(
        case, case.edition.definition, Finish(task.number, {"outcome": outcome}), today=today, now=now
    )
    _move_on(case, task, step, actor=actor, now=now)
    _tell(case, decision, step, now=now)
    _answer_review(case, decision, now=now)
    write_all(_happened(case, task, decision, outcome, actor), now=now)
    return decision


def _open_decision(case: Case) -> Task:
    tasks = case.tasks.filter(
        node__in=(DECIDE, LOOK_AGAIN), finished_at__isnull=True, fell_away_at__isnull=True
    )
    task = tasks.first()
    if task is None:
        raise NothingToDecide
    return task


def _keep(case: Case, proposal: Proposal, *, earlier, actor, today: date, now: datetime) -> Decision:
    departure = proposal.departure
    return Decision.objects.create(
        case=case,
        organisation_id=case.organisation_id,
        outcome=proposal.outcome,
        results=dict(proposal.results),
        reasons=dict(proposal.reasons),
        law=proposal.law,
        edition_hash=proposal.award.edition.content_hash,
        facts=[str(fact.id) for fact in proposal.award.facts],
        about=proposal.award.about,
        departs=departure is not None,
        departure_reason=departure.why if departure else "",
        decided_by=actor.id,
        decided_at=now,
        decided_on=today,
        letters=dict(proposal.letters),
        supersedes=earlier,
    )


def _outcome_for_process(task: Task, decision: Decision, earlier: Decision | None) -> str:
    if task.node == LOOK_AGAIN and earlier:
        same = (earlier.outcome, earlier.results) == (decision.outcome, decision.results)
        return "unchanged" if same else "changed"
    return decision.outcome


def _move_on(case: Case, task: Task, step: Step, *, actor, now: datetime) -> None:
    case.tasks.filter(id=task.id).update(finished_at=now, finished_by=actor.id)
    if step.fell_away:
        case.tasks.filter(number__in=step.fell_away).update(fell_away_at=now)
    Task.objects.bulk_create(step.opened)
    case.status = "closed" if step.over else "decided"
    case.closed_at = now if step.over else None
    case.revision += 1
    case.save(update_fields=["process_state", "status", "closed_at", "revision"])


def _tell(case: Case, decision: Decision, step: Step, *, now: datetime) -> None:
    letter = decision.letters[case.language]
    words = Words(subject_line=letter["subject"], text=letter["text"], language=case.language)
    _, sending = queue_notice(
        organisation=case.organisation_id,
        about=case.id,
        kind=letter_kind(decision),
        words=words,
        send_to=case.send_to,
        now=now,
    )
    enqueue_all([*sending, *step.timers])


def _answer_review(case: Case, decision: Decision, *, now: datetime) -> None:
    if decision.supersedes_id:
        case.reviews.filter(of_id=decision.supersedes_id).update(answered_by=decision, answered_at=now)


def _happened(case: Case, task: Task, decision: Decision, outcome: str, actor) -> list[Happened]:
    common = {
        "organisation": case.organisation_id,
        "service": case.service,
        "channel": actor.channel,
        "case": case.id,
        "actor": actor,
        "subjects": [case.subject_id],
    }
    decided = Happened(
        verb="case.decided",
        step=task.node,
        edition=decision.edition_hash,
        details={
            "outcome": decision.outcome,
            "departs": decision.departs,
            "days": (decision.decided_on - case.claimed_on).days,
            "late": bool(case.due_on and decision.decided_on > case.due_on),
        },
        payload={
            "decision": str(decision.id),
            "reference": case.reference,
            "departure_reason": decision.departure_reason,
        },
        **common,
    )
    finished = Happened(
        verb="task.finished", step=task.node, details={"outcome": outcome, "role": task.role}, **common
    )
    queued = Happened(verb="notice.queued", details={"kind": "decision", "language": case.language}, **common)
    return [decided, finished, queued]
