"""A resident says that something a body holds about her is wrong, and what is right.

It is one telling, as her claim was: in the transaction of her own act every body of that submission that
holds the same statement gets a request and a task behind its own wall. No body writes to another, and each
answers for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import yaml

from moothall.engines.deadlines import months_after
from moothall.engines.facts import hides_something
from moothall.ground.people.may import require
from moothall.ground.record import Happened, write_all
from moothall.ground.subjects.models import Fact
from moothall.ground.subjects.queries import facts_of_case
from moothall.work.cases.actions.ask_for_review import LONGEST_WHY, WhyCannotBeShown, WhyIsMissing
from moothall.work.cases.hers import may_read
from moothall.work.cases.holding import hold
from moothall.work.cases.models import CORRECT, Case, Correction, Task
from moothall.work.cases.queries import cases_of

# Who somebody is in the household is asked once, and everything else hangs on it.
NEVER = frozenset({"role"})


class NotCorrectable(Exception):
    """Not a statement that she may have corrected: not hers to read, worked out, or not held any more."""


class AlreadyAskedToCorrect(Exception):
    """A correction of this statement is open. `correction` is it."""

    def __init__(self, correction: Correction) -> None:
        super().__init__("A correction of this statement has been asked for already.")
        self.correction = correction


class SameAsHeld(Exception):
    """What she says is right is what the body holds."""


def may_be_corrected(fact: Fact, *, claimant: str) -> bool:
    """Whether she may say that this statement is wrong. What was worked out follows from what was said."""
    return (
        fact.known_until is None
        and fact.provenance != "derived"
        and fact.name not in NEVER
        and may_read(fact, claimant=claimant)
    )


def ask_for_correction(
    case_id: UUID,
    statement: UUID,
    *,
    actor,
    value: Any,
    why: str,
    channel: str,
    today: date,
    now: datetime,
) -> UUID:
    """Ask every body of the submission that holds it, in the actor's context; returns the id of the asking.

    `value` is as facts are kept. Raises NotCorrectable, AlreadyAskedToCorrect, SameAsHeld, WhyIsMissing or
    WhyCannotBeShown, and then asks nobody.
    """
    case = hold(case_id)
    require(actor, "case.ask_for_correction", case)
    fact = Fact.objects.select_related("subject").filter(pk=statement, case=case.pk).first()
    if fact is None or not may_be_corrected(fact, claimant=case.subject.place):
        raise NotCorrectable
    if open_already := case.corrections.filter(of=fact, status="asked").first():
        raise AlreadyAskedToCorrect(open_already)
    _check(fact, value, why)
    asked, due_on = uuid4(), months_after(today, _period()["months"])
    holders = [(case, fact), *_others_that_hold(case, fact, actor=actor)]
    made = [_request(one, held, due_on=due_on, now=now) for one, held in holders]
    for correction in made:
        correction.asked, correction.value = asked, value
        correction.why, correction.channel = why.strip()[:LONGEST_WHY], channel
    Task.objects.bulk_create([correction.task for correction in made])
    Correction.objects.bulk_create(made)
    write_all([_happened(correction, actor) for correction in made], now=now)
    return asked


def holders_of(case: Case, fact: Fact) -> list[Case]:
    """The cases, in context, of every body that this would be told to, the one that she reads first."""
    return [case, *(one for one, _ in _same_statement(case, fact))]


def _check(fact: Fact, value: Any, why: str) -> None:
    if value == fact.value:
        raise SameAsHeld
    if not why.strip():
        raise WhyIsMissing
    if hides_something(why):
        raise WhyCannotBeShown


def _others_that_hold(case: Case, fact: Fact, *, actor) -> list[tuple[Case, Fact]]:
    found = []
    for other, held in _same_statement(case, fact):
        require(actor, "case.ask_for_correction", other)
        if not other.corrections.filter(of=held, status="asked").exists():
            found.append((hold(other.pk), held))
    return found


def _same_statement(case: Case, fact: Fact) -> Sequence[tuple[Case, Fact]]:
    """The other cases of the submission with the statement that they hold of the same fact and place."""
    found = []
    for other in cases_of(case.submission).exclude(pk=case.pk):
        held = facts_of_case(other.pk).filter(name=fact.name, subject__place=fact.subject.place).first()
        if held is not None and may_be_corrected(held, claimant=other.subject.place):
            found.append((other, held))
    return found


def _request(case: Case, fact: Fact, *, due_on: date, now: datetime) -> Correction:
    number = uuid4()
    task = Task(
        case=case,
        organisation_id=case.organisation_id,
        node=CORRECT,
        number=f"{CORRECT}#{number}",
        names=dict(_period()["names"]),
        role="officer",
        opened_at=now,
        due_on=due_on,
    )
    return Correction(
        id=number,
        organisation_id=case.organisation_id,
        case=case,
        of=fact,
        task=task,
        asked_at=now,
        due_on=due_on,
    )


@cache
def _period() -> dict[str, Any]:
    return yaml.safe_load(Path(__file__).parent.with_name("corrections.yaml").read_text(encoding="utf-8"))


def _happened(correction: Correction, actor) -> Happened:
    case = correction.case
    return Happened(
        verb="correction.asked",
        organisation=case.organisation_id,
        service=case.service,
        channel=correction.channel,
        case=case.pk,
        actor=actor,
        subjects=[correction.of.subject_id],
        details={"fact": correction.of.name, "due_on": correction.due_on.isoformat()},
        payload={"correction": str(correction.pk), "value": correction.value, "why": correction.why},
    )
