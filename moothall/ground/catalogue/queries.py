"""Which definitions are in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Max

from moothall.ground.catalogue.models import Edition


class NotPublished(Exception):
    """This organisation has published no edition of this service."""


def newest(service: str, *, organisation: str) -> Edition | None:
    """The newest approved edition, or None."""
    editions = Edition.objects.filter(service=service, organisation=organisation)
    return editions.order_by("-id").first()


def newest_of(wanted: Collection[tuple[str, str]]) -> dict[tuple[str, str], Edition]:
    """(service, organisation) -> its newest approved edition, where there is one; one statement for all."""
    services, bodies = {service for service, _ in wanted}, {body for _, body in wanted}
    every = Edition.objects.filter(service__in=services, organisation__in=bodies)
    newest_ids = every.values("service", "organisation").annotate(newest=Max("id")).values("newest")
    return {(one.service, one.organisation_id): one for one in Edition.objects.filter(id__in=newest_ids)}


def current(service: str, *, organisation: str) -> Edition:
    """The newest approved edition. Raises NotPublished."""
    edition = newest(service, organisation=organisation)
    if edition is None:
        raise NotPublished(f"{organisation} has published no edition of {service}.")
    return edition


def offered_by(organisations: Iterable[str]) -> list[Edition]:
    """The newest edition of every service of these bodies, in order of service."""
    editions = (
        Edition.objects.filter(organisation__in=list(organisations))
        .select_related("organisation")
        .defer("files")
    )
    latest = {(edition.service, edition.organisation_id): edition for edition in editions.order_by("id")}
    return [latest[key] for key in sorted(latest)]
