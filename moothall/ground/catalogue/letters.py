"""Letters as text with named gaps: no logic, so a foreign definition can say but not do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

GAP = re.compile(r"\{([a-z_]+)\}")


class BadLetter(Exception):
    """A letter's file is not in the form that Moothall reads, or a gap has nothing to fill it."""


@dataclass(frozen=True)
class Letter:
    """One letter: its subject line, whether its wording is checked, and its text with gaps."""

    path: str
    subject: str
    status: str
    text: str

    @property
    def gaps(self) -> frozenset[str]:
        return frozenset(GAP.findall(self.subject + self.text))

    def filled(self, values: Mapping[str, str]) -> tuple[str, str]:
        """(subject line, text) with every gap filled. Raises BadLetter when a value is missing."""
        missing = sorted(self.gaps - set(values))
        if missing:
            known = ", ".join(sorted(values))
            raise BadLetter(f"{self.path}: nothing to fill {{{missing[0]}}} with. Expected one of: {known}.")
        # One pass with our own replacing: a value that holds braces stays as it was typed.
        return tuple(GAP.sub(lambda gap: values[gap[1]], part) for part in (self.subject, self.text))


def read_letter(text: str, *, path: str) -> Letter:
    """Read a letter: header lines `subject:` and `status:`, an empty line, then the text."""
    head, blank, body = text.partition("\n\n")
    fields = dict(line.split(":", 1) for line in head.splitlines() if ":" in line)
    if not blank or "subject" not in fields:
        raise BadLetter(
            f"{path}:1: found no header. Expected: subject: ..., status: checked or draft, an empty line."
        )
    return Letter(
        path=path,
        subject=fields["subject"].strip(),
        status=fields.get("status", "draft").strip(),
        text=body.strip(),
    )
