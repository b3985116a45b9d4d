"""Answers that do not fit together, as a page says so: what was understood, and how to put it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.urls import reverse

from moothall.doors.frontdoor.interview.inputs import Key
from moothall.doors.frontdoor.interview.people import name_of
from moothall.doors.frontdoor.interview.way import Way
from moothall.doors.kit import current_language, t
from moothall.doors.kit.fields import Field, Option
from moothall.engines.facts import write_answer
from moothall.engines.questions import Found, Gap, Screen
from moothall.engines.questions.subjects import facts_about

CONFIRMED = "confirmed"  # the name of the tick that says an unusual answer is right


@dataclass(frozen=True)
class Elsewhere:
    """An answer of another page that may be the wrong one."""

    said: str
    address: str


@dataclass(frozen=True)
class Unfit:
    """What one page says of them: beside which inputs, what may be ticked, where else to look."""

    beside: Mapping[Key, Found] = field(default_factory=dict)
    confirm: Field | None = None
    elsewhere: tuple[Elsewhere, ...] = ()


NOTHING_UNFIT = Unfit()


def unfit_on(way: Way, screen: Screen) -> Unfit:
    """The contradictions that an answer of this screen has a part in."""
    here = [found for found in way.walk.unfit if any(gap.fact in screen.facts for gap in found.gaps)]
    beside: dict[Key, Found] = {}
    for found in here:
        nearest = next(gap for gap in found.gaps if gap.fact in screen.facts)
        beside.setdefault((nearest.fact, nearest.whom), found)
    others = dict.fromkeys(gap for found in here for gap in found.gaps if gap.fact not in screen.facts)
    elsewhere = tuple(_elsewhere(way, gap) for gap in others if way.asked_by(gap.fact))
    return Unfit(beside, _tick(way, here), elsewhere)


def _tick(way: Way, here: list[Found]) -> Field | None:
    options = tuple(
        Option(found.key, t("frontdoor.unfit.right", what=_what(way, found.gaps[0])))
        for found in here
        if not found.contradiction.sure
    )
    return (
        Field(name=CONFIRMED, label=t("frontdoor.unfit.or"), kind="checkboxes", options=options)
        if options
        else None
    )


def _elsewhere(way: Way, gap: Gap) -> Elsewhere:
    question = way.asked_by(gap.fact)
    return Elsewhere(_what(way, gap), reverse("frontdoor_screen", args=[way.draft.service, question.key]))


def _what(way: Way, gap: Gap) -> str:
    """An answer in words: Your partner, date of birth: 3 May 1990."""
    vocabulary, language = way.draft.edition.definition.vocabulary, current_language()
    fact, used = vocabulary[gap.fact], way.walk.used
    value = (facts_about(used, fact.about, gap.whom) or {})[gap.fact]
    label = fact.words(language).label
    if fact.about == "person":
        label = t(
            "frontdoor.check.of", who=name_of(gap.whom, used, vocabulary, language=language), label=label
        )
    return f"{label}: {write_answer(fact, value, language)}"
