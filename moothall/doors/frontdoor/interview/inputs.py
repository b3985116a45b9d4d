"""One fact as one input: its name, what kind of input it is, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.http import QueryDict

from moothall.doors.frontdoor.interview.people import CLAIMANT
from moothall.doors.kit import t
from moothall.doors.kit.fields import Field, Option
from moothall.engines.facts import Circumstances, Fact, Misread
from moothall.engines.facts.dates import to_date
from moothall.engines.questions import Found

# What is shown again of an answer that was far too long; the other answers are shown whole.
SHOWN_AGAIN = 200
PARTS = ("day", "month", "year")
Key = tuple[str, str]  # a fact, and whom it is about
Raw = str | dict[str, str]


def input_name(fact: str, whom: str) -> str:
    return fact if whom in ("household", "case") else f"{fact}--{whom}"


def raw_of(post: QueryDict, fact: Fact, name: str) -> Raw:
    if fact.kind == "date":
        return {part: post.get(f"{name}-{part}", "") for part in PARTS}
    return post.get(name, "")


def field_for(
    fact: Fact, name: str, *, language: str, raw: Raw, misread: Misread | Found | None = None, who: str = ""
) -> Field:
    """One fact as an input."""
    words = fact.words(language)
    error = misread.kindly(language) if misread else None
    field = Field(
        name=name,
        label=words.question or words.label,
        hint=words.hint or None,
        error=f"{who}: {error}" if error and who else error,
    )
    if isinstance(raw, dict):
        return replace(
            field,
            kind="date",
            date={part: typed[:SHOWN_AGAIN] for part, typed in raw.items()},
            autocomplete="bday" if name.endswith(f"--{CLAIMANT}") else None,
        )
    return replace(field, value=raw[:SHOWN_AGAIN], **_looks(fact, language))


def _looks(fact: Fact, language: str) -> dict[str, object]:
    if fact.kind == "yes_no":
        return {
            "kind": "radios",
            "options": (Option("yes", t("frontdoor.yes")), Option("no", t("frontdoor.no"))),
        }
    if fact.kind == "choice":
        options = tuple(Option(choice.code, choice.label(language)) for choice in fact.choices)
        return {"kind": "radios", "options": options}
    if fact.kind == "money":
        period = (fact.unit or "").partition("/")[2]
        return {
            "prefix": "£",
            "suffix": t(f"frontdoor.period.{period}") if period else None,
            "width": "10",
            "inputmode": "decimal",
        }
    return LOOKS.get(fact.kind, {})


LOOKS: dict[str, dict[str, object]] = {
    "number": {"inputmode": "decimal", "width": "5"},
    "whole_number": {"inputmode": "numeric", "width": "5"},
    "name": {"autocomplete": "name"},
    "email": {"inputmode": "email", "autocomplete": "email"},
    "telephone": {"inputmode": "tel", "autocomplete": "tel", "width": "20"},
    "postcode": {"autocomplete": "postal-code", "width": "10"},
    "national_insurance_number": {"width": "20"},
}


def raw_of_known(fact: Fact, known: Circumstances, whom: str) -> Raw:
    """What is known of a fact, as somebody would have typed it; empty when it is not known."""
    facts = _facts_about(known, fact.about, whom)
    value = facts.get(fact.name)
    if fact.kind == "date":
        day = to_date(value) if value is not None else None
        return {part: str(getattr(day, part)) if day else "" for part in PARTS}
    return "" if value is None else _as_typed(fact, value)


def _as_typed(fact: Fact, value: float | int | bool | str) -> str:
    if fact.kind == "yes_no":
        return "yes" if value else "no"
    if fact.kind == "money":
        return f"{value / 100:.2f}".removesuffix(".00")
    return f"{value:g}" if isinstance(value, float) else str(value)


def _facts_about(known: Circumstances, about: str, whom: str) -> Mapping:
    if about in ("household", "case"):
        return getattr(known, about)
    holders: Sequence = known.families if about == "family" else list(known.people())
    return next((holder.facts for holder in holders if holder.id == whom), {})
