"""Any BPMN 2.0 file, as far as it can be drawn, listed and compared: every element, whether we can run it
or not.

Reading asks only that the file is safe XML and BPMN. What can be run is decided in `compiling`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.etree.ElementTree import canonicalize

from moothall.engines.process.diagram import Box, Line, read_diagram
from moothall.engines.process.errors import BadFile
from moothall.engines.process.safe_xml import Element, parse

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
MOOTHALL = "urn:moothall:bpmn"

FLOWS = frozenset(
    {"sequenceFlow", "messageFlow", "association", "dataInputAssociation", "dataOutputAssociation"}
)
NODES = frozenset(
    {
        "startEvent",
        "endEvent",
        "intermediateCatchEvent",
        "intermediateThrowEvent",
        "boundaryEvent",
        "task",
        "userTask",
        "manualTask",
        "serviceTask",
        "sendTask",
        "receiveTask",
        "scriptTask",
        "businessRuleTask",
        "exclusiveGateway",
        "parallelGateway",
        "inclusiveGateway",
        "eventBasedGateway",
        "complexGateway",
        "subProcess",
        "transaction",
        "adHocSubProcess",
        "callActivity",
        "event",
        "implicitThrowEvent",
        "choreographyTask",
        "subChoreography",
        "callChoreography",
        "callConversation",
        "conversation",
        "subConversation",
        "participant",
        "lane",
        "dataObject",
        "dataObjectReference",
        "dataStoreReference",
        "dataInput",
        "dataOutput",
        "textAnnotation",
        "group",
    }
)


@dataclass(frozen=True)
class Item:
    """One element of the file. `names` are its wordings by language; `inside` is the id of what holds it;
    `detail` its kinds of event; `said` its further attributes, BPMN's and ours, and a timer's period.
    """

    id: str
    kind: str
    names: Mapping[str, str]
    line: int
    inside: str
    detail: str
    said: Mapping[str, str]

    def name(self, language: str = "en") -> str:
        """Its name in `language`, otherwise in English, otherwise nothing."""
        return self.names.get(language) or self.names.get("en", "")


@dataclass(frozen=True)
class Arrow:
    """A flow between two elements. One that names nothing in the file as an end is not drawn."""

    id: str
    kind: str
    source: str
    target: str
    names: Mapping[str, str]
    line: int
    condition: str = ""


@dataclass(frozen=True)
class Readable:
    """A whole file: the names of its processes by id, elements and flows in the file's order, and its first
    drawing. An element that is not in the drawing has no box.
    """

    name: str
    hash: str
    processes: Mapping[str, Mapping[str, str]]
    items: tuple[Item, ...]
    arrows: tuple[Arrow, ...]
    boxes: Mapping[str, Box]
    lines: Mapping[str, Line]
    labels: Mapping[str, Box]

    def title(self, language: str = "en") -> str:
        """The names of its processes in `language`, otherwise in English, otherwise the name of the file."""
        titles = (names.get(language) or names.get("en") for names in self.processes.values())
        return "; ".join(title for title in titles if title) or self.name


def read_bpmn(xml: bytes, name: str) -> Readable:
    """Read any BPMN 2.0 file. Raises BadFile, with the line, when it is not safe XML or not BPMN 2.0."""
    return readable_from(read_root(xml, name), xml=xml, name=name)


def read_root(xml: bytes, name: str) -> Element:
    """The `definitions` element of a BPMN file, safely parsed. Raises BadFile."""
    root = parse(xml, file=name)
    if (root.space, root.tag) != (BPMN, "definitions"):
        what = f'expected the <definitions> of BPMN 2.0, found <{root.tag}> of "{root.space[:80]}"'
        raise BadFile(file=name, line=root.line, what=what)
    return root


def readable_from(root: Element, *, xml: bytes, name: str) -> Readable:
    """The readable view of an already parsed file."""
    processes: dict[str, Mapping[str, str]] = {}
    items: list[Item] = []
    arrows: list[Arrow] = []
    for element, inside in _with_holder(root):
        if element.tag == "process":
            processes[element.get("id")] = MappingProxyType(names_of(element))
        elif element.tag in NODES:
            items.append(_item(element, inside))
        elif element.tag in FLOWS:
            arrows.append(_arrow(element, inside))
    boxes, lines, labels = read_diagram(root)
    return Readable(
        name=name,
        hash=content_hash(xml),
        processes=MappingProxyType(processes),
        items=tuple(items),
        arrows=tuple(arrows),
        boxes=MappingProxyType(boxes),
        lines=MappingProxyType(lines),
        labels=MappingProxyType(labels),
    )


def content_hash(xml: bytes) -> str:
    """sha256 of the canonical XML (C14N 2.0: no comments, text trimmed, attributes in order) in hexadecimal.

    So another indentation or order of attributes is the same definition, and everything else is another
    one. The file must have gone through `parse` first: that is what refuses a DTD.
    """
    canonical = canonicalize(xml_data=xml, with_comments=False, strip_text=True)
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def names_of(element: Element) -> dict[str, str]:
    """The wordings of an element by language, spaces and line ends made single spaces."""
    names = {"en": " ".join(element.get("name").split())}
    welsh = " ".join(element.get("nameCy", space=MOOTHALL).split())
    return {**names, "cy": welsh} if welsh else names


def _with_holder(root: Element) -> Iterator[tuple[Element, str]]:
    """Every BPMN element with the id of the nearest element around it that has one."""
    waiting: list[tuple[Element, str]] = [(root, "")]
    while waiting:
        element, inside = waiting.pop()
        if element.space == BPMN:
            yield element, inside
        holder = element.get("id") or inside
        waiting.extend((child, holder) for child in reversed(element.children))


def _item(element: Element, inside: str) -> Item:
    definitions = [child.tag for child in element.children if child.tag.endswith("EventDefinition")]
    names = names_of(element)
    if element.tag == "textAnnotation":
        names = {"en": " ".join(" ".join(text.text for text in element.all(BPMN, "text")).split())}
    return Item(
        id=element.get("id"),
        kind=element.tag,
        names=MappingProxyType(names),
        line=element.line,
        inside=element.get("attachedToRef") or inside,
        detail=" ".join(tag.removesuffix("EventDefinition") for tag in definitions),
        said=MappingProxyType(_said(element)),
    )


def _said(element: Element) -> dict[str, str]:
    """Attributes without a namespace or in ours, except those that an item has in fields of their own."""
    said = {
        name: " ".join(value.split())
        for (space, name), value in element.attributes.items()
        if space in ("", MOOTHALL) and name not in ("id", "name", "nameCy", "attachedToRef")
    }
    for definition in element.all(BPMN, "timerEventDefinition"):
        for period in definition.all(BPMN, "timeDuration", "timeDate", "timeCycle"):
            said[period.tag] = period.text.strip()
    return said


def _arrow(element: Element, inside: str) -> Arrow:
    source, target = (_end_of(element, end) for end in ("sourceRef", "targetRef"))
    conditions = element.all(BPMN, "conditionExpression")
    return Arrow(
        id=element.get("id"),
        kind=element.tag,
        # A data association names only its far end; its near end is the activity that holds it.
        source=source or inside,
        target=target or inside,
        names=MappingProxyType(names_of(element)),
        line=element.line,
        condition=conditions[0].text.strip() if conditions else "",
    )


def _end_of(element: Element, end: str) -> str:
    inner = element.all(BPMN, end)
    return element.get(end) or (inner[0].text.strip() if inner else "")
