"""What is known in a case, as an officer reads it: each fact with who said it, when and how."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from moothall.doors.kit.formats import in_words
from moothall.doors.kit.languages import current_language
from moothall.doors.kit.wording import catalogue, t
from moothall.engines.facts import Vocabulary, write_plain
from moothall.ground.subjects.models import Fact


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a fact: its value, and where it comes from."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """A fact with the statement that stands and those that it superseded, newest first."""

    label: str
    now: Statement
    before: list[Statement]


@dataclass(slots=True)
class About:
    """All that is known of one person, of a family, of the household or of the case."""

    place: str
    title: str = ""
    known: list[Known] = field(default_factory=list)


def facts_shown(statements: Iterable[Fact], vocabulary: Vocabulary) -> list[About]:
    """Statements, oldest first, grouped by whom they are about and by fact."""
    groups: dict[str, dict[str, list[Fact]]] = {}
    for one in statements:
        groups.setdefault(one.subject.place, {}).setdefault(one.name, []).append(one)
    return [_about(place, by_name, vocabulary) for place, by_name in sorted(groups.items(), key=_order)]


def _order(item: tuple[str, object]) -> tuple[int, str]:
    """The household and its case first, then each family and the people in it."""
    place = item[0]
    return {"case": 0, "household": 1}.get(place, 2), place


def _about(place: str, by_name: dict[str, list[Fact]], vocabulary: Vocabulary) -> About:
    known = [
        _known(name, history, vocabulary)
        for name, history in sorted(by_name.items(), key=lambda one: _place_of(one[0], vocabulary))
    ]
    return About(place=place, title=_title(place, by_name, vocabulary), known=known)


def _place_of(name: str, vocabulary: Vocabulary) -> int:
    """Where the vocabulary has it, so that a page reads in the order in which things are asked."""
    names = list(vocabulary.facts)
    return names.index(name) if name in vocabulary.facts else len(names)


def _title(place: str, by_name: dict[str, list[Fact]], vocabulary: Vocabulary) -> str:
    if place in ("case", "household"):
        return t(f"desk.facts.{place}")
    if "/" not in place:
        return t("desk.facts.family")
    name = str(by_name["full_name"][-1].value) if "full_name" in by_name else ""
    role = _role(str(by_name["role"][-1].value), vocabulary) if "role" in by_name else ""
    return ", ".join(part for part in (name, role) if part) or t("desk.facts.person")


def _role(code: str, vocabulary: Vocabulary) -> str:
    """The claimant calls herself "me"; the officer reads who asked. Others are called as she calls them."""
    key = f"desk.facts.role.{code}"
    return t(key) if key in catalogue() else write_plain(vocabulary, "role", code, current_language())


def _known(name: str, history: list[Fact], vocabulary: Vocabulary) -> Known:
    newest, *before = [_statement(one, vocabulary) for one in reversed(history)]
    label = vocabulary[name].words(current_language()).label if name in vocabulary.facts else name
    return Known(label=label, now=newest, before=before)


def _statement(one: Fact, vocabulary: Vocabulary) -> Statement:
    return Statement(
        value=write_plain(vocabulary, one.name, one.value, current_language()),
        source=source_of(one),
    )


def source_of(one: Fact) -> str:
    """Who said it, how and when; of what nobody said, from what it was worked out."""
    return t(
        "desk.facts.worked_out" if one.provenance == "derived" else "desk.facts.said",
        how=t(f"desk.provenance.{one.provenance}"),
        who=_word("desk.said_by", one.said_by),
        channel=_word("desk.channel", one.channel),
        when=in_words(one.known_from, time=True),
    )


def _word(group: str, code: str) -> str:
    """The word for a code, or the code itself: a body that attests is named by its own name."""
    key = f"{group}.{code}"
    return t(key) if key in catalogue() else code
