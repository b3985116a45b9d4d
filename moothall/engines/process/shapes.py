"""The parts of a picture of a process: the outline of each kind of step, lines, arrow heads and text, as
SVG.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection
from html import escape

from moothall.engines.process.diagram import Box, Line
from moothall.engines.process.readable import Item

INK, PAPER, HERE = "#0b0c0c", "#ffffff", "#fff7bf"
FRAMES = frozenset({"participant", "lane", "group", "subProcess", "transaction", "adHocSubProcess"})
LINE_HEIGHT = 14
_LETTER_WIDTH = 6.8
_THIN = f'fill="none" stroke="{INK}" stroke-width="1"'
_SIGN = f'fill="none" stroke="{INK}" stroke-width="2"'


def family(item: Item) -> str:
    """What a kind of element looks like: frame, event, gateway or task."""
    if item.kind in FRAMES:
        return "frame"
    return "event" if item.kind.endswith("Event") else "gateway" if "Gateway" in item.kind else "task"


def outline(item: Item, box: Box, *, current: bool) -> str:
    """The shape of one element; where the case stands it is thick and filled."""
    kind = family(item)
    width = 4 if current or item.kind == "endEvent" else 1.5
    paint = f'fill="{HERE if current else PAPER}" stroke="{INK}" stroke-width="{width:g}"'
    if kind == "event":
        return _event(item, box, paint)
    if kind == "gateway":
        return _gateway(item, box, paint)
    corner = 10 if kind == "task" and box.height >= 40 else 0
    where = f'x="{box.x:g}" y="{box.y:g}" width="{box.width:g}" height="{box.height:g}" rx="{corner}"'
    return f"<rect {where} {_THIN if kind == 'frame' else paint}/>"


def path(line: Line, *, dashed: bool) -> str:
    """A line through its points."""
    dashes = ' stroke-dasharray="4 4"' if dashed else ""
    points = "L".join(f"{x:g} {y:g}" for x, y in line)
    return f'<path d="M{points}" fill="none" stroke="{INK}" stroke-width="1.5"{dashes}/>'


def arrow_head(line: Line) -> str:
    """The head at the end of a line, in the direction of its last part."""
    (x0, y0), (x, y) = line[-2], line[-1]
    length = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5 or 1.0
    along, across = (x - x0) / length, (y - y0) / length
    feet = " ".join(
        f"{x - 9 * along + side * 4 * across:g},{y - 9 * across - side * 4 * along:g}" for side in (1, -1)
    )
    return f'<polygon points="{x:g},{y:g} {feet}" fill="{INK}"/>'


def text(
    x: float,
    y: float,
    lines: Collection[str],
    *,
    anchor: str = "middle",
    bold: bool = False,
    halo: bool = True,
) -> str:
    """Lines of text, the first with its foot at `y`. The halo keeps it legible where a line passes behind."""
    spans = "".join(
        f'<tspan x="{x:g}" y="{y + LINE_HEIGHT * number:g}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    weight = ' font-weight="bold"' if bold else ""
    around = f' stroke="{PAPER}" stroke-width="3" paint-order="stroke"' if halo else ""
    return f'<text class="process__name" text-anchor="{anchor}" fill="{INK}"{around}{weight}>{spans}</text>'


def wrapped(name: str, width: float) -> list[str]:
    """`name` in lines of about `width` units; widths of letters are estimated."""
    return textwrap.wrap(name, max(int(width / _LETTER_WIDTH), 6)) or [name]


def _event(item: Item, box: Box, paint: str) -> str:
    x, y, radius = box.x + box.width / 2, box.y + box.height / 2, min(box.width, box.height) / 2
    dashes = ' stroke-dasharray="4 3"' if item.said.get("cancelActivity") in ("false", "0") else ""
    drawn = f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" {paint}{dashes}/>'
    if item.kind.startswith(("intermediate", "boundary")):
        drawn += f'<circle cx="{x:g}" cy="{y:g}" r="{radius - 3:g}" {_THIN}{dashes}/>'
    if "timer" in item.detail.split():
        hands = f"M{x:g} {y - radius / 2:g}V{y:g}H{x + radius / 3:g}"
        drawn += f'<circle cx="{x:g}" cy="{y:g}" r="{radius - 6:g}" {_THIN}/><path d="{hands}" {_THIN}/>'
    return drawn


def _gateway(item: Item, box: Box, paint: str) -> str:
    x, y = box.x + box.width / 2, box.y + box.height / 2
    points = f"{x:g},{box.y:g} {box.x + box.width:g},{y:g} {x:g},{box.y + box.height:g} {box.x:g},{y:g}"
    arm = box.width / 6
    low, high, left, right = y + arm, y - arm, x - arm, x + arm
    signs = {
        "exclusiveGateway": f"M{left:g} {high:g}L{right:g} {low:g}M{left:g} {low:g}L{right:g} {high:g}",
        "parallelGateway": f"M{left:g} {y:g}H{right:g}M{x:g} {high:g}V{low:g}",
    }
    sign = f'<path d="{signs[item.kind]}" {_SIGN}/>' if item.kind in signs else ""
    return f'<polygon points="{points}" {paint}/>' + (
        sign or f'<circle cx="{x:g}" cy="{y:g}" r="{arm:g}" {_SIGN}/>'
    )
