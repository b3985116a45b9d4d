"""What the rules decide by themselves as a case opens, where its process says so: no officer is waited for.

A second report of one matter joins the first while that is open: it has no work of its own.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from moothall.engines.process import Definition
from moothall.engines.process.definition import RuleTask
from moothall.ground.due_work import Due
from moothall.ground.people.actor import system
from moothall.ground.record import Happened
from moothall.ground.subjects.models import Fact
from moothall.work.cases.actions.propose import Proposal, propose
from moothall.work.cases.letters import letter_kind
from moothall.work.cases.models import Case, Decision
from moothall.work.cases.steps import Step
from moothall.work.notices.actions import Words, queue_notice

JOINED = "joined"
RULES = "rules"  # who decided, where nobody did


@dataclass(frozen=True)
class AtOnce:
    """An answer of the rules that stands by itself."""

    node: str
    proposal: Proposal

    @property
    def outcome(self) -> str:
        return self.proposal.outcome


@dataclass(frozen=True)
class Kept:
    """What the caller must still write with its own."""

    happened: list[Happened]
    due: list[Due]


def decides_at_once(process: Definition) -> RuleTask | None:
    """The step at which the rules decide as the case opens; None where a person decides."""
    first = process.nodes[process.flows[process.start.id][0].target]
    return first if isinstance(first, RuleTask) else None


def decide_by_rules(case: Case, facts: Sequence[Fact], *, today: date) -> AtOnce | None:
    """Their answer for a case that is being opened, or None where its process leaves it to a person.

    Where somebody would be sent and an earlier case of the same matter is open, this one joins it. Raises
    FactMissing: a service that decides at once asks all that its rules need.
    """
    definition = case.edition.definition
    step = decides_at_once(definition.process)
    if step is None:
        return None
    proposal = propose(case, today=today, facts=facts)
    names = definition.service.get("one_matter", ())
    if proposal.outcome == "award" and names:
        case.matter = _matter(facts, names)
        case.joins = _open_case_of(case)
        if case.joins:
            proposal = propose(case, today=today, facts=facts, outcome=JOINED)
    return AtOnce(node=step.id, proposal=proposal)


def keep_at_once(case: Case, answer: AtOnce, step: Step, *, today: date, now: datetime) -> Kept:
    """Write the decision and its letter, and set what becomes of the case. It is in the database already."""
    proposal = answer.proposal
    decision = Decision.objects.create(
        case=case,
        organisation_id=case.organisation_id,
        outcome=proposal.outcome,
        results=dict(proposal.results),
        reasons=dict(proposal.reasons),
        law=proposal.law,
        edition_hash=proposal.award.edition.content_hash,
        facts=[str(fact.id) for fact in proposal.award.facts],
        about=proposal.award.about,
        decided_by=RULES,
        decided_at=now,
        decided_on=today,
        letters=dict(proposal.letters),
    )
    # One that joined another is over when that is.
    over = step.over and case.joins_id is None
    case.status, case.closed_at = ("closed", now) if over else ("decided", None)
    case.save(update_fields=["status", "closed_at"])
    letter = decision.letters[case.language]
    _, sending = queue_notice(
        organisation=case.organisation_id,
        about=case.id,
        kind=letter_kind(decision),
        words=Words(subject_line=letter["subject"], text=letter["text"], language=case.language),
        send_to=case.send_to,
        now=now,
    )
    return Kept(happened=_happened(case, answer, decision), due=sending)


def _open_case_of(case: Case) -> Case | None:
    """The open case of the same matter, held so that it cannot close while this one joins it."""
    same = Case.objects.select_for_update(of=("self",)).filter(
        organisation_id=case.organisation_id,
        service=case.service,
        matter=case.matter,
        joins__isnull=True,
        closed_at__isnull=True,
    )
    return same.first()


def _matter(facts: Sequence[Fact], names: Sequence[str]) -> str:
    said = {fact.name: fact.value for fact in facts}
    told = json.dumps([said.get(name) for name in names]).casefold()
    return hmac.new(settings.CASE_KEY.encode(), f"matter {told}".encode(), hashlib.sha256).hexdigest()


def _happened(case: Case, answer: AtOnce, decision: Decision) -> list[Happened]:
    common = {
        "organisation": case.organisation_id,
        "service": case.service,
        "channel": "system",
        "case": case.id,
        "actor": system(case.organisation_id),
        "subjects": [case.subject_id],
    }
    decided = Happened(
        verb="case.decided",
        step=answer.node,
        edition=decision.edition_hash,
        details={"outcome": decision.outcome, "departs": False, "days": 0, "late": False},
        payload={"decision": str(decision.id), "reference": case.reference},
        **common,
    )
    queued = Happened(verb="notice.queued", details={"kind": "decision", "language": case.language}, **common)
    return [decided, queued]
