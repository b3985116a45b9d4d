"""Publish an edition: an approved act, never a side effect of starting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from moothall.engines.deadlines import DeadlineError
from moothall.engines.facts import Faults
from moothall.engines.process import ProcessError
from moothall.ground.catalogue.authorities import kinds_of
from moothall.ground.catalogue.changes import Changes, changes_between
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import NoSuchService, content_hash, gather
from moothall.ground.catalogue.letters import BadLetter
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import newest
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.actions import host
from moothall.ground.organisations.models import Organisation
from moothall.ground.record import Happened, write


class NotApproved(ValueError):
    """Publishing is an approved act: somebody's, for a reason, at a body that there is.

    A change of a service is prepared by one person and approved by another, who read these very files.
    """


# What preview() and publish() raise where files or an approval are wrong, in words for whoever wrote them.
REFUSALS = (NotApproved, NoSuchService, BadLetter, Faults, ProcessError, DeadlineError)


@dataclass(frozen=True)
class Preview:
    """What publishing would change now, and the hash of the files that it was worked out from."""

    changes: Changes
    content_hash: str


def preview(service: str, *, organisation: str, services: Path, figures_on: date | None = None) -> Preview:
    """Check the files as `publish` does and say what would change, keeping nothing."""
    _refuse_unknown(organisation)
    files = gather(services, service=service, organisation=organisation)
    current = newest(service, organisation=organisation)
    definition = _checked(Definition(files, service=service, organisation=organisation), figures_on)
    _refuse_another_body(definition.service, organisation=organisation, services=services)
    return Preview(changes_between(current and current.definition, definition), content_hash(files))


def publish(
    service: str,
    *,
    organisation: str,
    services: Path,
    approved_by: str,
    why: str,
    now: datetime,
    prepared_by: str = "",
    read: str | None = None,
    figures_on: date | None = None,
) -> Edition:
    """Check the files of a service and keep them as its newest edition.

    The same files published twice are one edition. What is wrong with them is raised as
    the engine that found it says it (RuleErrors, NotExecutable, BadLetter, ...), and
    nothing is published; so does NotApproved. A first edition needs one person; a change to it needs
    `prepared_by` besides, and another than `approved_by`. `read` is the hash of the preview that the approver
    read: other files are refused. `figures_on` is a legal date on which no rate may be missing; a
    demonstration leaves it out, because it must start in any year.
    """
    _refuse_unapproved(organisation=organisation, approved_by=approved_by, why=why)
    files = gather(services, service=service, organisation=organisation)
    sealed = content_hash(files)
    with acting_for({organisation}):
        host(organisation)
        current = newest(service, organisation=organisation)
        if current and current.content_hash == sealed:
            return current
        definition = _checked(Definition(files, service=service, organisation=organisation), figures_on)
        _refuse_another_body(definition.service, organisation=organisation, services=services)
        if current:
            _refuse_one_person(prepared_by=prepared_by, approved_by=approved_by)
        if read is not None and read != sealed:
            raise NotApproved(
                "The files are not those that were shown. Expected: look at what changes again."
            )
        edition = Edition.objects.create(
            organisation_id=organisation,
            service=service,
            content_hash=sealed,
            files=files,
            card=_card(definition.service),
            approved_by=approved_by,
            why=why,
            published_at=now,
        )
        write(
            Happened(
                verb="edition.published",
                organisation=organisation,
                service=service,
                channel="command",
                edition=sealed,
                payload={"approved_by": approved_by, "prepared_by": prepared_by, "why": why},
            )
        )
    return edition


def _refuse_unapproved(*, organisation: str, approved_by: str, why: str) -> None:
    if not approved_by.strip() or not why.strip():
        raise NotApproved("Found no name or no reason. Expected: who approves these files, and why.")
    _refuse_unknown(organisation)


def _refuse_one_person(*, prepared_by: str, approved_by: str) -> None:
    if not prepared_by.strip():
        raise NotApproved(
            "Found no name of who prepared this change. Expected: somebody else than who approves it."
        )
    if prepared_by.strip().casefold() == approved_by.strip().casefold():
        raise NotApproved(f"Found {approved_by} as who prepared and who approves. Expected: a second person.")


def _refuse_another_body(service: dict, *, organisation: str, services: Path) -> None:
    """Only the authority that a service names (`tier:`) offers it, where its law (`nations:`) is."""
    nations, body = service.get("nations"), Organisation.objects.get(pk=organisation)
    if nations and body.nation not in nations:
        whose = ", ".join(nations)
        raise NotApproved(
            f"Found {organisation} in {body.nation}. Expected: a body in {whose}, whose law it is."
        )
    if (tier := service.get("tier")) is None:
        raise NotApproved(
            f"Found {service['key']}, which nobody applies for. Expected: a service that has it under uses:."
        )
    if body.kind not in (kinds := kinds_of(tier, services)):
        expected = f"one of {', '.join(sorted(kinds))}" if kinds else "a tier of services/authorities.yaml"
        raise NotApproved(f"Found {organisation}, which is {body.kind}, for {tier}. Expected: {expected}.")


def _refuse_unknown(organisation: str) -> None:
    if not Organisation.objects.filter(pk=organisation).exists():
        known = [*Organisation.objects.order_by("pk").values_list("pk", flat=True)]
        like = ", ".join(get_close_matches(organisation, known)) or "nothing"
        raise NotApproved(f"Found no organisation {organisation!r}. Of {len(known)} loaded, like it: {like}.")


def _checked(definition: Definition, figures_on: date | None) -> Definition:
    """Read every part once, so that what is wrong is found by whoever publishes and not by a resident."""
    for part in ("service", "plan", "vocabulary", "rule_book", "calendar", "goals"):
        getattr(definition, part)
    if definition.opens_cases:
        definition.process  # noqa: B018  (compiled here, so that a process that cannot run is refused)
    for path in definition.files:
        folder, _, rest = path.partition("/letters/")
        if rest and folder == definition.key:
            language, name = rest.split("/")
            definition.letter(name.removesuffix(".txt"), language)
    if figures_on is not None:
        definition.rules_on(figures_on)
    return definition


def _card(service: dict) -> dict:
    """What a list of services and the search need."""
    return {
        field: service.get(field)
        for field in ("name", "summary", "words", "lgsl", "tier", "minutes", "offered", "kind")
    }
