"""The parts of a letter, so that a page and a PDF show the same headings, lists and paragraphs.

A letter is plain text, frozen when it was decided. A line that begins with `# ` is a heading; lines that
begin with `- ` are a list, and two spaces before it put a line under the one above; an empty line ends a
paragraph. Everything else is shown as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

HEADING, ITEM, INDENT = "# ", "- ", 2


@dataclass
class Item:
    """A line of a list, and the lines under it."""

    text: str
    items: list[Item] = field(default_factory=list)


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph (with its lines) or a list (with its items)."""

    kind: str
    lines: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.lines)


def blocks(text: str) -> list[Block]:
    """The parts of a letter, in order. Every word of the text is in exactly one of them."""
    return [block for kind, lines in _runs(text) if (block := _block(kind, lines))]


def as_plain_text(text: str) -> str:
    """The letter for a message that knows no headings: their mark is left out."""
    return "\n".join(line.removeprefix(HEADING) for line in text.splitlines())


def _runs(text: str) -> Iterator[tuple[str, list[str]]]:
    for kind, lines in groupby(text.splitlines(), key=_kind):
        yield kind, list(lines)


def _kind(line: str) -> str:
    if not line.strip():
        return "gap"
    if line.startswith(HEADING):
        return "heading"
    return "list" if line.lstrip(" ").startswith(ITEM) else "paragraph"


def _block(kind: str, lines: list[str]) -> Block | None:
    if kind == "gap":
        return None
    if kind == "heading":
        return Block("heading", tuple(line.removeprefix(HEADING).strip() for line in lines))
    if kind == "list":
        return Block("list", items=tuple(_tree(lines)))
    return Block("paragraph", tuple(line.strip() for line in lines))


def _tree(lines: Iterable[str]) -> list[Item]:
    """Lines under the one that they are indented below; a jump of several steps is one step."""
    top: list[Item] = []
    above: list[tuple[int, Item]] = []
    for line in lines:
        depth = (len(line) - len(line.lstrip(" "))) // INDENT
        item = Item(line.lstrip(" ").removeprefix(ITEM).strip())
        above = [(other, parent) for other, parent in above if other < depth]
        (above[-1][1].items if above else top).append(item)
        above.append((depth, item))
    return top
