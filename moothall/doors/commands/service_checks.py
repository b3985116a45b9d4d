"""The checks behind `moothall services check`, one function for each thing that can be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from moothall.engines.facts import Fault, Faults, Vocabulary, dates
from moothall.engines.facts.yaml_lines import NotReadable, Table, read_yaml
from moothall.engines.questions.check import facts_read
from moothall.engines.rules import RuleBook, Rules
from moothall.ground.catalogue.definition import (
    ESTIMATE_ONLY,
    RULES_ONLY,
    SHEETS,
    TELLING,
    TOLD_ONLY,
    Definition,
)
from moothall.ground.catalogue.files import rule_files
from moothall.ground.catalogue.letters import BadLetter, Letter
from moothall.ground.catalogue.local_schemes import RATES_OF_SHEETS

LANGUAGES = ("en", "cy")
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
# The gaps that a letter may have besides the service's own goals: moothall/work/cases/letters.py fills them.
GAPS = {"name", "reference", "organisation", "homepage", "date", "claimed_on", "reasons"}
# The part of a letter that says why an officer departs from the rules has her words in it.
DEPARTURE, DEPARTURE_GAPS = "departure", {"why", "law", "reasons"}


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
    yield from _nations_of_rows(file, table, definition)


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


def _nations_of_rows(file: str, table: Table, definition: Definition) -> Iterator[Fault]:
    """A row that stands in some nations only names them as the vocabulary does, or it would stand in none."""
    rows = table.get("rows") or {}
    if not any({"nations", "in_nation"} & row.keys() for row in rows.values()):
        return
    try:
        known = [choice.code for choice in definition.vocabulary["nation"].choices]
    except Faults:
        return  # what is wrong in the vocabulary is said of the vocabulary
    for goal, row in rows.items():
        for nation in (*row.get("nations", ()), *row.get("in_nation", ())):
            if nation not in known:
                line = table.line_of("rows")
                yield Fault(file, line, f"its row {goal} is for '{nation}'", ", ".join(known))


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


def facts_read_on(definition: Definition, days: list[date]) -> set[str]:
    """The facts that its goals may read on any of these days; what is wrong on a day is found elsewhere."""
    read: set[str] = set()
    for day in days:
        try:
            rules = definition.rules_on(day)
        except Faults:
            continue
        read |= set(facts_read(rules, [goal for goal in definition.goals if goal in rules]))
    return read


def together(services: Path) -> list[Fault]:
    """Rules and figures of all folders are read by one estimate, so no two things have one name.

    A folder that says `stands_in_for:` another has the other's names on purpose, and is not read with it.
    """
    read_together = {
        folder: files for folder, files in rule_files(services).items() if not _stands_in(services / folder)
    }
    rules = _read(services, (path for files in read_together.values() for path in files))
    rates, wordings = (
        _read(services, (services / folder / name for folder in read_together))
        for name in ("rates.yaml", "wording.cy.yaml")
    )
    words = _read(services, services.glob("vocabulary/*.yaml"))
    try:
        RuleBook.build(rules, rates, Vocabulary.from_yaml(words), wording_texts=wordings)
    except Faults as found:
        return list(found)
    return []


def _read(services: Path, paths: Iterable[Path]) -> dict[str, bytes]:
    return {path.relative_to(services).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def rules_that_nobody_reads(services: Path) -> Iterator[Fault]:
    """A folder rules/ holds rule files and nothing else: a file that is not read would look as if it held."""
    read = {path for files in rule_files(services).values() for path in files}
    for path in sorted(services.glob("*/rules/**/*")):
        if path.is_file() and path not in read:
            where = path.relative_to(services).as_posix()
            yield Fault(where, 1, "this file is not read", "a .py file directly in rules/, or another folder")


def _stands_in(folder: Path) -> bool:
    file = folder / "service.yaml"
    return file.is_file() and "stands_in_for" in read_yaml(file.name, file.read_bytes())


def uses(services: Path, service: str) -> list[str]:
    """The folders of rules that a service uses; none when its file cannot be read, a finding elsewhere."""
    try:
        return list(
            read_yaml("service.yaml", (services / service / "service.yaml").read_bytes()).get("uses", ())
        )
    except NotReadable:
        return []


def goals_are_rules(definition: Definition, rules: Rules) -> list[Fault]:
    """What a service answers, and what it shows besides, is worked out by a rule."""
    file = f"{definition.key}/service.yaml"
    besides = ("also_shown", "shown_when_not_covered")
    goals = [*definition.goals, *(goal for key in besides for goal in definition.service.get(key, []))]
    line = _line_of(definition, "goals")
    unknown = [goal for goal in goals if goal not in rules]
    return [Fault(file, line, f"its goal '{goal}' is no rule", "the name of a rule") for goal in unknown]


def facts_told(definition: Definition, rules: Rules) -> Iterator[Fault]:
    """What a body may be told are facts, with all that its rules need, and none that nobody asks."""
    file, told = f"{definition.key}/service.yaml", list(definition.service["facts"])
    line = _line_of(definition, "facts")
    # Of one person alone the rules need no roles: whoever is told of is the one who asks.
    alone = definition.service.get("people") == "claimant"
    for name in facts_read(rules, definition.goals):
        if name not in told and not (alone and name == "role"):
            yield Fault(file, line, f"its rules need {name}, which it is not told", f"{name} under facts")
    asked = _asked(definition)
    for name in told:
        if name not in definition.vocabulary:
            yield Fault(file, line, f"'{name}' is no fact of the vocabulary", "a name in services/vocabulary")
        elif definition.asked and name not in asked:
            yield Fault(file, line, f"it is told {name}, which no screen asks", "a screen, or leave it out")
    # A paper goes to the body with the case, so it may show only what that body is told anyway.
    line = _line_of(definition, "evidence")
    for row in definition.service.get("evidence", ()):
        for name in row.get("supports", ()):
            if name not in told:
                yield Fault(file, line, f"its paper '{row['key']}' shows {name}", "a name under facts")


def _asked(definition: Definition) -> set[str]:
    return {*definition.plan.given, *(fact for question in definition.plan for fact in question.facts)}


def tellings(definition: Definition, services: Path) -> Iterator[Fault]:
    """What the bodies may be told by an interview for many is asked in it, so that nothing is asked later."""
    file, asked = f"{definition.key}/service.yaml", _asked(definition)
    line = _line_of(definition, "tells")
    for service in dict.fromkeys(row["service"] for row in definition.service["tells"]):
        told = read_yaml(file, (services / service / "service.yaml").read_bytes())
        for name in told["facts"]:
            if name not in asked:
                yield Fault(file, line, f"it tells {service}, which names {name}", "a screen that asks it")


def _line_of(definition: Definition, key: str) -> int:
    file = f"{definition.key}/service.yaml"
    return read_yaml(file, definition.files[file].encode()).line_of(key)


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


def welsh(definition: Definition) -> Iterator[Fault]:
    """Every word that a resident may read has its Welsh, were it a draft."""
    for fact in definition.vocabulary:
        if "cy" not in fact.wording:
            yield Fault(
                fact.file, fact.line, f"{fact.name} has no Welsh", "wording: {cy: {status: draft, ...}}"
            )
        for choice in fact.choices:
            if not choice.cy:
                yield Fault(fact.file, fact.line, f"the choice {choice.code} has no Welsh", "cy: ...")
    yield from rules_in_welsh(definition.rule_book)


def rules_in_welsh(book: RuleBook) -> Iterator[Fault]:
    """Every sentence of every rule has its Welsh."""
    for rule in book.versions:
        for english in filter(None, [rule.says, *rule.sentences]):
            if book.wordings.words.get("cy", {}).get(rule.name, {}).get(english) is None:
                yield Fault(
                    rule.file, rule.line, f"{rule.name} has no Welsh for '{english[:60]}'", "wording.cy.yaml"
                )


def days_of_rates(definition: Definition) -> list[date]:
    """The first days of rows, from the first day on which every rate has one."""
    firsts = [
        min(row.start for row in rate.rows) for rate in definition.rule_book.rates.values() if rate.rows
    ]
    if not firsts:
        return [date(2026, 4, 1)]
    law = [rate for name, rate in definition.rule_book.rates.items() if name not in RATES_OF_SHEETS]
    days = {row.start for rate in law for row in rate.rows}
    # A sheet counts from its first day. On the day after its last national law need not have figures yet.
    days |= {dates.to_number(date.fromisoformat(sheet.start)) for sheet in definition.sheets}
    return [dates.to_date(day) for day in sorted(days) if day >= max(firsts)]


def overlay(services: Path, folder: Path) -> Iterator[Fault]:
    """An overlay says in another way what the shared file says; a key of its own would be read by nobody."""
    for path in sorted(folder.glob("*.yaml")):
        # A sheet of an organisation's own scheme has its own keys, and is checked with the rules.
        if path.name.startswith(SHEETS):
            continue
        where, shared_path = path.relative_to(services).as_posix(), services / folder.name / path.name
        try:
            local = read_yaml(where, path.read_bytes())
            shared = (
                read_yaml(shared_path.name, shared_path.read_bytes()) if shared_path.is_file() else Table()
            )
        except NotReadable as wrong:
            yield wrong.fault
            continue
        for key in local:
            if key not in shared:
                yield Fault(
                    where, local.line_of(key), f"'{key}' is not in the shared definition", ", ".join(shared)
                )


def summary(definition: Definition, cases: int) -> str:
    """What is said of a service in which nothing is wrong."""
    rows = [row for rate in definition.rule_book.rates.values() for row in rate.rows]
    unverified = sum(1 for row in rows if not row.verified)
    forecasts = sum(1 for row in rows if row.is_forecast)
    return (
        f"well. {len(definition.rule_book.versions)} rules, {len(rows)} figures ({unverified} wait for a "
        f"check against the law, {forecasts} of them forecasts), {cases} worked cases agree."
    )
