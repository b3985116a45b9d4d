"""A YAML reader for definition files that keeps line numbers and cannot be made to run or to swell.

It reads libyaml's events itself and builds only dictionaries, lists and text. So no tag can name a class, an
alias cannot be multiplied into a million copies ("billion laughs"), a repeated key is an error instead of a
silent overwrite, and `no` stays the word `no`: what a word means is decided by the reader of the field, who
knows its kind.
"""

from __future__ import annotations

from collections.abc import Callable

import yaml

from moothall.engines.facts.faults import Fault

MOST_BYTES = 2_000_000
MOST_NODES = 200_000
MOST_DEPTH = 20
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Word(str):
    """A scalar as it was written. `is_null` is true for nothing, `~` and `null` without quotes."""

    __slots__ = ("is_null", "line")
    line: int
    is_null: bool


class Table(dict):
    """A mapping that knows its line and the line of each key."""

    __slots__ = ("line", "lines")
    line: int
    lines: dict[str, int]

    def line_of(self, key: str) -> int:
        return self.lines.get(key, self.line)


class Rows(list):
    """A list that knows its line."""

    __slots__ = ("line",)
    line: int


class NotReadable(ValueError):
    """The file is not YAML that we read."""

    def __init__(self, fault: Fault):
        self.fault = fault
        super().__init__(str(fault))


def read_yaml(file: str, data: bytes) -> Table:
    """The file's one mapping.

    Raises `NotReadable` with file and line for anything else: too large, not UTF-8, tags, anchors, repeated
    keys.
    """
    if len(data) > MOST_BYTES:
        raise NotReadable(Fault(file, 1, f"the file is {len(data):,} bytes", f"at most {MOST_BYTES:,}"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotReadable(Fault(file, line, "a byte here is not UTF-8", "save the file as UTF-8")) from None
    reader = _Reader(file, text)
    try:
        return reader.read()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = (
            getattr(error, "problem", None) or getattr(error, "reason", None) or "a character is not allowed"
        )
        fault = Fault(file, mark.line + 1 if mark else 1, f"this is not YAML: {what}")
        raise NotReadable(fault) from None


class _Reader:
    def __init__(self, file: str, text: str):
        self.file = file
        # `yaml.parse` would ask twice for each event: whether there is one, and for it.
        self.loader = Loader(text)
        self.next: Callable[[], yaml.Event] = self.loader.get_event
        self.nodes = 0

    def read(self) -> Table:
        self.next()  # the start of the stream
        event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            self._refuse(1, "the file is empty", "a mapping of names")
        root = self._node(self.next(), 0)
        self.next()
        if not isinstance(self.next(), yaml.StreamEndEvent):
            self._refuse(1, "the file holds more than one document", "one document in each file")
        if not isinstance(root, Table):
            self._refuse(1, "the file is not a mapping", "name: value")
        return root

    def _node(self, event: yaml.Event, depth: int) -> Word | Table | Rows:
        line = event.start_mark.line + 1
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._refuse(line, "the file holds too many values", f"at most {MOST_NODES:,}")
        if depth > MOST_DEPTH:
            self._refuse(line, f"this is nested deeper than {MOST_DEPTH}")
        # An alias always has an anchor: the name that it refers to.
        if event.anchor:
            self._refuse(line, "anchors and aliases (& and *) are not read", "write the value out")
        if event.tag:
            self._refuse(line, f"the tag {event.tag} is not read", "plain values")
        if isinstance(event, yaml.ScalarEvent):
            word = Word(event.value)
            word.line = line
            word.is_null = event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL")
            return word
        return (
            self._table(line, depth) if isinstance(event, yaml.MappingStartEvent) else self._rows(line, depth)
        )

    def _table(self, line: int, depth: int) -> Table:
        table = Table()
        table.line, table.lines = line, {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Word):
                self._refuse(line, "a key here is not a plain word")
            name = str(key)
            if name in table:
                self._refuse(key.line, f"'{name}' is written twice", "once; the second would silently win")
            table[name] = self._node(self.next(), depth + 1)
            table.lines[name] = key.line
        return table

    def _rows(self, line: int, depth: int) -> Rows:
        rows = Rows()
        rows.line = line
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            rows.append(self._node(event, depth + 1))
        return rows

    def _refuse(self, line: int, message: str, instead: str | None = None) -> None:
        raise NotReadable(Fault(self.file, line, message, instead))
