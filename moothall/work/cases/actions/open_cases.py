"""Open the cases that a submission promised: any number of them in the same six statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from moothall.engines.process import Start
from moothall.ground.catalogue.models import Edition
from moothall.ground.due_work import Due
from moothall.ground.record import Happened
from moothall.ground.subjects.actions import Source, statement
from moothall.ground.subjects.models import Fact, Subject
from moothall.work.cases.actions.decide_at_once import AtOnce, decide_by_rules, keep_at_once
from moothall.work.cases.models import Case, Task
from moothall.work.cases.steps import Step, take_step
from moothall.work.cases.told import Told, subjects_for


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What one body is told, and on which terms: everything that its case begins with."""

    edition: Edition  # with its organisation and service
    reference: str
    submission: UUID
    told: Told
    worked_out: frozenset[str]  # names of those facts that nobody was asked: read from the postcode
    # Fact -> how it is known (attested or observed) and from which system, where another one answered.
    heard: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    known_as: str
    claimant: str  # the place of the claimant in `told`
    language: str
    send_to: str
    channel: str
    # The day on which she told another node; None when she tells it here and now.
    asked_on: date | None = None
    case: UUID = field(default_factory=uuid4)


@dataclass(frozen=True)
class Opened:
    """The cases, and what the caller must still write with its own: entries of the record, and due work."""

    cases: list[Case]
    happened: list[Happened]
    due: list[Due]


def open_cases(openings: Sequence[Opening], *, actor, today: date, now: datetime) -> Opened:
    """Write subjects, cases, tasks and facts. Call inside `acting_for` every body that is told."""
    subjects = [
        subjects_for(opening.told, organisation=opening.edition.organisation_id, now=now)
        for opening in openings
    ]
    Subject.objects.bulk_create([subject for group in subjects for subject in group.values()])
    cases = [
        _case(opening, group, today=today, now=now) for opening, group in zip(openings, subjects, strict=True)
    ]
    facts = [
        _facts(opening, group, today=today, now=now)
        for opening, group in zip(openings, subjects, strict=True)
    ]
    at_once = [decide_by_rules(case, stated, today=today) for case, stated in zip(cases, facts, strict=True)]
    steps = [
        _begin(case, opening, answer, today=today, now=now)
        for case, opening, answer in zip(cases, openings, at_once, strict=True)
    ]
    Case.objects.bulk_create(cases)
    Task.objects.bulk_create([task for step in steps for task in step.opened])
    Fact.objects.bulk_create([fact for stated in facts for fact in stated])
    decided = [
        keep_at_once(case, answer, step, today=today, now=now)
        for case, answer, step in zip(cases, at_once, steps, strict=True)
        if answer is not None
    ]
    return Opened(
        cases=cases,
        happened=[
            *(
                one
                for case, opening, step in zip(cases, openings, steps, strict=True)
                for one in _happened(case, opening, step, actor)
            ),
            *(one for kept in decided for one in kept.happened),
        ],
        due=[
            *(timer for step in steps for timer in step.timers),
            *(one for kept in decided for one in kept.due),
        ],
    )


def _case(opening: Opening, subjects: dict[str, Subject], *, today: date, now: datetime) -> Case:
    return Case(
        id=opening.case,
        organisation_id=opening.edition.organisation_id,
        service=opening.edition.service,
        reference=opening.reference,
        submission=opening.submission,
        subject=subjects[opening.claimant],
        known_as=opening.known_as,
        language=opening.language,
        send_to=opening.send_to,
        edition=opening.edition,
        process_state={},
        claimed_on=opening.asked_on or today,
        opened_at=now,
    )


def _begin(case: Case, opening: Opening, at_once: AtOnce | None, *, today: date, now: datetime) -> Step:
    start = Start(facts={"outcome": at_once.outcome}) if at_once else Start()
    step = take_step(case, opening.edition.definition, start, today=today, now=now)
    case.due_on = min(step.due_dates, default=None)
    return step


def _facts(opening: Opening, subjects: dict[str, Subject], *, today: date, now: datetime) -> list[Fact]:
    said = Source(
        said_by="resident",
        channel=opening.channel,
        purpose=opening.edition.service,
        true_from=opening.asked_on or today,
        now=now,
        case=opening.case,
    )
    worked_out = replace(said, said_by="postcode", provenance="derived")

    def source(name: str) -> Source:
        if name in opening.heard:
            provenance, by = opening.heard[name]
            return replace(said, said_by=by, provenance=provenance, channel="system")
        return worked_out if name in opening.worked_out else said

    return [
        statement(subjects[place], name, value, source(name))
        for place, facts in opening.told.items()
        for name, value in facts.items()
    ]


def _happened(case: Case, opening: Opening, step: Step, actor) -> list[Happened]:
    opened = Happened(
        verb="case.opened",
        organisation=case.organisation_id,
        service=case.service,
        channel=opening.channel,
        case=case.id,
        actor=actor,
        edition=opening.edition.content_hash,
        subjects=[case.subject_id],
        details={"tasks": len(step.opened)} | _due(case),
        payload={"reference": case.reference},
    )
    by = sorted(by for provenance, by in opening.heard.values() if provenance == "attested")
    if not by:
        return [opened]
    attested = Happened(
        verb="fact.attested",
        organisation=case.organisation_id,
        service=case.service,
        channel="system",
        case=case.id,
        subjects=[case.subject_id],
        details={"facts": len(by), "attested_by": by[0]},
    )
    return [opened, attested]


def _due(case: Case) -> dict[str, str]:
    return {"due_on": case.due_on.isoformat()} if case.due_on else {}
