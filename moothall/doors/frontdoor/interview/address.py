"""The address at the end must be one that the body of the interview serves.

She began with a postcode, and that decided which council is asked. Another postcode typed later
would send her claim to a council that can do nothing with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from moothall.doors.frontdoor.interview.inputs import Key, Raw
from moothall.doors.kit import current_language, t
from moothall.engines.facts import Fact, Misread
from moothall.ground.places.postcodes import BadPostcode, read_postcode
from moothall.ground.places.queries import SeveralCouncils, look_up, serving_with
from moothall.work.applications.actions import NotUnderstood
from moothall.work.applications.models import Draft

POSTCODE = ("postcode", "household")


class ServedByOthers(Misread):
    """A real postcode, of an address that another body serves."""

    def __init__(self, fact: Fact, typed: str, body: str) -> None:
        super().__init__(fact, "served_by_others", typed)
        self.body = body

    def kindly(self, language: str = "en") -> str:
        return t("frontdoor.elsewhere", language=language, body=self.body)


def refuse_another_address(typed: Mapping[Key, Raw], *, draft: Draft, on: date) -> None:
    """Raises NotUnderstood when a postcode among the answers is one that the draft's body does not serve.

    What is no postcode at all is left to whoever reads the answers.
    """
    raw = typed.get(POSTCODE)
    if not isinstance(raw, str):
        return
    fact = draft.edition.definition.vocabulary["postcode"]
    try:
        keys = _may_serve(read_postcode(raw), on)
    except BadPostcode as bad:
        if bad.key == "postcode.unknown":
            raise NotUnderstood({POSTCODE: Misread(fact, "unknown_postcode", raw)}) from None
        return
    if draft.organisation_id not in keys:
        body = draft.organisation.name(current_language())
        raise NotUnderstood({POSTCODE: ServedByOthers(fact, raw, body)})


def _may_serve(postcode: str, on: date) -> set[str]:
    """The keys of all bodies that serve a home there: which is hers she said before. Raises BadPostcode."""
    try:
        found = look_up(postcode, on=on)
    except SeveralCouncils as several:
        councils = several.councils
    else:
        councils = (found.serving[0].organisation, *found.may_also_be)
    return {one.organisation.key for council in councils for one in serving_with(council, on=on)}
