"""What is asked of a crew log, and the strict reading of what it says.

An answer is about one bin on one day and repeats which: one about another bin is no answer. What does not
look as it must is no answer either, for a person is told what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from moothall.work.applications.ports import NoAnswer

ENTRIES = ("collected", "not_out", "contaminated", "road_blocked", "not_finished", "nothing")
# A postcode has about a hundred addresses at most; a list beyond this is a mistake of the other side.
MOST_ADDRESSES, LONGEST_ADDRESS = 300, 100
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, kw_only=True)
class Question:
    """One bin on one day: all that the crew log is told, and no name."""

    organisation: str
    postcode: str
    bin_address: str
    bin_stream: str
    missed_on: str  # 2026-11-23

    def as_json(self) -> dict[str, str]:
        return asdict(self)


def question_about(about: Mapping[str, object], *, organisation: str) -> Question:
    """The question about these facts in their plain form."""
    names = ("postcode", "bin_address", "bin_stream", "missed_on")
    return Question(organisation=organisation, **{name: str(about[name]) for name in names})


def read_answer(said: object, question: Question) -> dict[str, object]:
    """Fact -> plain value, from what the other side said. Raises NoAnswer that names the field alone."""
    if not isinstance(said, Mapping):
        raise NoAnswer("it did not say an answer")
    for name, asked in question.as_json().items():
        if said.get(name) != asked:
            raise NoAnswer(f"it answered about another {name}")
    facts = {name: _yes_no(said, name) for name in ("collection_day", "assisted_collection")}
    facts |= {
        name: _day(said, name) for name in ("next_collection_on", "round_finished_by", "report_taken_until")
    }
    facts["crew_entry"] = _entry(said)
    if said.get("crew_entry_at") is not None:
        facts["crew_entry_at"] = _time(said)
    if facts["next_collection_on"] <= question.missed_on:
        raise NoAnswer("its next_collection_on is not after the day asked about")
    return facts


def read_addresses(said: object) -> tuple[str, ...]:
    """The addresses, in the order in which they were said. Raises NoAnswer."""
    lines = said.get("addresses") if isinstance(said, Mapping) else None
    if not isinstance(lines, list) or len(lines) > MOST_ADDRESSES:
        raise NoAnswer("it said no list of addresses")
    for line in lines:
        if (
            not isinstance(line, str)
            or not line.strip()
            or len(line) > LONGEST_ADDRESS
            or not line.isprintable()
        ):
            raise NoAnswer("one of its addresses is no line of text")
    return tuple(dict.fromkeys(line.strip() for line in lines))


def _yes_no(said: Mapping, name: str) -> str:
    if not isinstance(said.get(name), bool):
        raise NoAnswer(f"its {name} is neither true nor false")
    return "yes" if said[name] else "no"


def _day(said: Mapping, name: str) -> str:
    try:
        return date.fromisoformat(said[name]).isoformat()
    except (KeyError, TypeError, ValueError):
        raise NoAnswer(f"its {name} is no date") from None


def _entry(said: Mapping) -> str:
    if said.get("crew_entry") not in ENTRIES:
        raise NoAnswer("its crew_entry is none that we know")
    return said["crew_entry"]


def _time(said: Mapping) -> str:
    at = said["crew_entry_at"]
    if not isinstance(at, str) or not _TIME.fullmatch(at):
        raise NoAnswer("its crew_entry_at is no time of day")
    return at
