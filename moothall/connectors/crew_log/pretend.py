"""A crew log that is only pretended: answers as from a real one, of an invented street in `pretend.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import yaml

from moothall.connectors.crew_log.asking import Question, question_about, read_addresses, read_answer
from moothall.work.applications.ports import NoAnswer

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SUNDAY, WEEK = 6, timedelta(days=7)


class PretendCrewLog:
    """Answers within this process, by way of the same strict reading as a real one."""

    pretend = True

    def ask(self, *, organisation: str, about: Mapping[str, object], today: date) -> Mapping[str, object]:
        """What an invented crew wrote down. Raises NoAnswer for an address that is not in its street."""
        question = question_about(about, organisation=organisation)
        return read_answer(said_of_bin(question, today=today), question)

    def choices(self, fact: str, *, organisation: str, about: Mapping[str, object]) -> tuple[str, ...]:
        """The invented street, whatever the postcode."""
        return read_addresses(said_of_addresses()) if fact == "bin_address" else ()


def said_of_addresses() -> dict[str, object]:
    """What is said of a postcode, as it would come over HTTP."""
    return {"addresses": [house["line"] for house in _street()["addresses"]]}


def said_of_bin(question: Question, *, today: date) -> dict[str, object]:
    """What is said of one bin on one day, as it would come over HTTP. Raises NoAnswer."""
    house = next((one for one in _street()["addresses"] if one["line"] == question.bin_address), None)
    if house is None:
        raise NoAnswer("it does not know that address")
    day = date.fromisoformat(question.missed_on)
    collected = (
        WEEKDAYS.index(house["only_on"]) == day.weekday() if "only_on" in house else day.weekday() != SUNDAY
    )
    return {
        **question.as_json(),
        "collection_day": collected,
        "next_collection_on": _next(house, day, today).isoformat(),
        "crew_entry": house["entry"],
        "crew_entry_at": house.get("at"),
        "round_finished_by": _working_days_after(day, 1).isoformat(),
        "report_taken_until": _working_days_after(day, _street()["days_to_report"]).isoformat(),
        "assisted_collection": bool(house.get("assisted")),
    }


def _next(house: Mapping, day: date, today: date) -> date:
    """The first collection after the day asked about that is still to come."""
    weekday = WEEKDAYS.index(house["only_on"]) if "only_on" in house else min(day.weekday(), SUNDAY - 1)
    following = day + timedelta(days=(weekday - day.weekday()) % 7 or 7)
    while following <= today:
        following += WEEK
    return following


def _working_days_after(day: date, count: int) -> date:
    """Monday to Friday; bank holidays are not pretended."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < SUNDAY - 1
    return day


@cache
def _street() -> dict:
    return yaml.safe_load(Path(__file__).with_name("pretend.yaml").read_text(encoding="utf-8"))
