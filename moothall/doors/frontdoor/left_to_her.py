"""What nobody is told for her: where she goes herself, in words and with a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.ground.catalogue.definition import Definition
from moothall.ground.organisations.models import Organisation
from moothall.work.applications.models import Application


@dataclass(frozen=True)
class Pointer:
    """One thing that she does herself; without a link where no page of the body is known."""

    text: str
    link: str = ""
    url: str = ""


def pointers(rows: Iterable[Mapping[str, str]], definition: Definition) -> list[Pointer]:
    """Rows of `Application.left_to_her` as she reads them; `definition` is that of her interview."""
    listed = list(rows)
    keys = {row["organisation"] for row in listed if row.get("organisation")}
    bodies = Organisation.objects.in_bulk(keys) if keys else {}
    links = {link["key"]: link for link in definition.service.get("points_to", [])}
    return [
        _link(links[row["link"]]) if "link" in row else _body(row, bodies, definition)
        for row in listed
        if row.get("link", "") in links or "link" not in row
    ]


def pointers_of(application: Application | None) -> list[Pointer]:
    """Where she was sent herself when she sent it; nothing for one that told everybody."""
    if application is None or not application.left_to_her:
        return []
    return pointers(application.left_to_her, application.edition.definition)


def _link(link: Mapping) -> Pointer:
    language = current_language()
    name = in_language_of(link["name"], language)
    return Pointer(in_language_of(link["why"], language), name, link["url"])


def _body(row: Mapping[str, str], bodies: Mapping[str, Organisation], definition: Definition) -> Pointer:
    language = current_language()
    service = in_language_of(definition.words_of(row["service"])["name"], language)
    body = bodies.get(row["organisation"])
    if body is None:
        return Pointer(t("frontdoor.telling.unknown", service=service))
    name = body.name(language)
    text = t("frontdoor.telling.not_here", body=name, service=service)
    return Pointer(text, t("frontdoor.area.site", name=name), body.homepage)
