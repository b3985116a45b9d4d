"""Reading `questions.yaml`: every field checked, every fault reported with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moothall.engines.facts import Fact, Vocabulary
from moothall.engines.facts.yaml_lines import NotReadable, Rows, Table, Word, read_yaml
from moothall.engines.questions.plan import Condition, PlanError, Question, Section

KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LANGUAGES = ("en", "cy")
SCREEN_KEYS = (
    "key", "section", "facts", "about", "for", "depends", "heading", "hint", "why",
    "roster", "identity", "optional", "status",
)  # fmt: skip


def read_plan(
    file: str, data: bytes, vocabulary: Vocabulary
) -> tuple[dict[str, Section], dict[str, Question], list[str], list[PlanError]]:
    """The sections, the screens, the facts given beforehand and the faults of one file."""
    try:
        root = read_yaml(file, data)
    except NotReadable as error:
        fault = error.fault
        return {}, {}, [], [PlanError(fault.file, fault.line, fault.message, fault.instead)]
    reader = _Reader(file, vocabulary)
    reader.read(root)
    return reader.sections, reader.screens, reader.given, reader.faults


class _Reader:
    def __init__(self, file: str, vocabulary: Vocabulary):
        self.file = file
        self.vocabulary = vocabulary
        self.sections: dict[str, Section] = {}
        self.screens: dict[str, Question] = {}
        self.given: list[str] = []
        self.faults: list[PlanError] = []

    def fault(self, line: int, message: str, instead: str | None = None) -> None:
        self.faults.append(PlanError(self.file, line, message, instead))

    def read(self, root: Table) -> None:
        self.known_keys(root, ("given", "sections", "screens"), "a questions file")
        self.given = self.known_facts(root, "given")
        for row in self.rows(root, "sections"):
            self.read_section(row)
        for row in self.rows(root, "screens"):
            self.read_screen(row)
        self.check_roster(root)
        self.check_asked_once()

    def read_section(self, row: Table) -> None:
        self.known_keys(row, ("key", "title", "status"), "a section")
        key = self.key(row, self.sections, "section")
        self.sections[key] = Section(key, self.both_languages(row, "title", f"the section {key}"))

    def read_screen(self, row: Table) -> None:
        self.known_keys(row, SCREEN_KEYS, "a screen")
        key = self.key(row, self.screens, "screen")
        facts = self.facts(row, key)
        about = self.about(row, key, facts)
        section = self.text(row, "section") or ""
        if section not in self.sections:
            line = row.line_of("section")
            self.fault(line, f"the screen {key} is in the section '{section}'", _list(self.sections))
        self.screens[key] = Question(
            key=key, facts=tuple(fact.name for fact in facts), about=about, section=section,
            heading=self.both_languages(row, "heading", key), why=self.both_languages(row, "why", key),
            hint=self.both_languages(row, "hint", key, may_lack=True), group=self.group(row, key, about),
            depends=self.depends(row, key), optional=self.optional(row, key),
            roster=self.yes(row, "roster"), identity=self.yes(row, "identity"),
            draft=self.text(row, "status") == "draft", file=self.file, line=row.line,
        )  # fmt: skip

    def facts(self, row: Table, key: str) -> list[Fact]:
        names = self.known_facts(row, "facts")
        if not row.get("facts"):
            self.fault(row.line_of("facts"), f"the screen {key} asks no facts", "facts: [name_of_a_fact]")
        if len(set(names)) < len(names):
            self.fault(row.line_of("facts"), f"the screen {key} names a fact twice", "once")
        return [self.vocabulary[name] for name in names]

    def known_facts(self, row: Table, key: str) -> list[str]:
        names = self.words(row, key)
        for name in names:
            if name not in self.vocabulary:
                self.fault(
                    row.line_of(key), f"'{name}' is no fact of the vocabulary", "one of services/vocabulary"
                )
        return [name for name in names if name in self.vocabulary]

    def optional(self, row: Table, key: str) -> tuple[str, ...]:
        """Facts that may be left empty: on a fixed screen only, as the rules need every answer they ask."""
        names = self.known_facts(row, "optional")
        if names and (not self.yes(row, "identity") or not set(names) <= set(self.words(row, "facts"))):
            self.fault(
                row.line_of("optional"),
                f"{key} lets answers be left empty",
                "facts of a screen with identity: true",
            )
        return tuple(names)

    def about(self, row: Table, key: str, facts: list[Fact]) -> str:
        subjects = list(dict.fromkeys(fact.about for fact in facts))
        if len(subjects) > 1:
            self.fault(
                row.line_of("facts"), f"the screen {key} asks about {' and '.join(subjects)}", "two screens"
            )
        about = subjects[0] if subjects else "household"
        written = self.text(row, "about")
        if written and written != about:
            self.fault(
                row.line_of("about"), f"the screen {key} says {written}; its facts are about a {about}", about
            )
        return about

    def group(self, row: Table, key: str, about: str) -> str:
        group = self.text(row, "for")
        if group is None:
            return "people"
        if about != "person":
            self.fault(
                row.line_of("for"),
                f"the screen {key} is about a {about}, not for a group of people",
                "no `for`",
            )
        elif group not in self.vocabulary.groups or group == "families":
            self.fault(row.line_of("for"), f"'{group}' is no group of people", _list(self.vocabulary.groups))
        return group

    def depends(self, row: Table, key: str) -> tuple[Condition, ...]:
        written = row.get("depends")
        if written is None:
            return ()
        entries = written if isinstance(written, Rows) else [written]
        return tuple(filter(None, (self.condition(entry, row, key) for entry in entries)))

    def condition(self, entry: object, row: Table, key: str) -> Condition | None:
        line = row.line_of("depends")
        if not isinstance(entry, Table) or "fact" not in entry or not ({"is", "in"} & set(entry)):
            self.fault(line, f"what {key} depends on is not a condition", "depends: {fact: name, is: value}")
            return None
        name = str(entry["fact"])
        if name not in self.vocabulary:
            self.fault(line, f"'{name}' is no fact of the vocabulary", "one of services/vocabulary")
            return None
        words = self.words(entry, "in") or self.words(entry, "is")
        return Condition(name, tuple(self.value(self.vocabulary[name], word, line) for word in words))

    def value(self, fact: Fact, word: str, line: int) -> object:
        if fact.kind == "yes_no" and word in ("true", "false", "yes", "no"):
            return word in ("true", "yes")
        if fact.kind == "choice" and word in fact.codes:
            return word
        accepted = fact.codes if fact.kind == "choice" else ("true", "false")
        self.fault(line, f"'{word}' is no value of {fact.name} to depend on", _list(accepted))
        return None

    def check_roster(self, root: Table) -> None:
        rosters = [question for question in self.screens.values() if question.roster]
        about_people = any(question.about == "person" for question in self.screens.values())
        if about_people and not rosters:
            self.fault(root.line_of("screens"), "no screen asks who lives here", "roster: true on one screen")
        for extra in rosters[1:]:
            self.fault(extra.line, f"{extra.key} is a second roster", "people are one question")
        for roster in rosters:
            if roster.about != "person" or roster.group != "people" or roster.depends or roster.identity:
                self.fault(
                    roster.line,
                    f"the roster {roster.key} must ask everyone about themselves",
                    "no for, no depends",
                )

    def check_asked_once(self) -> None:
        asked: dict[str, str] = {}
        for question in self.screens.values():
            for fact in question.facts:
                if fact in asked:
                    self.fault(
                        question.line,
                        f"{fact} is asked by {asked[fact]} and by {question.key}",
                        "one screen asks it",
                    )
                asked.setdefault(fact, question.key)

    # Fields

    def key(self, row: Table, taken: Iterable[str], what: str) -> str:
        key = self.text(row, "key") or ""
        if not KEY.fullmatch(key) or len(key) > 40:
            self.fault(
                row.line,
                f"'{key}' is no key of a {what}",
                "small letters, digits and single hyphens, at most 40",
            )
        if key in taken:
            self.fault(row.line, f"the {what} {key} is there twice", "one key for one thing")
        return key

    def both_languages(self, row: Table, key: str, of: str, may_lack: bool = False) -> dict[str, str]:
        words = row.get(key)
        if words is None and may_lack:
            return {}
        if not isinstance(words, Table):
            self.fault(
                row.line_of(key), f"{of} has no {key} in two languages", f"{key}: {{en: ..., cy: ...}}"
            )
            return {}
        self.known_keys(words, (*LANGUAGES, "status"), f"the {key} of {of}")
        for language in LANGUAGES:
            if not self.text(words, language):
                self.fault(words.line, f"the {key} of {of} is missing in {language}", f"{language}: ...")
        return {language: str(words[language]).strip() for language in LANGUAGES if language in words}

    def known_keys(self, table: Table, keys: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in keys:
                self.fault(table.line_of(key), f"'{key}' is no field of {where}", _list(keys))

    def rows(self, root: Table, key: str) -> list[Table]:
        rows = root.get(key)
        if not isinstance(rows, Rows) or not rows:
            self.fault(
                root.line_of(key), f"`{key}` is not a list", f"{key}: followed by lines that begin with -"
            )
            return []
        for row in rows:
            if not isinstance(row, Table):
                self.fault(row.line, f"an entry of `{key}` is not a mapping", "key: value")
        return [row for row in rows if isinstance(row, Table)]

    def text(self, row: Table, key: str) -> str | None:
        value = row.get(key)
        if value is None or (isinstance(value, Word) and value.is_null):
            return None
        if not isinstance(value, Word):
            self.fault(row.line_of(key), f"`{key}` is not plain text", f"{key}: text")
            return None
        return str(value)

    def words(self, row: Table, key: str) -> list[str]:
        value = row.get(key)
        if value is None:
            return []
        values = value if isinstance(value, Rows) else [value]
        if not all(isinstance(word, Word) for word in values):
            self.fault(row.line_of(key), f"`{key}` is not a list of words", f"{key}: [...]")
            return []
        return [str(word) for word in values]

    def yes(self, row: Table, key: str) -> bool:
        word = self.text(row, key)
        if word not in (None, "true", "false"):
            self.fault(row.line_of(key), f"`{key}` is '{word}'", "true or false")
        return word == "true"


def _list(words: Iterable[str]) -> str:
    return ", ".join(words)
