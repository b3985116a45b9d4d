"""Reads a foreign XML file into plain elements that remember their line, and refuses whatever could do harm.

Expat is used directly, because ElementTree forgets lines. Invariants:
- no DTD, so no entity can be declared: neither expansion bombs nor external files are possible;
- bytes, depth, elements and attributes are bounded before anything is built from them;
- the encoding is one of four; Python's own codecs are never offered to a foreign file.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from xml.parsers import expat

from moothall.engines.process.errors import BadFile

LARGEST_BYTES = 1_000_000
DEEPEST = 60
MOST_ELEMENTS = 20_000
MOST_ATTRIBUTES = 60
ENCODINGS = frozenset({"utf-8", "utf-16", "iso-8859-1", "us-ascii"})


@dataclass(eq=False)
class Element:
    """One XML element. `space` is the namespace, `""` for none; attributes are keyed by it and a name."""

    space: str
    tag: str
    line: int
    attributes: dict[tuple[str, str], str]
    children: list[Element] = field(default_factory=list)
    text: str = ""
    _pieces: list[tuple[int, int, int]] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)

    def get(self, name: str, default: str = "", *, space: str = "") -> str:
        """An attribute's value, or `default` when the element does not have it."""
        return self.attributes.get((space, name), default)

    def all(self, space: str, *tags: str) -> list[Element]:
        """The direct children of this namespace with one of these tags, in the file's order."""
        return [child for child in self.children if child.space == space and child.tag in tags]

    def walk(self):
        """This element and everything inside it, in the file's order, without recursion."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def place_in_text(self, offset: int) -> tuple[int, int]:
        """Line and column (both from 1) in the file of the character at `offset` of `text`.

        Exact even behind `&lt;`, because expat starts a new piece after each such reference.
        """
        if not self._pieces:
            return self.line, 1
        at = bisect_right(self._pieces, (offset, 1 << 60, 0)) - 1
        start, line, column = self._pieces[max(at, 0)]
        return line, column + (offset - start)


def parse(xml: bytes, *, file: str) -> Element:
    """The root element of `xml`. Raises BadFile, with the line, for all that is not plain bounded XML."""
    if len(xml) > LARGEST_BYTES:
        raise BadFile(
            file=file, line=0, what=f"the file has {len(xml)} bytes; at most {LARGEST_BYTES} are read"
        )
    return _Reader(file).read(xml)


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.open: list[Element] = []
        self.root: Element | None = None
        self.count = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def read(self, xml: bytes) -> Element:
        try:
            self.parser.Parse(xml, True)
        except expat.ExpatError as error:
            what = f"this is not well-formed XML ({expat.ErrorString(error.code)})"
            raise BadFile(file=self.file, line=error.lineno, column=error.offset + 1, what=what) from None
        except (LookupError, ValueError):
            raise self._bad("the file names an encoding that is not read; save it as UTF-8") from None
        assert self.root is not None  # expat refuses a document without a root element
        return self.root

    def _bad(self, what: str) -> BadFile:
        return BadFile(
            file=self.file,
            line=self.parser.CurrentLineNumber,
            column=self.parser.CurrentColumnNumber + 1,
            what=what,
        )

    def _declaration(self, version, encoding, standalone) -> None:
        if encoding and encoding.lower() not in ENCODINGS:
            raise self._bad(f'the encoding "{encoding[:40]}" is not read; save the file as UTF-8')

    def _doctype(self, *_) -> None:
        raise self._bad("a document type or entity declaration is never read; take the <!DOCTYPE ...> away")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            raise self._bad(f"more than {MOST_ELEMENTS} elements; split the file")
        if len(self.open) >= DEEPEST:
            raise self._bad(f"elements nested more than {DEEPEST} deep")
        if len(attributes) > MOST_ATTRIBUTES:
            raise self._bad(f"more than {MOST_ATTRIBUTES} attributes on one element")
        space, tag = _split(name)
        element = Element(
            space=space,
            tag=tag,
            line=self.parser.CurrentLineNumber,
            attributes={_split(key): value for key, value in attributes.items()},
        )
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _name: str) -> None:
        element = self.open.pop()
        element.text = "".join(element._parts)

    def _characters(self, data: str) -> None:
        element = self.open[-1]
        offset = element._pieces[-1][0] + len(element._parts[-1]) if element._parts else 0
        place = (offset, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)
        element._pieces.append(place)
        element._parts.append(data)


def _split(name: str) -> tuple[str, str]:
    space, found, tag = name.rpartition(" ")
    return (space, tag) if found else ("", name)
