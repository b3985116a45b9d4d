"""`wording.cy.yaml` beside a rules.py: what each rule says in another language, held to the English it
translates.

status: draft                     # draft until a translator has checked it pension_age_reduction: says: Help
gyda'ch treth gyngor. sentences:
    "Savings of {savings} are over {capital_limit}.": "Mae cynilion o {savings} yn fwy na {capital_limit}."
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from moothall.engines.facts.yaml_lines import NotReadable, Table, Word, read_yaml
from moothall.engines.rules import ir
from moothall.engines.rules.errors import RuleError
from moothall.engines.rules.lexer import PLACEHOLDER

FILE = re.compile(r"wording\.([a-z]{2})\.yaml$")


@dataclass
class Wordings:
    """language -> rule -> (English -> words), and which languages are drafts."""

    words: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    drafts: dict[str, bool] = field(default_factory=dict)

    def of(self, language: str, rule: str, english: str) -> tuple[str, bool]:
        """The words in that language and whether they are unchecked; the English when there are none."""
        if language == "en":
            return english, False
        found = self.words.get(language, {}).get(rule, {}).get(english)
        return (english, True) if found is None else (found, self.drafts.get(language, True))


def read_wordings(texts: Mapping[str, bytes], rules: list[ir.Rule]) -> tuple[Wordings, list[RuleError]]:
    """All translations and their faults: a rule or sentence that is not there, other placeholders."""
    wordings, faults = Wordings(), []
    english: dict[str, dict[str, None]] = {}
    for rule in rules:
        sentences = english.setdefault(rule.name, {})
        sentences.update(dict.fromkeys([rule.says, *(s for s in rule.sentences if s)]))
    for file, data in texts.items():
        _read(file, data, english, rules, wordings, faults)
    return wordings, faults


def _read(
    file: str, data: bytes, english: dict, rules: list[ir.Rule], wordings: Wordings, faults: list
) -> None:
    language = FILE.search(file)
    if not language:
        faults.append(RuleError(file, 1, "the file's name does not say its language", "wording.cy.yaml"))
        return
    try:
        root = read_yaml(file, data)
    except NotReadable as error:
        faults.append(RuleError(file, error.fault.line, error.fault.message, error.fault.instead))
        return
    language = language.group(1)
    status = root.pop("status", "draft")
    if status not in ("draft", "checked"):
        faults.append(
            RuleError(file, root.line_of("status"), f"the status is '{status}'", "draft or checked")
        )
    wordings.drafts[language] = wordings.drafts.get(language, False) or status != "checked"
    says = {}
    for rule in rules:
        says.setdefault(rule.name, rule.says)
    words = wordings.words.setdefault(language, {})
    for name, entry in root.items():
        line = root.line_of(name)
        if name not in english or not isinstance(entry, Table):
            faults.append(
                RuleError(
                    file, line, f"'{name[:60]}' is not a rule", "the name of a rule, says and sentences"
                )
            )
            continue
        pairs = [(says[name], entry["says"], entry.line_of("says"))] if "says" in entry else []
        sentences = entry.get("sentences", Table())
        if isinstance(sentences, Table):
            pairs += [(_one_line(key), text, sentences.line_of(key)) for key, text in sentences.items()]
        for key, text, at in pairs:
            fault = _fault(file, at, name, key, text, english[name])
            if fault:
                faults.append(fault)
            else:
                words.setdefault(name, {})[key] = _one_line(text)


def _fault(
    file: str, line: int, name: str, key: str, text: object, english: Mapping[str, None]
) -> RuleError | None:
    if key not in english:
        return RuleError(
            file, line, f"{name} does not say '{key[:80]}'", "the English sentence as it stands in the rule"
        )
    if not isinstance(text, Word) or not text.strip():
        return RuleError(file, line, f"a translation of {name} is not plain words", "a sentence")
    if sorted(set(PLACEHOLDER.findall(key))) != sorted(set(PLACEHOLDER.findall(text))):
        return RuleError(
            file, line, f"a translation of {name} has other {{names}} than the English", "the same names"
        )
    return None


def _one_line(text: str) -> str:
    return " ".join(text.split())
