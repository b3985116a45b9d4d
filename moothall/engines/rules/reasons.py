"""Reasons: why an answer is what it is, as a tree that is built only when someone looks.

Each rule keeps what it read and by which way it came out; the tree is made from that, in English or Welsh.
What counted is shown; amounts of nothing are `left_out`; the same fact about several people is one line.
"""

from __future__ import annotations

from dataclasses import dataclass, field


class NotWorkedOut(LookupError):
    """There is no answer to give reasons for: a fact is still needed."""


@dataclass
class Reason:
    """One line: what (`wording`), how much (`value_text`), why (`sentence`), by which law, from which source.

    `kind` is rule, fact or rate. `about` is the id of the person or family, `who` their name where it is
    known. `again` is true when the same rule about the same subject is explained elsewhere in the tree.
    `value` and `unit` are for comparing two trees, and not for reading: the plain form leaves them out. A
    line about several people has no one value, and a percentage is a share of 1.
    """

    kind: str
    name: str
    wording: str
    value_text: str
    law: str | None = None
    sentence: str | None = None
    source: str | None = None
    forecast: bool = False
    draft: bool = False
    about: str | None = None
    who: str | None = None
    again: bool = False
    children: list[Reason] = field(default_factory=list)
    left_out: list[Reason] = field(default_factory=list)
    value: object = None
    unit: str = ""

    @property
    def refusal(self) -> str | None:
        """Why an answer is not covered: the sentence of the rule that refused, however deep it stands.

        Until that rule is reached, the tree of a refusal has one branch.
        """
        if self.sentence or not self.children:
            return self.sentence
        return self.children[0].refusal

    def to_dict(self) -> dict:
        """Plain JSON, without empty fields."""
        plain = {key: value for key, value in vars(self).items() if value not in (None, False, [])}
        plain.pop("value", None)
        plain.pop("unit", None)
        for key in ("children", "left_out"):
            if key in plain:
                plain[key] = [child.to_dict() for child in plain[key]]
        return plain

    def folded(self, depth: int) -> Reason:
        """The same tree cut after `depth` levels of children."""
        children = [child.folded(depth - 1) for child in self.children] if depth > 0 else []
        return Reason(**{**vars(self), "children": children, "left_out": self.left_out if depth > 0 else []})

    def lines(self, depth: int = 99, level: int = 0) -> list[str]:
        """The tree as indented text, for a terminal."""
        who = f" ({self.who})" if self.who else ""
        law = f" [{self.law}]" if self.law else ""
        shown = [f"{'  ' * level}{self.wording}{who}: {self.value_text}{law}"]
        if self.sentence:
            shown.append(f"{'  ' * level}  {self.sentence}")
        if depth > 0:
            for child in self.children:
                shown += child.lines(depth - 1, level + 1)
        return shown
