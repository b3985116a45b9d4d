"""Writes BPMN for tests: a process in a few short lines, valid or wrong on purpose."""

from __future__ import annotations

from html import escape

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:m="urn:moothall:bpmn" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="urn:test">'
)


def bpmn(*lines: str, attributes: str = 'isExecutable="true"') -> bytes:
    """A file with one process, `lines` inside it, each on a line of its own from line 3 on."""
    body = "\n".join(lines)
    return (
        f'{HEAD}\n<process id="p" name="A process" {attributes}>\n{body}\n</process>\n</definitions>'.encode()
    )


def start(id_: str = "begin", more: str = "") -> str:
    return f'<startEvent id="{id_}" name="Begin" {more}/>'


def end(id_: str = "over") -> str:
    return f'<endEvent id="{id_}" name="Over"/>'


def task(id_: str, more: str = "") -> str:
    return f'<userTask id="{id_}" name="Do {id_}" m:role="officer" {more}/>'


def rules(id_: str, more: str = "") -> str:
    return f'<businessRuleTask id="{id_}" name="Decide {id_}" {more}/>'


def gateway(id_: str, default: str = "") -> str:
    return f'<exclusiveGateway id="{id_}"' + (f' default="{default}"' if default else "") + "/>"


def wait(id_: str, period: str = "P3D", more: str = "") -> str:
    return f'<intermediateCatchEvent id="{id_}" {more}>{_timer(period)}</intermediateCatchEvent>'


def beside(id_: str, host: str, *, interrupts: bool = True, period: str = "P14D", more: str = "") -> str:
    cancel = "true" if interrupts else "false"
    return (
        f'<boundaryEvent id="{id_}" attachedToRef="{host}" cancelActivity="{cancel}" {more}>'
        f"{_timer(period)}</boundaryEvent>"
    )


def flow(source: str, target: str, condition: str = "", id_: str = "") -> str:
    id_ = id_ or f"{source}_{target}"
    inner = (
        f"<conditionExpression>{escape(condition, quote=False)}</conditionExpression>" if condition else ""
    )
    return f'<sequenceFlow id="{id_}" sourceRef="{source}" targetRef="{target}">{inner}</sequenceFlow>'


def _timer(period: str) -> str:
    return f"<timerEventDefinition><timeDuration>{period}</timeDuration></timerEventDefinition>"


SIMPLE = (start(), task("decide"), end(), flow("begin", "decide"), flow("decide", "over"))
"""One task between a start and an end."""

TWO_WAYS = (
    start(),
    task("decide"),
    gateway("which", default="no"),
    end("yes_end"),
    end("no_end"),
    flow("begin", "decide"),
    flow("decide", "which"),
    flow("which", "yes_end", 'outcome = "award"', id_="yes"),
    flow("which", "no_end", id_="no"),
)
"""A task, then a gateway on its outcome."""

TIMED = (
    start(),
    task("decide"),
    task("explain"),
    beside("late", "decide", interrupts=False),
    beside("closed", "decide", period="P62D"),
    end(),
    flow("begin", "decide"),
    flow("decide", "over"),
    flow("late", "explain"),
    flow("explain", "over"),
    flow("closed", "over"),
)
"""A task with a timer of either kind beside it."""
