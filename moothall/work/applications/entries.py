"""What the record is told of one submission."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moothall.ground.record import Happened
from moothall.work.applications.models import Application, Promise
from moothall.work.applications.reuse import asked_and_reused
from moothall.work.cases.actions.open_cases import Opened, Opening


def happened(
    application: Application, openings: list[Opening], elsewhere: list[Promise], opened: Opened, actor
) -> list[Happened]:
    """The entries of one submission, in the order in which it happened."""
    own = asked_and_reused(
        _all_told(openings), application.draft.edition.definition.plan, seen=application.draft.seen
    )
    submitted = Happened(
        verb="application.submitted",
        organisation=application.organisation_id,
        service=application.service,
        channel=application.channel,
        actor=actor,
        edition=application.draft.edition.content_hash,
        details={
            "promises": len(openings) + len(elsewhere),
            "facts": own.asked,
            "reused": own.reused,
            "screens": list(application.draft.seen),
        },
        payload={"application": str(application.id), "reference": application.reference},
    )
    promised = [
        _promised(opening, application.channel, seen=application.draft.seen if opening is openings[0] else ())
        for opening in openings
    ]
    delivered = [_promised_elsewhere(promise, application.channel) for promise in elsewhere]
    pointed = [_pointed_to(application, one, actor) for one in application.left_to_her]
    return [submitted, *promised, *delivered, *pointed, *opened.happened]


def _all_told(openings: Sequence[Opening]) -> Mapping[str, Mapping]:
    """What the service that she asked for was told; of an interview for many, all that any body was."""
    first, *others = openings
    if first.edition.definition.asked:
        return first.told
    together: dict[str, dict] = {}
    for opening in (first, *others):
        for place, facts in opening.told.items():
            together.setdefault(place, {}).update(facts)
    return together


def _pointed_to(application: Application, one: Mapping[str, str], actor) -> Happened:
    return Happened(
        verb="person.pointed_to",
        organisation=application.organisation_id,
        service=application.service,
        channel=application.channel,
        actor=actor,
        details={"to": one.get("link") or one["organisation"] or "unknown", "of": one.get("service", "")},
    )


def _promised_elsewhere(promise: Promise, channel: str) -> Happened:
    named = sorted({name for facts in promise.facts.values() for name in facts})
    return Happened(
        verb="promise.made",
        organisation=promise.organisation_id,
        service=promise.service,
        channel=channel,
        details={"to": promise.to_id, "facts": len(named), "due_on": promise.due_on.isoformat()},
        payload={"reference": promise.reference, "facts": named},
    )


def _promised(opening: Opening, channel: str, *, seen: Sequence[str]) -> Happened:
    known = asked_and_reused(opening.told, opening.edition.definition.plan, seen=seen)
    named = sorted({name for facts in opening.told.values() for name in facts})
    return Happened(
        verb="promise.made",
        organisation=opening.edition.organisation_id,
        service=opening.edition.service,
        case=opening.case,
        channel=channel,
        details={
            "to": opening.edition.organisation_id,
            "facts": len(named),
            "asked": known.asked,
            "reused": known.reused,
        },
        payload={"reference": opening.reference, "facts": named},
    )
