"""A calm picture of a process, as SVG that a strict content security policy lets through.

No style element, no style attribute, no script, no reference to anything outside: classes for the page's
style sheet, and presentation attributes for where there is none. Every text from the file is escaped. Where
the case stands is said by a word and a thick outline, never by colour alone, and again in the description.
"""

from __future__ import annotations

from collections.abc import Collection
from html import escape
from itertools import pairwise

from moothall.engines.process import shapes
from moothall.engines.process.definition import Definition
from moothall.engines.process.layout import drawing_of
from moothall.engines.process.readable import Arrow, Item, Readable

_MARGIN = 30
# The Welsh words are drafts: nobody who speaks the language has checked them.
_WORDS = {
    "en": {"steps": "Steps", "now": "Now", "none": "no steps"},
    "cy": {"steps": "Camau", "now": "Nawr", "none": "dim camau"},
}


def draw_svg(
    process: Definition | Readable, language: str = "en", current_nodes: Collection[str] = ()
) -> str:
    """The picture as one `<svg>` element, for a page in `language`.

    `current_nodes` are the ids of the steps where the case stands. Names without a wording in `language` are
    in English. A file without a drawing is laid out from left to right.
    """
    readable = process.readable if isinstance(process, Definition) else process
    return _Picture(readable, language, frozenset(current_nodes)).svg()


class _Picture:
    def __init__(self, readable: Readable, language: str, current: frozenset[str]) -> None:
        self.readable, self.language, self.current = readable, language, current
        self.words = _WORDS.get(language, _WORDS["en"])
        self.boxes, self.lines, self.labels = drawing_of(readable)
        items = [item for item in readable.items if item.id in self.boxes]
        self.frames = sorted(
            (item for item in items if item.kind in shapes.FRAMES), key=self._size, reverse=True
        )
        self.nodes = [item for item in items if item.kind not in shapes.FRAMES]
        self.arrows = [arrow for arrow in readable.arrows if arrow.id in self.lines]

    def svg(self) -> str:
        """Frames at the back, then lines, steps, and the names of lines in front."""
        return "\n".join(
            [
                self._head(),
                *(self._node(item) for item in self.frames),
                *(self._arrow(arrow) for arrow in self.arrows),
                *(self._node(item) for item in self.nodes),
                *(self._arrow_name(arrow) for arrow in self.arrows if self._name(arrow)),
                "</svg>",
            ]
        )

    def _size(self, item: Item) -> float:
        return self.boxes[item.id].width * self.boxes[item.id].height

    def _name(self, thing: Item | Arrow) -> str:
        return thing.names.get(self.language) or thing.names.get("en", "")

    def _head(self) -> str:
        left, top, right, bottom = self._bounds()
        width, height = right - left, bottom - top
        name = f"process-{self.readable.hash[:12]}"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="process" role="img" '
            f'lang="{escape(self.language)}" '
            f'aria-labelledby="{name}-title {name}-desc" width="{width:g}" height="{height:g}" '
            f'viewBox="{left:g} {top:g} {width:g} {height:g}" '
            f'font-family="arial, sans-serif" font-size="12">\n'
            f'<title id="{name}-title">{escape(self.readable.title(self.language))}</title>\n'
            f'<desc id="{name}-desc">{escape(self._description())}</desc>'
        )

    def _description(self) -> str:
        """The picture in words: its steps in the order of the file, then where the case stands."""
        named = [(item.id, self._name(item)) for item in sorted(self.nodes, key=lambda item: item.line)]
        said = "; ".join(name for _, name in named if name) or self.words["none"]
        here = "; ".join(name for id_, name in named if name and id_ in self.current)
        return f"{self.words['steps']}: {said}." + (f" {self.words['now']}: {here}." if here else "")

    def _bounds(self) -> tuple[float, float, float, float]:
        """The picture's edges, with room below for the names of the lowest events."""
        boxes = [*self.boxes.values(), *self.labels.values()]
        points = [point for line in self.lines.values() for point in line]
        across = [x for x, _ in points] + [edge for box in boxes for edge in (box.x, box.x + box.width)]
        down = [y for _, y in points] + [edge for box in boxes for edge in (box.y, box.y + box.height)]
        if not across:
            return 0, 0, 2 * _MARGIN, 2 * _MARGIN
        return min(across) - _MARGIN, min(down) - _MARGIN, max(across) + _MARGIN, max(down) + 2 * _MARGIN

    def _node(self, item: Item) -> str:
        box, current = self.boxes[item.id], item.id in self.current
        css = f"process__{shapes.family(item)}" + (" process__node--current" if current else "")
        now = shapes.text(box.x, box.y - 8, [self.words["now"]], anchor="start", bold=True) if current else ""
        return (
            f'<g class="{css}">{shapes.outline(item, box, current=current)}{self._node_name(item)}{now}</g>'
        )

    def _node_name(self, item: Item) -> str:
        box, name, kind = self.boxes[item.id], self._name(item), shapes.family(item)
        if not name:
            return ""
        if kind == "frame":
            return shapes.text(box.x + 8, box.y + 16, [name], anchor="start")
        if kind == "task" and box.height >= 40:
            lines = shapes.wrapped(name, box.width - 10)[: int(box.height / shapes.LINE_HEIGHT)]
            middle = box.y + box.height / 2 - shapes.LINE_HEIGHT / 2 * (len(lines) - 1) + 4
            return shapes.text(box.x + box.width / 2, middle, lines, halo=False)
        if place := self.labels.get(item.id):
            width = max(place.width, 60)
            return shapes.text(place.x + place.width / 2, place.y + 11, shapes.wrapped(name, width))
        return shapes.text(box.x + box.width / 2, box.y + box.height + 15, shapes.wrapped(name, 110))

    def _arrow(self, arrow: Arrow) -> str:
        line = self.lines[arrow.id]
        head = "" if arrow.kind == "association" else shapes.arrow_head(line)
        return f'<g class="process__flow">{shapes.path(line, dashed=arrow.kind != "sequenceFlow")}{head}</g>'

    def _arrow_name(self, arrow: Arrow) -> str:
        """Where the file puts it, otherwise above the middle of the line's longest part."""
        if place := self.labels.get(arrow.id):
            lines = shapes.wrapped(self._name(arrow), max(place.width, 60))
            return shapes.text(place.x + place.width / 2, place.y + 11, lines)
        parts = pairwise(self.lines[arrow.id])
        (x0, y0), (x1, y1) = max(
            parts, key=lambda part: abs(part[0][0] - part[1][0]) + abs(part[0][1] - part[1][1])
        )
        return shapes.text((x0 + x1) / 2, (y0 + y1) / 2 - 6, shapes.wrapped(self._name(arrow), 90))
