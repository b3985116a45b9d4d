"""The two homes of a move, asked before its interview begins: they decide who is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from moothall.doors.frontdoor.start import TO_CHOOSE_IN, council_field, postcode_field
from moothall.doors.frontdoor.which_home import choice_in
from moothall.doors.kit import t
from moothall.doors.kit.clock import today
from moothall.doors.kit.fields import Field, Option
from moothall.ground.organisations.queries import councils_of
from moothall.ground.places.postcodes import BadPostcode, NorthernIreland, read_postcode, written
from moothall.ground.places.queries import Serving, SeveralCouncils, serving_with, who_serves
from moothall.work.applications.actions import End

LEAVING, ARRIVING = "leaving", "arriving"
THIS_HOME, POSTCODE, OTHER_HOME = "this_home", "postcode", "other_home"
LONGEST = 60


@dataclass(frozen=True)
class Ends:
    """What she said of the two homes: both of them, or the fields with what is wrong beside each."""

    fields: tuple[Field, ...]
    ends: Mapping[str, End] | None = None


def fields_of(
    known: str, *, chosen: str = "", typed: str = "", home: Field | None = None, **errors: str
) -> tuple[Field, ...]:
    """Which home her postcode is of, the postcode of the other one, and `home`, where that one is split."""
    which = Field(
        name=THIS_HOME,
        kind="radios",
        label=t("frontdoor.ends.this_home", postcode=written(known)),
        options=tuple(Option(end, t(f"frontdoor.ends.{end}")) for end in (LEAVING, ARRIVING)),
        value=chosen,
        error=errors.get(THIS_HOME),
    )
    other = postcode_field(typed, error=errors.get(POSTCODE))
    named = Field(
        name=POSTCODE,
        label=t("frontdoor.ends.other"),
        hint=t("frontdoor.ends.other_hint"),
        value=other.value,
        error=other.error,
        width=other.width,
    )
    return (which, named, home) if home else (which, named)


def ends_in(request: HttpRequest, *, known: str, serving: tuple[Serving, ...]) -> Ends:
    """Both homes, from the form and from the postcode that she gave before."""
    chosen, typed = request.POST.get(THIS_HOME, ""), request.POST.get(POSTCODE, "")
    wrong = {} if chosen in (LEAVING, ARRIVING) else {THIS_HOME: t("frontdoor.ends.choose")}
    other, home = None, None
    try:
        other, home = _other(typed, request.POST.get(OTHER_HOME, ""))
    except BadPostcode as bad:
        wrong[POSTCODE] = t(f"frontdoor.{bad.key}")
    if wrong or other is None:
        return Ends(fields_of(known, chosen=chosen, typed=typed[:LONGEST], home=home, **wrong))
    here = End(known, serving)
    ends = {chosen: here, ARRIVING if chosen == LEAVING else LEAVING: other}
    return Ends(fields_of(known, chosen=chosen, typed=typed[:LONGEST]), ends)


def _other(typed: str, chosen: str) -> tuple[End | None, Field | None]:
    """The other home, or the question which it is; both, once that is answered. Raises BadPostcode."""
    try:
        postcode = read_postcode(typed)
    except NorthernIreland as there:
        return _in_northern_ireland(there.postcode, chosen)
    try:
        return End(postcode, who_serves(postcode, on=today())), None
    except SeveralCouncils as several:
        choice = choice_in(postcode, several)
    council = choice.council_of(chosen)
    if council is None:
        error = t("frontdoor.ends.which", postcode=written(postcode))
        return None, choice.field(OTHER_HOME, error=error, is_heading=False)
    field = choice.field(OTHER_HOME, value=chosen, is_heading=False)
    return End(postcode, who_serves(postcode, on=today(), council=council)), field


def _in_northern_ireland(postcode: str, chosen: str) -> tuple[End | None, Field | None]:
    """There no open register says which council it is, so she does."""
    councils = councils_of(TO_CHOOSE_IN, on=today())
    council = next((one for one in councils if one.key == chosen), None)
    error = None if council else t("frontdoor.council.missing")
    value = chosen if council else ""
    field = council_field(councils, value, name=OTHER_HOME, is_heading=False, error=error)
    return (End(postcode, serving_with(council, on=today())) if council else None), field
