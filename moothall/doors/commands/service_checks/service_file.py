"""What service.yaml must say, in both languages, and the folders, services and nations that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from moothall.doors.commands.service_checks.languages import LANGUAGES
from moothall.engines.facts import Fault, Faults
from moothall.engines.facts.yaml_lines import NotReadable, Table, read_yaml
from moothall.ground.catalogue.definition import (
    ESTIMATE_ONLY,
    RULES_ONLY,
    TELLING,
    TOLD_ONLY,
    Definition,
)
from moothall.ground.catalogue.files import rule_files

A_KEY = re.compile("[a-z][a-z0-9_]{0,59}")
MUST_SAY = (
    "key", "name", "summary", "lgsl", "tier", "nation", "minutes", "words", "who_it_is_for", "legal_basis",
    "purpose", "goals", "facts", "outcomes", "letters", "deadlines", "retention", "not_looked_at",
)  # fmt: skip
# A service of rules alone (`kind: rules_only`) is worked out for an estimate. Nobody applies for it here: it
# has no screens, no steps and no letters of its own, and says where to go instead.
RULES_ONLY_MUST_SAY = (
    "kind", "key", "name", "summary", "who_it_is_for", "legal_basis", "goals", "what_to_do_next",
    "not_looked_at",
)  # fmt: skip
# A service for an estimate alone (`kind: estimate_only`) has screens, but no steps or letters.
ESTIMATE_ONLY_MUST_SAY = (
    "kind", "key", "name", "summary", "tier", "nation", "minutes", "words", "who_it_is_for", "legal_basis",
    "purpose", "goals", "rows", "not_looked_at",
)  # fmt: skip
# An interview that tells others has screens and no case; what it tells has a case and no screens.
TELLING_MUST_SAY = (
    "kind", "key", "name", "summary", "lgsl", "tier", "nation", "minutes", "words", "who_it_is_for",
    "legal_basis", "purpose", "goals", "ends", "tells", "points_to", "deadlines", "not_looked_at",
)  # fmt: skip
TOLD_ONLY_MUST_SAY = ("kind", *(key for key in MUST_SAY if key not in ("minutes", "words")))
MUST_SAY_BY_KIND = {
    None: MUST_SAY,
    RULES_ONLY: RULES_ONLY_MUST_SAY,
    ESTIMATE_ONLY: ESTIMATE_ONLY_MUST_SAY,
    TELLING: TELLING_MUST_SAY,
    TOLD_ONLY: TOLD_ONLY_MUST_SAY,
}
IN_BOTH_LANGUAGES = (
    "name", "summary", "words", "who_it_is_for", "purpose", "what_to_do_next", "not_looked_at",
)  # fmt: skip


def service_file(definition: Definition, services: Path) -> Iterator[Fault]:
    """service.yaml says all that it must, in both languages, and names only what there is."""
    file = f"{definition.key}/service.yaml"
    try:
        table = read_yaml(file, definition.files[file].encode())
    except NotReadable as wrong:
        yield wrong.fault
        return
    kind = table.get("kind")
    if kind not in MUST_SAY_BY_KIND:
        expected = f"{', '.join(filter(None, MUST_SAY_BY_KIND))}, or no kind"
        yield Fault(file, table.line_of("kind"), f"its kind is '{kind}'", expected)
    for key in MUST_SAY_BY_KIND.get(kind, RULES_ONLY_MUST_SAY):
        if key not in table:
            yield Fault(file, 1, f"it does not say {key}", f"{key}: ...")
    if "key" in table and table["key"] != definition.key:
        yield Fault(file, table.line_of("key"), f"its key is '{table['key']}'", definition.key)
    for key in IN_BOTH_LANGUAGES:
        for language in LANGUAGES:
            if key in table and not (isinstance(table[key], Table) and table[key].get(language)):
                yield Fault(
                    file, table.line_of(key), f"{key} has no words in {language}", f"{{{language}: ...}}"
                )
    yield from _where_to_ask(file, table)
    yield from papers(file, table)
    yield from _named_folders(file, table, services)
    yield from _rows(file, table, services)
    yield from _nations(file, table, definition)


def _where_to_ask(file: str, table: Table) -> Iterator[Fault]:
    """The page on which people ask for it has a safe address, a name in both languages, and who looked."""
    place = table.get("where_to_ask")
    if place is None:
        return
    said = isinstance(place, Table)
    name = place.get("name") if said else None
    if not (
        said
        and str(place.get("url", "")).startswith("https://")
        and isinstance(name, Table)
        and all(name.get(language) for language in LANGUAGES)
        and str(place.get("checked")) in ("yes", "no")
    ):
        expected = "{url: https://..., name: {en: ..., cy: ...}, checked: yes or no}"
        yield Fault(file, table.line_of("where_to_ask"), "its where_to_ask is not a page", expected)


def papers(file: str, table: Table) -> Iterator[Fault]:
    """Each paper that it asks for has its own key, words in both languages, and facts that it supports."""
    keys: set[str] = set()
    if "evidence" in table and table.get("kind") is not None:
        says = "it asks for papers, and has no interview with a case of its own to keep them"
        yield Fault(file, table.line_of("evidence"), says, "evidence at the service whose case it opens")
    for row in table.get("evidence", ()):
        key = str(row.get("key", ""))
        words = [row.get("name"), *filter(None, [row.get("hint")])]
        said = all(isinstance(one, Table) and all(one.get(lang) for lang in LANGUAGES) for one in words)
        if not (A_KEY.fullmatch(key) and key not in keys and said and row.get("supports")):
            expected = "{key: a_name_of_its_own, supports: [facts], name: {en: ..., cy: ...}}"
            yield Fault(file, table.line_of("evidence"), f"its paper '{key}' is not one", expected)
        keys.add(key)


def _rows(file: str, table: Table, services: Path) -> Iterator[Fault]:
    """Each goal of an estimate has a row that names the folder whose words stand beside its figure."""
    rows = table.get("rows") or {}
    for goal in table.get("goals", ()) if table.get("kind") == ESTIMATE_ONLY else ():
        if goal not in rows:
            yield Fault(file, table.line_of("rows"), f"its goal '{goal}' has no row", f"{goal}: {{of: ...}}")
    for goal, row in rows.items():
        if not (services / str(row.get("of")) / "service.yaml").is_file():
            yield Fault(
                file,
                table.line_of("rows"),
                f"its row {goal} is of '{row.get('of')}'",
                "a service that there is",
            )


def _nations(file: str, table: Table, definition: Definition) -> Iterator[Fault]:
    """A service or a row of some nations names them as the vocabulary does, or it would stand in none."""
    named = [("it is", "nations", nation) for nation in table.get("nations", ())]
    for goal, row in (table.get("rows") or {}).items():
        in_row = (*row.get("nations", ()), *row.get("in_nation", ()))
        named += [(f"its row {goal} is", "rows", nation) for nation in in_row]
    if not named:
        return
    try:
        known = [choice.code for choice in definition.vocabulary["nation"].choices]
    except Faults:
        return  # what is wrong in the vocabulary is said of the vocabulary
    for what, key, nation in named:
        if nation not in known:
            yield Fault(file, table.line_of(key), f"{what} for '{nation}'", ", ".join(known))


def _named_folders(file: str, table: Table, services: Path) -> Iterator[Fault]:
    there = rule_files(services)
    for name in table.get("uses", ()):
        if name not in there:
            yield Fault(
                file,
                table.line_of("uses"),
                f"it uses '{name}', which has no rules",
                "a folder of services",
            )
    for row in table.get("tells", ()):
        if not (services / str(row.get("service")) / "service.yaml").is_file():
            yield Fault(
                file, table.line_of("tells"), f"it tells '{row.get('service')}'", "a service that there is"
            )
