"""A place for every step of a process whose file brings no drawing: columns from left to right."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.engines.process.diagram import Box, Line
from moothall.engines.process.readable import Arrow, Item, Readable

_COLUMN, _ROW, _MARGIN = 190, 130, 40
_TASK, _EVENT, _GATEWAY = (130, 80), (36, 36), (50, 50)
_NOT_STEPS = frozenset({"participant", "lane", "group", "dataInput", "dataOutput"})


def drawing_of(readable: Readable) -> tuple[Mapping[str, Box], Mapping[str, Line], Mapping[str, Box]]:
    """Boxes, lines and places of names: the file's own drawing, or ours where it has none."""
    if any(item.id in readable.boxes for item in readable.items):
        return readable.boxes, readable.lines, readable.labels
    return *lay_out(readable), {}


def lay_out(readable: Readable) -> tuple[dict[str, Box], dict[str, Line]]:
    """Boxes and lines by id. A step stands one column right of the nearest step before it."""
    steps = {item.id: item for item in readable.items if item.kind not in _NOT_STEPS and item.id}
    arrows = [arrow for arrow in readable.arrows if arrow.source in steps and arrow.target in steps]
    places = _places(steps, arrows)
    boxes = {id_: _box(steps[id_], *place) for id_, place in places.items() if not _is_beside(steps[id_])}
    _put_beside_hosts(steps, boxes)
    lines = {
        arrow.id: _line_down(boxes[arrow.source], boxes[arrow.target])
        if _is_beside(steps[arrow.source])
        else _line(boxes[arrow.source], boxes[arrow.target])
        for arrow in arrows
        if arrow.source in boxes and arrow.target in boxes
    }
    return boxes, lines


def _places(steps: Mapping[str, Item], arrows: list[Arrow]) -> dict[str, tuple[int, int]]:
    """Column and row of each step, breadth first from the steps that nothing leads to.

    One step after another keeps the row; every further way out of a step begins a row of its own, so that no
    line passes behind a step that it has nothing to do with.
    """
    onward = _onward(steps, arrows)
    entered = {target for targets in onward.values() for target in targets}
    places: dict[str, tuple[int, int]] = {}
    rows = 0
    for first in [id_ for id_ in steps if id_ not in entered and not _is_beside(steps[id_])] + list(steps):
        if first in places:
            continue
        places[first] = (0, rows)
        rows += not _is_beside(steps[first])
        waiting = [first]
        for id_ in waiting:
            column, row = places[id_]
            for number, target in enumerate(target for target in onward[id_] if target not in places):
                places[target] = (column + 1, rows if number else row)
                rows += bool(number)
                waiting.append(target)
    return places


def _onward(steps: Mapping[str, Item], arrows: list[Arrow]) -> dict[str, list[str]]:
    """What follows each step. What follows a timer follows the task that the timer is on."""
    onward: dict[str, list[str]] = {id_: [] for id_ in steps}
    for arrow in arrows:
        item = steps[arrow.source]
        source = item.inside if _is_beside(item) and item.inside in steps else arrow.source
        if arrow.target not in onward[source]:
            onward[source].append(arrow.target)
    return onward


def _is_beside(item: Item) -> bool:
    return item.kind == "boundaryEvent"


def _box(item: Item, column: int, row: int) -> Box:
    width, height = _EVENT if item.kind.endswith("Event") else _GATEWAY if "Gateway" in item.kind else _TASK
    middle_x = _MARGIN + column * _COLUMN + _TASK[0] / 2
    middle_y = _MARGIN + row * _ROW + _TASK[1] / 2
    return Box(middle_x - width / 2, middle_y - height / 2, width, height)


def _put_beside_hosts(steps: Mapping[str, Item], boxes: dict[str, Box]) -> None:
    """Timers sit on the lower edge of their task, from its left to its right."""
    count: dict[str, int] = {}
    for id_, item in steps.items():
        host = boxes.get(item.inside) if _is_beside(item) else None
        if host:
            place = count[item.inside] = count.get(item.inside, -1) + 1
            boxes[id_] = Box(host.x + 8 + place * 42, host.y + host.height - 18, *_EVENT)


def _line(source: Box, target: Box) -> Line:
    """From the side that faces the target; in the gap below its row when it passes other columns; back under
    both when it leads to the left.
    """
    start = (source.x + source.width, source.y + source.height / 2)
    end = (target.x, target.y + target.height / 2)
    if end[0] > start[0] and end[0] - start[0] < _COLUMN:
        turn = (start[0] + end[0]) / 2
        return (start, end) if start[1] == end[1] else (start, (turn, start[1]), (turn, end[1]), end)
    if end[0] > start[0]:
        near, far, gap = start[0] + 15, end[0] - 15, start[1] + _TASK[1] / 2 + 25
        return (start, (near, start[1]), (near, gap), (far, gap), (far, end[1]), end)
    start = (source.x + source.width / 2, source.y + source.height)
    end = (target.x + target.width / 2, target.y + target.height)
    below = max(start[1], end[1]) + 40
    return (start, (start[0], below), (end[0], below), end)


def _line_down(source: Box, target: Box) -> Line:
    """From below a timer on the edge of its task, so that the line does not cross the task."""
    start = (source.x + source.width / 2, source.y + source.height)
    end = (target.x, target.y + target.height / 2)
    if end[1] > start[1] + 20 and end[0] > start[0]:
        return (start, (start[0], end[1]), end)
    gap = start[1] + 8
    return (start, (start[0], gap), (end[0] - 15, gap), (end[0] - 15, end[1]), end)
