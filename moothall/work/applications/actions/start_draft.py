"""Begin an interview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from moothall.engines.facts import Circumstances
from moothall.ground.catalogue.queries import current
from moothall.ground.due_work import enqueue
from moothall.ground.places.postcodes import written
from moothall.ground.places.queries import Serving
from moothall.ground.record import Happened, write
from moothall.work.applications.checks import unheard
from moothall.work.applications.models import Draft

# Said to the resident on the first page.
# Long enough to find a letter, short enough not to keep what nobody sent.
KEPT_FOR = timedelta(days=28)
# An estimate alone is for now: nothing of it is kept unless she applies with its answers.
ESTIMATE_KEPT_FOR = timedelta(days=1)
# How the ONS code of a London borough, or of the City of London, begins.
LONDON = "E09"


@dataclass(frozen=True)
class End:
    """One home of a move: its postcode, and the bodies that serve it, nearest first."""

    postcode: str
    serving: Sequence[Serving]


def start_draft(
    service: str,
    *,
    organisation: str,
    serving: Sequence[Serving],
    postcode: str,
    language: str,
    now: datetime,
    channel: str = "web",
    ends: Mapping[str, End] | None = None,
) -> Draft:
    """An empty interview about the address, with what the postcode tells already known.

    A service that has `ends:` is about two homes and needs both of them.
    Call inside `acting_for` the bodies that serve the address. Raises NotPublished.
    """
    edition = current(service, organisation=organisation)
    body = next(serves.organisation for serves in serving if serves.organisation.key == organisation)
    household = {"postcode": written(postcode), "nation": body.nation}
    if "lives_in_london" in edition.definition.plan.given:
        household["lives_in_london"] = body.codes.filter(scheme="gss", code__startswith=LONDON).exists()
    for fact, known in edition.definition.service.get("known_outside", {}).items():
        if organisation not in known["councils"]:
            household[fact] = known["value"]
    ends = ends or {}
    for name, facts in edition.definition.service.get("ends", {}).items():
        household[facts["postcode"]] = written(ends[name].postcode)
        household[facts["nation"]] = ends[name].serving[0].organisation.nation
    everybody = [*serving, *(one for end in ends.values() for one in end.serving)]
    known = Circumstances(household=household, case=dict(unheard(edition.definition)), roster_known=False)
    kept_for = KEPT_FOR if edition.definition.applied_for else ESTIMATE_KEPT_FOR
    draft = Draft.objects.create(
        organisation_id=organisation,
        service=service,
        edition=edition,
        serving=list(dict.fromkeys(serves.organisation.key for serves in everybody)),
        ends={name: [one.organisation.key for one in end.serving] for name, end in ends.items()},
        answers=known.to_dict(edition.definition.vocabulary),
        language=language,
        started_at=now,
        expires_at=now + kept_for,
    )
    enqueue(
        kind="draft.forget",
        key=str(draft.id),
        organisation=organisation,
        due_at=draft.expires_at,
        payload={"draft": str(draft.id)},
    )
    started = Happened(
        verb="application.started",
        organisation=organisation,
        service=service,
        channel=channel,
        edition=edition.content_hash,
        at=now,
    )
    write(started)
    return draft
