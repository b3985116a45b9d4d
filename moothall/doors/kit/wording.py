"""The message catalogue: every sentence of every page, in English and Welsh.

Each door keeps its sentences in `moothall/doors/<door>/messages/*.yaml`:

    frontdoor.start.title:
      en: Find help
      cy: {text: Dod o hyd i help, status: draft}

`status` is `checked` once a translator has read the Welsh, and `draft` until then; a page in
Welsh says so while any of it is a draft. A sentence that counts something has `one` and `other`.
`{name}` is filled by a replacement of our own: `str.format` would let a value's attributes be walked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from moothall.doors.kit.languages import current_language

DOORS = Path(__file__).resolve().parent.parent
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
STATUSES = ("draft", "checked")


class UnknownMessage(KeyError):
    """A page asked for a sentence that no message file holds."""


class MissingValue(KeyError):
    """A sentence has a placeholder that nobody filled."""


class BadMessages(Exception):
    """The message files are wrong; every finding is listed with its file."""

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = list(findings)
        super().__init__("\n".join(self.findings))


@dataclass(frozen=True)
class Message:
    """One sentence: for each language its forms, `other` and perhaps `one`."""

    forms: Mapping[str, Mapping[str, str]]
    status: str
    file: str

    def text(self, language: str, count: object = None) -> str:
        forms = self.forms[language]
        return forms["one"] if count == 1 and "one" in forms else forms["other"]


def t(key: str, /, *, language: str | None = None, **values: Any) -> str:
    """The sentence `key` in the reader's language (or in `language`), with `values` filled in."""
    message = catalogue().get(key)
    if message is None:
        raise UnknownMessage(f"{key}: no such message; add it to a messages/*.yaml of its door")
    return fill(message.text(language or current_language(), values.get("count")), values, key=key)


def known_or(key: str, otherwise: str) -> str:
    """The sentence `key` where there is one, and `otherwise` where there is none. It has no values."""
    return t(key) if key in catalogue() else otherwise


def fill(text: str, values: Mapping[str, Any], *, key: str) -> str:
    """`text` with each `{name}` replaced by its value; a value's own braces are left alone."""

    def value_of(match: re.Match[str]) -> str:
        if match[1] not in values:
            raise MissingValue(f"{key}: nothing was given for {{{match[1]}}}")
        return str(values[match[1]])

    return PLACEHOLDER.sub(value_of, text)


@cache
def catalogue() -> dict[str, Message]:
    """Every message of every door. Read once: a changed file is seen at the next start."""
    return read_messages(
        {
            path.relative_to(DOORS).as_posix(): path.read_bytes()
            for path in sorted(DOORS.glob("*/messages/*.yaml"))
        }
    )


@cache
def welsh_is_draft() -> bool:
    """Whether any Welsh sentence still waits for a translator."""
    return any(message.status == "draft" for message in catalogue().values())


def read_messages(files: Mapping[str, bytes]) -> dict[str, Message]:
    """The messages in `files`; raises BadMessages with all that is wrong in them."""
    messages: dict[str, Message] = {}
    findings: list[str] = []
    for file, text in files.items():
        for key, entry in (yaml.safe_load(text) or {}).items():
            if key in messages:
                findings.append(f"{file}: {key} is already in {messages[key].file}")
                continue
            try:
                messages[key] = _message(entry, file)
            except ValueError as wrong:
                findings.append(f"{file}: {key}: {wrong}")
    if findings:
        raise BadMessages(findings)
    return messages


def _message(entry: Any, file: str) -> Message:
    if not isinstance(entry, dict) or set(entry) != {"en", "cy"}:
        raise ValueError("expected en: and cy:")
    welsh = entry["cy"]
    if not isinstance(welsh, dict) or set(welsh) != {"text", "status"} or welsh["status"] not in STATUSES:
        raise ValueError("cy: expected {text: ..., status: draft} or status: checked")
    forms = {"en": _forms(entry["en"]), "cy": _forms(welsh["text"])}
    if _placeholders(forms["en"]) != _placeholders(forms["cy"]):
        raise ValueError("the placeholders of English and Welsh differ")
    return Message(forms=forms, status=welsh["status"], file=file)


def _forms(text: Any) -> dict[str, str]:
    forms = {"other": text} if isinstance(text, str) else text
    if not isinstance(forms, dict) or "other" not in forms or not set(forms) <= {"one", "other"}:
        raise ValueError("expected a sentence, or one: and other:")
    if not all(isinstance(form, str) and form.strip() for form in forms.values()):
        raise ValueError("a sentence is empty")
    return forms


def _placeholders(forms: Mapping[str, str]) -> set[str]:
    return {name for form in forms.values() for name in PLACEHOLDER.findall(form)}
