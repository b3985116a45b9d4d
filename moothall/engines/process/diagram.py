"""Where a BPMN file draws its elements: the diagram interchange part, read as far as a picture needs it."""

from __future__ import annotations

from dataclasses import dataclass

from moothall.engines.process.safe_xml import Element

BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD_DI = "http://www.omg.org/spec/DD/20100524/DI"

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Box:
    """Where an element is drawn, in the diagram's own units."""

    x: float
    y: float
    width: float
    height: float


def read_diagram(root: Element) -> tuple[dict[str, Box], dict[str, Line], dict[str, Box]]:
    """Boxes, lines and places of names in the file's first diagram, by the id of what they draw.

    Further diagrams mostly show the inside of one step, in coordinates of their own.
    """
    boxes: dict[str, Box] = {}
    lines: dict[str, Line] = {}
    labels: dict[str, Box] = {}
    for diagram in root.all(BPMN_DI, "BPMNDiagram")[:1]:
        for drawn in (element for element in diagram.walk() if element.space == BPMN_DI):
            about = drawn.get("bpmnElement").rpartition(":")[2]
            if drawn.tag == "BPMNShape" and (box := _box(drawn)):
                boxes.setdefault(about, box)
            if drawn.tag == "BPMNEdge" and (line := _line(drawn)):
                lines.setdefault(about, line)
            for label in drawn.all(BPMN_DI, "BPMNLabel"):
                if box := _box(label):
                    labels.setdefault(about, box)
    return boxes, lines, labels


def _box(drawn: Element) -> Box | None:
    for bounds in drawn.all(DC, "Bounds"):
        x, y, width, height = (_number(bounds.get(side)) for side in ("x", "y", "width", "height"))
        if x is not None and y is not None and width is not None and height is not None:
            return Box(x, y, width, height)
    return None


def _line(drawn: Element) -> Line | None:
    points = [(_number(at.get("x")), _number(at.get("y"))) for at in drawn.all(DD_DI, "waypoint")]
    if len(points) < 2 or any(None in point for point in points):
        return None
    return tuple(points)  # type: ignore[arg-type]


def _number(text: str) -> float | None:
    """A coordinate, or None for what is none. Bounded, so that a picture stays one that can be looked at."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) <= 100_000 else None
