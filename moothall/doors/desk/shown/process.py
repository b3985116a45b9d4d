"""Where a case stands in its process, as a picture and as the ways out of a step."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from moothall.doors.kit.languages import current_language
from moothall.engines.process import Definition
from moothall.engines.process.definition import Gateway
from moothall.engines.process.drawing import draw_svg
from moothall.work.cases.models import Task

_OUTCOME = re.compile(r'outcome\s*=\s*"(\w+)"')


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a step: the outcome that the process looks for, and its name for people."""

    outcome: str
    label: str


def picture(process: Definition, open_tasks: list[Task]) -> Markup:
    """The drawing, with the steps that wait marked. Every text in it was escaped by the engine."""
    return Markup(draw_svg(process, current_language(), [task.node for task in open_tasks]))


def ways_out(process: Definition, node: str) -> list[Way]:
    """What finishing this step can lead to; empty when there is only one way on."""
    after = [process.nodes[flow.target] for flow in process.flows.get(node, ())]
    gateway = next((one for one in after if isinstance(one, Gateway)), None)
    if gateway is None:
        return []
    names = {arrow.id: arrow.names for arrow in process.readable.arrows}
    return [_way(flow, names.get(flow.id, {})) for flow in process.flows[gateway.id]]


def _way(flow, names) -> Way:
    """The default way has no condition: any other outcome leads there, so its own id will do."""
    asked = _OUTCOME.search(flow.condition.text) if flow.condition else None
    label = names.get(current_language()) or names.get("en") or flow.id
    return Way(outcome=asked.group(1) if asked else flow.id, label=label)
