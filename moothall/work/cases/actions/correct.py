"""Answer a request for correction, or take it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from moothall.ground.due_work import enqueue_all
from moothall.ground.people.may import require
from moothall.ground.record import Happened, write_all
from moothall.ground.subjects.actions import Source, supersede
from moothall.ground.subjects.models import Fact
from moothall.work.cases.hers import RESIDENT
from moothall.work.cases.holding import hold
from moothall.work.cases.mails import tell_result
from moothall.work.cases.models import Case, Correction

LONGEST_ANSWER = 5_000


class CorrectionOver(Exception):
    """This request was answered or taken back meanwhile."""


class ReasonIsMissing(Exception):
    """A refusal that gives no reason. She must be told why."""


class TakenUpAlready(Exception):
    """Every body has taken this up or answered it, so there is nothing left to take back."""


def correct(correction_id: UUID, *, actor, accept: bool, answer: str, now: datetime) -> Correction:
    """Accept, which supersedes the old statement, or refuse with a reason; a letter tells her which.

    The correction is as true as what it replaces: from the same day, and known from now. Raises
    CorrectionOver, ReasonIsMissing, AlreadySuperseded or NotPermitted, and then changes nothing.
    """
    case = hold(Correction.objects.values_list("case_id", flat=True).get(pk=correction_id))
    require(actor, "case.answer_correction", case)
    correction = _held(correction_id)
    if not correction.is_open:
        raise CorrectionOver
    if not accept and not answer.strip():
        raise ReasonIsMissing
    if accept:
        correction.made = _supersede(correction, now=now)
        _as_she_is_called_now(case, correction.made)
    correction.status = "accepted" if accept else "refused"
    correction.answer = answer.strip()[:LONGEST_ANSWER]
    correction.answered_at, correction.answered_by = now, actor.id
    correction.save(update_fields=["made", "status", "answer", "answered_at", "answered_by"])
    correction.task.finished_at, correction.task.finished_by = now, actor.id
    correction.task.save(update_fields=["finished_at", "finished_by"])
    # A decision that somebody is about to sign may stand on the old statement.
    case.revision += 1
    case.save(update_fields=["revision", "known_as", "send_to"])
    enqueue_all(tell_result(correction, case=case, now=now))
    write_all(_answered(case, correction, actor), now=now)
    return correction


def withdraw_correction(asked: UUID, *, actor, now: datetime) -> list[Correction]:
    """Take it back at each body where nobody has taken it up. Raises TakenUpAlready when there is none."""
    withdrawn = []
    for pk in Correction.objects.filter(asked=asked).order_by("case_id").values_list("pk", flat=True):
        case = hold(Correction.objects.values_list("case_id", flat=True).get(pk=pk))
        require(actor, "case.ask_for_correction", case)
        correction = _held(pk)
        if correction.may_be_withdrawn:
            correction.status, correction.answered_at = "withdrawn", now
            correction.save(update_fields=["status", "answered_at"])
            correction.task.fell_away_at = now
            correction.task.save(update_fields=["fell_away_at"])
            withdrawn.append(correction)
    if not withdrawn:
        raise TakenUpAlready
    write_all([_withdrawn(one, actor) for one in withdrawn], now=now)
    return withdrawn


def _held(correction_id: UUID) -> Correction:
    """The request and its task, held, so that an officer cannot take it up while it is taken back."""
    held = Correction.objects.select_for_update(of=("self", "task"))
    return held.select_related("task", "of__subject", "case").get(pk=correction_id)


def _supersede(correction: Correction, *, now: datetime) -> Fact:
    source = Source(
        said_by=RESIDENT,
        channel=correction.channel,
        purpose=correction.of.purpose,
        true_from=correction.of.true_from,
        now=now,
    )
    return supersede(correction.of, correction.value, source=source)


def _as_she_is_called_now(case: Case, fact: Fact) -> None:
    """A list of work names the claimant, and letters go to her address: both follow the correction."""
    if fact.subject_id == case.subject_id and fact.name == "full_name":
        case.known_as = str(fact.value)
    if fact.subject_id == case.subject_id and fact.name == "email":
        case.send_to = str(fact.value)


def _answered(case: Case, correction: Correction, actor) -> list[Happened]:
    common = {
        "organisation": case.organisation_id,
        "service": case.service,
        "channel": actor.channel,
        "case": case.pk,
        "actor": actor,
    }
    answered = Happened(
        verb="correction.answered",
        subjects=[correction.of.subject_id],
        details={"fact": correction.of.name, "outcome": correction.status},
        payload={"correction": str(correction.pk), "answer": correction.answer},
        **common,
    )
    finished = Happened(
        verb="task.finished",
        step=correction.task.node,
        details={"outcome": correction.status, "role": correction.task.role},
        **common,
    )
    return [answered, finished]


def _withdrawn(correction: Correction, actor) -> Happened:
    return Happened(
        verb="correction.withdrawn",
        organisation=correction.organisation_id,
        service=correction.case.service,
        channel=actor.channel,
        case=correction.case_id,
        actor=actor,
        subjects=[correction.of.subject_id],
        details={"fact": correction.of.name},
        payload={"correction": str(correction.pk)},
    )
