"""From a screen of the plan to inputs on a page, and from what was posted to what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict

from moothall.doors.frontdoor.interview.people import CLAIMANT, name_of
from moothall.doors.kit import t
from moothall.doors.kit.fields import Field, Option
from moothall.engines.facts import Circumstances, Fact, Misread, Vocabulary
from moothall.engines.facts.dates import to_date
from moothall.engines.questions import Screen

# What is shown again of an answer that was far too long; the other answers are shown whole.
SHOWN_AGAIN = 200
PARTS = ("day", "month", "year")
Key = tuple[str, str]  # a fact, and whom it is about
Raw = str | dict[str, str]


@dataclass(frozen=True)
class Group:
    """The inputs about one person, under what she is called; or about the home, under nothing."""

    title: str
    fields: tuple[Field, ...]


def typed_in(post: QueryDict, screen: Screen, vocabulary: Vocabulary) -> dict[Key, Raw]:
    """What was typed for each fact of each person whom the screen asks about."""
    return {
        (fact, whom): raw_of(post, vocabulary[fact], input_name(fact, whom))
        for whom in screen.for_whom
        for fact in screen.facts
    }


def raw_of(post: QueryDict, fact: Fact, name: str) -> Raw:
    if fact.kind == "date":
        return {part: post.get(f"{name}-{part}", "") for part in PARTS}
    return post.get(name, "")


def input_name(fact: str, whom: str) -> str:
    return fact if whom in ("household", "case") else f"{fact}--{whom}"


def groups_of(
    screen: Screen,
    known: Circumstances,
    vocabulary: Vocabulary,
    *,
    language: str,
    typed: Mapping[Key, Raw] | None = None,
    problems: Mapping[Key, Misread] | None = None,
) -> list[Group]:
    """The inputs of a screen, filled with what was typed just now or else with what is known."""
    groups = []
    for whom in screen.for_whom:
        title = (
            name_of(whom, known, vocabulary, language=language) if screen.question.about == "person" else ""
        )
        fields = tuple(
            field_for(
                vocabulary[fact],
                input_name(fact, whom),
                language=language,
                raw=typed[fact, whom] if typed is not None else raw_of_known(vocabulary[fact], known, whom),
                misread=(problems or {}).get((fact, whom)),
                who=title,
            )
            for fact in screen.facts
        )
        groups.append(Group(title=title, fields=fields))
    return _headed(groups, screen, language)


def _headed(groups: list[Group], screen: Screen, language: str) -> list[Group]:
    """With one input on the page, its label is the page's heading; one input a person is named for her."""
    if len(groups) == 1 and len(groups[0].fields) == 1 and not groups[0].title:
        only = groups[0].fields[0]
        heading, hint = screen.question.heading[language], screen.question.hint.get(language)
        return [Group("", (replace(only, label=heading, is_heading=True, hint=hint or only.hint),))]
    if all(len(group.fields) == 1 and group.title for group in groups):
        # The page's own hint serves for everybody; without one, each input keeps its fact's.
        own_hint = bool(screen.question.hint)
        fields = [
            replace(only, label=group.title, hint=None if own_hint else only.hint)
            for group in groups
            for only in group.fields
        ]
        return [Group("", tuple(fields))]
    return groups


def field_for(
    fact: Fact, name: str, *, language: str, raw: Raw, misread: Misread | None = None, who: str = ""
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
