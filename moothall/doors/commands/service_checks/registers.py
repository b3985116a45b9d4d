"""What is said of bodies, of places and of what bodies do: each with its source, no gap and nothing twice.

They are read here as plain text, without a database: loading them says the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from moothall.doors.commands.service_checks.languages import LANGUAGES
from moothall.engines.facts import Fault, Vocabulary
from moothall.engines.facts.yaml_lines import NotReadable, Table, read_yaml

Files = dict[str, Table]
# A file of everyday words has no source but whoever wrote it, so it says on which day.
SAID_AT_THE_HEAD = {
    "organisations": ("source", "nation", "organisations"),
    "places": ("source", "dated", "licence", "districts"),
    "directory": ("read_on", "checked"),
}


def registers(services: Path, vocabulary: Vocabulary) -> Iterator[Fault]:
    """Everything that is wrong in services/organisations, services/places and services/directory."""
    nations = {choice.code for choice in vocabulary["nation"].choices}
    folders: dict[str, Files] = {}
    for folder in SAID_AT_THE_HEAD:
        folders[folder] = {}
        for path in sorted((services / folder).glob("*.yaml")):
            file = path.relative_to(services).as_posix()
            try:
                folders[folder][file] = read_yaml(file, path.read_bytes())
            except NotReadable as wrong:
                yield wrong.fault
    for folder, files in folders.items():
        for file, told in files.items():
            for key in SAID_AT_THE_HEAD[folder]:
                if not told.get(key):
                    yield Fault(file, 1, f"it does not say its {key}", f"{key}: ...")
    there = {key: body for told in folders["organisations"].values() for key, body in _bodies(told).items()}
    yield from _said_once(folders["organisations"], "organisations", "body")
    yield from _bodies_are_whole(folders["organisations"], there, nations | {"united_kingdom"})
    yield from _places_are_whole(folders["places"], there)
    yield from _said_once(folders["directory"], "services", "service")
    yield from _directory_is_whole(folders["directory"], there, nations)


def _bodies(told: Table) -> dict[str, Table]:
    bodies = told.get("organisations")
    return {key: body for key, body in bodies.items() if isinstance(body, Table)} if bodies else {}


def _said_once(files: Files, under: str, what: str) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for file, told in files.items():
        for key in told.get(under, ()):
            if first.setdefault(key, file) != file:
                yield Fault(
                    file, told[under].line_of(key), f"the {what} {key} is in {first[key]}, too", "once"
                )


# Bodies


def _bodies_are_whole(files: Files, there: dict[str, Table], nations: set[str]) -> Iterator[Fault]:
    for file, told in files.items():
        if str(told.get("nation")) not in nations:
            expected = ", ".join(sorted(nations))
            yield Fault(file, told.line_of("nation"), f"its nation is '{told.get('nation')}'", expected)
        for key, body in _bodies(told).items():
            line = told["organisations"].line_of(key)
            try:
                wrong = list(_time_of(key, body, there))
            except ValueError:
                wrong = [(f"a day of {key} is not one", "2026-03-31")]
            yield from (Fault(file, line, message, instead) for message, instead in wrong)


def _time_of(key: str, body: Table, there: dict[str, Table]) -> Iterator[tuple[str, str]]:
    """A body that ends says who comes after it, and somebody does so on the day after its last."""
    first, last = _day(body.get("since")), _day(body.get("until"))
    if first and last and last < first:
        yield f"{key} ends before it begins", "until: its last day"
    later = [str(one) for one in body.get("succeeded_by", ())]
    if last and not later:
        yield (
            f"{key} ends on {last}, and nobody comes after it",
            "succeeded_by: [the body that does its work]",
        )
    for other in later:
        if other not in there:
            yield f"{key} is succeeded by '{other}', which no file has", "a body of services/organisations"
    begun = [since for other in later if other in there and (since := _day(there[other].get("since")))]
    if last and begun and min(begun) > last + timedelta(days=1):
        yield (
            f"{key} ends on {last}, and who comes after it begins on {min(begun)}",
            f"since: {last + timedelta(days=1)}, or a later until",
        )


# Places


def _places_are_whole(files: Files, there: dict[str, Table]) -> Iterator[Fault]:
    codes = {code for body in there.values() for code in _codes(body)}
    first: dict[str, str] = {}
    for file, told in files.items():
        for district, postcodes in (told.get("districts") or {}).items():
            line = told["districts"].line_of(district)
            if district not in codes:
                yield Fault(
                    file, line, f"no body has the code {district}", "a gss code of services/organisations"
                )
            for postcode in map(str, postcodes):
                if first.setdefault(postcode, district) != district:
                    other = first[postcode]
                    yield Fault(
                        file,
                        line,
                        f"{postcode} is in {other} and in {district}",
                        "one, and may_also_be: the other",
                    )


def _codes(body: Table) -> Iterator[str]:
    told = body.get("codes", {}).get("gss", ())
    for one in told if isinstance(told, list) else [told] if told else ():
        yield str(one.get("code") if isinstance(one, Table) else one)


# What bodies do


def _directory_is_whole(files: Files, there: dict[str, Table], nations: set[str]) -> Iterator[Fault]:
    listed = {key for told in files.values() for key in told.get("services", ())}
    for file, told in files.items():
        for key, row in told.get("services", {}).items():
            line = told["services"].line_of(key)
            tier = row.get("tier")
            bodies = [tier.get("body")] if isinstance(tier, Table) else []
            for body in bodies:
                if body not in there:
                    yield Fault(file, line, f"{key} is done by '{body}', which no file has", "a body")
            for nation in row.get("nations", ()):
                if nation not in nations:
                    yield Fault(file, line, f"{key} is for '{nation}'", ", ".join(sorted(nations)))
            yield from _in_both_languages(file, line, key, row)
        for key, row in told.get("events", {}).items():
            line = told["events"].line_of(key)
            for service in row.get("leads_to", ()):
                if service not in listed:
                    yield Fault(file, line, f"{key} leads to '{service}', which no file lists", "a service")
            yield from _in_both_languages(file, line, key, row)


def _in_both_languages(file: str, line: int, key: str, row: Table) -> Iterator[Fault]:
    for field in ("name", "words"):
        words = row.get(field)
        for language in LANGUAGES:
            if not (isinstance(words, Table) and words.get(language)):
                yield Fault(
                    file, line, f"{key} has no {field} in {language}", f"{field}: {{{language}: ...}}"
                )


def _day(written: object) -> date | None:
    """The day that is written. Raises ValueError when it is none."""
    return date.fromisoformat(str(written)) if written else None
