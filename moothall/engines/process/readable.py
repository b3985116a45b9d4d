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

from moothall.engines.process.errors import BadFile
from moothall.engines.process.safe_xml import Element, parse

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD_DI = "http://www.omg.org/spec/DD/20100524/DI"
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
    """One element of the file. `names` are its wordings by language; `inside` is the id of what holds it."""

    id: str
    kind: str
    names: Mapping[str, str]
    line: int
    inside: str
    detail: str = ""

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
class Box:
    """Where an element is drawn, in the diagram's own units."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Readable:
    """A whole file: processes by id, elements and flows in the file's order, and where they are drawn."""

    name: str
    hash: str
    processes: Mapping[str, str]
    items: tuple[Item, ...]
    arrows: tuple[Arrow, ...]
    boxes: Mapping[str, Box]
    lines: Mapping[str, tuple[tuple[float, float], ...]]


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
    processes: dict[str, str] = {}
    items: list[Item] = []
    arrows: list[Arrow] = []
    for element, inside in _with_holder(root):
        if element.tag == "process":
            processes[element.get("id")] = element.get("name")
        elif element.tag in NODES:
            items.append(_item(element, inside))
        elif element.tag in FLOWS:
            arrows.append(_arrow(element, inside))
    boxes, lines = _drawing(root)
    return Readable(
        name=name,
        hash=content_hash(xml),
        processes=MappingProxyType(processes),
        items=tuple(items),
        arrows=tuple(arrows),
        boxes=MappingProxyType(boxes),
        lines=MappingProxyType(lines),
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
    )


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


def _drawing(root: Element) -> tuple[dict[str, Box], dict[str, tuple[tuple[float, float], ...]]]:
    """Boxes and lines of the file's diagrams, by the id of what they draw; the first of each counts."""
    boxes: dict[str, Box] = {}
    lines: dict[str, tuple[tuple[float, float], ...]] = {}
    for drawn in (element for element in root.walk() if element.space == BPMN_DI):
        about = drawn.get("bpmnElement").rpartition(":")[2]
        if drawn.tag == "BPMNShape":
            found = drawn.all(DC, "Bounds")
            numbers = (
                [_number(found[0].get(side)) for side in ("x", "y", "width", "height")] if found else [None]
            )
            if None not in numbers:
                boxes.setdefault(about, Box(*numbers))  # type: ignore[arg-type]
        elif drawn.tag == "BPMNEdge":
            points = [(_number(at.get("x")), _number(at.get("y"))) for at in drawn.all(DD_DI, "waypoint")]
            if len(points) > 1 and all(None not in point for point in points):
                lines.setdefault(about, tuple(points))  # type: ignore[arg-type]
    return boxes, lines


def _number(text: str) -> float | None:
    """A coordinate, or None for what is none. Bounded, so that a picture stays one that can be looked at."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) <= 100_000 else None
