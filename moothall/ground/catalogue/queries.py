"""Which definitions are in force."""

from __future__ import annotations

from collections.abc import Iterable

from moothall.ground.catalogue.models import Edition


class NotPublished(Exception):
    """This organisation has published no edition of this service."""


def newest(service: str, *, organisation: str) -> Edition | None:
    """The newest approved edition, or None."""
    editions = Edition.objects.filter(service=service, organisation=organisation)
    return editions.order_by("-id").first()


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
