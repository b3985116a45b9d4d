"""Reading `services/vocabulary/*.yaml`: every field checked, every fault reported with its file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from moothall.engines.facts import dates
from moothall.engines.facts.faults import FactError
from moothall.engines.facts.fields import Fields
from moothall.engines.facts.vocabulary import (
    BUILT_IN_GROUPS,
    KINDS,
    MONEY_UNITS,
    SENSITIVITIES,
    SUBJECTS,
    TODAY,
    Choice,
    Fact,
    Group,
    Wording,
)
from moothall.engines.facts.yaml_lines import NotReadable, Rows, Table, read_yaml

NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_]*")
FACT_KEYS = (
    "about", "kind", "unit", "least", "most", "choices", "wording", "sensitivity", "attested_by", "held_by",
    "standard", "source",
)  # fmt: skip
RANGE_KINDS = ("money", "number", "whole_number", "date")


def read_vocabulary(texts: Mapping[str, bytes]) -> tuple[dict[str, Fact], dict[str, Group], list[FactError]]:
    """Facts, groups and faults of all the files together."""
    reader = _Reader()
    for file, data in texts.items():
        try:
            reader.read(file, read_yaml(file, data))
        except NotReadable as error:
            fault = error.fault
            reader.faults.append(FactError(fault.file, fault.line, fault.message, fault.instead))
    reader.check_groups()
    return reader.facts, reader.groups, reader.faults


class _Reader(Fields):
    fault_type = FactError

    def __init__(self):
        super().__init__("", [])
        self.facts: dict[str, Fact] = {}
        self.groups: dict[str, Group] = {}
        self.group_places: dict[str, tuple[str, int]] = {}

    def read(self, file: str, root: Table) -> None:
        self.file = file
        self.known_keys(root, ("facts", "groups"), "a vocabulary file")
        for name, entry in self.table(root, "facts").items():
            self.read_fact(name, entry, root["facts"].line_of(name))
        for name, entry in self.table(root, "groups").items():
            self.read_group(name, entry, root["groups"].line_of(name))

    # Facts

    def read_fact(self, name: str, entry: object, line: int) -> None:
        if not self.name_is_free(name, line) or not self.is_table(entry, line, name):
            return
        self.known_keys(entry, FACT_KEYS, f"the fact {name}")
        about = self.one_of(entry, "about", SUBJECTS, line, name)
        kind = self.one_of(entry, "kind", KINDS, line, name)
        unit = self.unit(entry, kind, line, name)
        least, most = self.range(entry, kind, name)
        fact = Fact(
            name=name, about=about or "household", kind=kind or "text", unit=unit, least=least, most=most,
            choices=self.choices(entry, kind, line, name), wording=self.wording(entry, line, name),
            sensitivity=self.one_of(entry, "sensitivity", SENSITIVITIES, line, name,
            "ordinary") or "ordinary",
            attested_by=self.words(entry, "attested_by"), held_by=self.words(entry, "held_by"),
            standard=self.text(entry, "standard"), source=self.text(entry, "source"), file=self.file,
            line=line,
        )  # fmt: skip
        # A faulty fact is kept as well, so that one mistake does not become a hundred "not a fact" messages.
        self.facts[name] = fact

    def name_is_free(self, name: str, line: int) -> bool:
        if not NAME.fullmatch(name) or len(name) > 60:
            self.fault(
                line, f"'{name}' is not a name", "small letters, digits and single underscores, at most 60"
            )
            return False
        if name in self.facts or name in self.groups or name in BUILT_IN_GROUPS:
            self.fault(line, f"'{name}' is named twice", "one name for one thing")
            return False
        return True

    def unit(self, entry: Table, kind: str | None, line: int, name: str) -> str | None:
        unit = self.text(entry, "unit")
        if kind == "money" and unit not in MONEY_UNITS:
            found = f"'{unit}'" if unit else "nothing"
            self.fault(
                entry.line_of("unit"), f"{name} is money and its unit is {found}", ", ".join(MONEY_UNITS)
            )
        if kind != "money" and unit:
            self.fault(entry.line_of("unit"), f"{name} is {kind} and has no unit", "leave `unit` out")
            return None
        return unit

    def range(self, entry: Table, kind: str | None, name: str) -> tuple[object, object]:
        ends = []
        for key in ("least", "most"):
            word = self.text(entry, key)
            if word is None:
                ends.append(None)
            elif kind not in RANGE_KINDS:
                self.fault(entry.line_of(key), f"{name} is {kind} and has no range", f"leave `{key}` out")
                ends.append(None)
            else:
                ends.append(self.end(entry, key, word, kind, name))
        least, most = ends
        if least is not None and most is not None and TODAY not in (least, most) and least > most:
            self.fault(
                entry.line_of("least"), f"the least of {name} is more than its most", "least below most"
            )
        return least, most

    def end(self, entry: Table, key: str, word: str, kind: str, name: str) -> object:
        if kind == "date":
            if word == TODAY:
                return TODAY
            try:
                return dates.from_iso(word)
            except ValueError:
                self.fault(
                    entry.line_of(key), f"{key} of {name} is '{word}'", "a date like 1900-01-01, or today"
                )
                return None
        try:
            number = Decimal(word.replace("_", ""))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            self.fault(entry.line_of(key), f"{key} of {name} is '{word}'", "a number")
            return None
        return float(number * 100) if kind == "money" else float(number)

    def choices(self, entry: Table, kind: str | None, line: int, name: str) -> tuple[Choice, ...]:
        rows = entry.get("choices")
        if kind != "choice":
            if rows is not None:
                self.fault(
                    entry.line_of("choices"), f"{name} is {kind} and has no choices", "leave `choices` out"
                )
            return ()
        if not isinstance(rows, Rows) or not rows:
            self.fault(
                line, f"{name} is a choice without choices", "choices: [{code: owner, en: You own it}]"
            )
            return ()
        choices: dict[str, Choice] = {}
        for row in rows:
            if not isinstance(row, Table) or "code" not in row or "en" not in row:
                self.fault(
                    row.line,
                    f"a choice of {name} lacks its code or its English",
                    "{code: ..., en: ..., cy: ...}",
                )
                continue
            self.known_keys(row, ("code", "en", "cy", "status"), f"a choice of {name}")
            code = str(row["code"])
            if not CODE.fullmatch(code) or code in choices:
                self.fault(
                    row.line, f"'{code}' is not a new code of {name}", "letters, digits and underscores, once"
                )
            choices[code] = Choice(code, str(row["en"]), self.text(row, "cy"))
        return tuple(choices.values())

    def wording(self, entry: Table, line: int, name: str) -> dict[str, Wording]:
        wording = {}
        for language, words in self.table(entry, "wording").items():
            if language not in ("en", "cy") or not isinstance(words, Table):
                self.fault(
                    entry["wording"].line_of(language), f"the wording of {name} in '{language}'", "en or cy"
                )
                continue
            self.known_keys(words, ("label", "question", "hint", "why", "status"), f"the wording of {name}")
            if self.text(words, "label") is None:
                self.fault(words.line, f"{name} has no label in {language}", "label: ...")
            label = self.text(words, "label") or name
            wording[language] = Wording(
                label=label, question=self.text(words, "question") or label, hint=self.text(words,
                "hint") or "",
                why=self.text(words, "why") or "", draft=self.text(words, "status") == "draft",
            )  # fmt: skip
        if "en" not in wording:
            self.fault(line, f"{name} has no English wording", "wording: {en: {label: ..., question: ...}}")
            wording["en"] = Wording(name, name)
        return wording

    # Groups

    def read_group(self, name: str, entry: object, line: int) -> None:
        if not self.name_is_free(name, line) or not self.is_table(entry, line, name):
            return
        self.known_keys(entry, ("among", "fact", "is", "wording"), f"the group {name}")
        among = self.one_of(entry, "among", ("people", "other_people"), line, name)
        wording = {language: str(word) for language, word in self.table(entry, "wording").items()}
        wording.setdefault("en", name.replace("_", " "))
        group = Group(name, among or "people", self.text(entry, "fact"), self.words(entry, "is"), wording)
        self.groups[name] = group
        self.group_places[name] = (self.file, line)

    def check_groups(self) -> None:
        """Groups may stand in a file before the fact that they use, so they are checked last."""
        for name, group in self.groups.items():
            self.file, line = self.group_places[name]
            fact = self.facts.get(group.fact or "")
            if fact is None or fact.kind != "choice" or fact.about != "person":
                self.fault(line, f"the group {name} uses '{group.fact}'", "a choice fact about a person")
                continue
            if not group.codes:
                self.fault(line, f"the group {name} names no choice", f"is: [{', '.join(fact.codes)}]")
            for code in group.codes:
                if code not in fact.codes:
                    self.fault(line, f"'{code}' is not a choice of {fact.name}", ", ".join(fact.codes))
