"""The letters of a service: each in both languages, with the same gaps, and somebody fills each gap."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.doors.commands.service_checks.languages import LANGUAGES
from moothall.engines.facts import Fault
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.letters import BadLetter, Letter

# The gaps that a letter may have besides the service's own goals: moothall/work/cases/letters.py fills them.
GAPS = {"name", "reference", "organisation", "homepage", "date", "claimed_on", "reasons"}
# The part of a letter that says why an officer departs from the rules has her words in it.
DEPARTURE, DEPARTURE_GAPS = "departure", {"why", "law", "reasons"}


def letters(definition: Definition) -> Iterator[Fault]:
    """Every letter is there in both languages, with the same gaps, and somebody fills each gap."""
    for name in dict.fromkeys([*definition.service["outcomes"], *definition.service["letters"]]):
        found: dict[str, Letter] = {}
        for language in LANGUAGES:
            path = f"{definition.key}/letters/{language}/{name}.txt"
            try:
                found[language] = definition.letter(name, language)
            except KeyError:
                yield Fault(
                    path, 1, "this letter is missing", "a letter for every outcome, in both languages"
                )
            except BadLetter as wrong:
                yield Fault(path, 1, str(wrong))
        yield from _gaps(definition, found)


def _gaps(definition: Definition, found: dict[str, Letter]) -> Iterator[Fault]:
    for letter in found.values():
        departs = letter.path.endswith(f"/{DEPARTURE}.txt")
        known = DEPARTURE_GAPS if departs else GAPS | set(definition.goals)
        for gap in sorted(letter.gaps - known):
            yield Fault(letter.path, 1, f"nothing fills {{{gap}}}", ", ".join(sorted(known)))
        if letter.status not in ("checked", "draft"):
            yield Fault(letter.path, 2, f"its status is '{letter.status}'", "checked or draft")
    if len(found) == 2 and found["en"].gaps != found["cy"].gaps:
        differ = ", ".join(sorted(found["en"].gaps ^ found["cy"].gaps))
        yield Fault(found["cy"].path, 1, f"its gaps are not those of the English: {differ}", "the same gaps")
