"""Whether a process hangs together: every node can be reached, every way comes to an end, no gateway is a
trap.

These are the promises that `advance` leans on. After them a case always has an open task or a timer set
until it has ended, and one command is a bounded number of moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from moothall.engines.process.definition import End, Flow, Gateway, Node, RuleTask, Start, Timer, UserTask
from moothall.engines.process.errors import Refusal
from moothall.engines.process.state import LARGEST_STATE, largest_state

Nodes = Mapping[str, Node]
_TAGS = {
    Start: "startEvent",
    End: "endEvent",
    UserTask: "userTask",
    RuleTask: "businessRuleTask",
    Gateway: "exclusiveGateway",
}


def structure_refusals(nodes: Nodes, flows: Iterable[Flow], defaults: Mapping[str, str]) -> list[Refusal]:
    """Every fault in how the nodes are joined. The reachability checks run once the joints are sound."""
    flows = list(flows)
    refusals = [*_ends_of_flows(nodes, flows), *_hosts(nodes)]
    if not refusals:
        refusals = [*_starts(nodes), *_counts(nodes, flows), *_gateways(nodes, flows, defaults)]
    if not refusals:
        refusals = [*_unreachable(nodes, flows), *_endless(nodes, flows), *_empty_loops(nodes, flows)]
    return refusals or list(_too_large(nodes))


def _refusal(node: Node, what: str) -> Refusal:
    tag = _TAGS.get(type(node)) or (
        "boundaryEvent" if getattr(node, "host", None) else "intermediateCatchEvent"
    )
    return Refusal(tag, node.id, node.line, what)


def _ends_of_flows(nodes: Nodes, flows: list[Flow]) -> Iterator[Refusal]:
    for flow in flows:
        for end, id_ in (("sourceRef", flow.source), ("targetRef", flow.target)):
            if id_ not in nodes:
                yield Refusal(
                    "sequenceFlow", flow.id, flow.line, f'{end}="{id_[:60]}" names no step of this process'
                )
        if flow.condition and flow.source in nodes and not isinstance(nodes[flow.source], Gateway):
            what = "only a flow out of an exclusiveGateway has a condition; put a gateway before it"
            yield Refusal("sequenceFlow", flow.id, flow.line, what)


def _hosts(nodes: Nodes) -> Iterator[Refusal]:
    for node in nodes.values():
        if (
            isinstance(node, Timer)
            and node.host is not None
            and not isinstance(nodes.get(node.host), UserTask)
        ):
            yield _refusal(node, f'attachedToRef="{node.host[:60]}" names no userTask of this process')


def _starts(nodes: Nodes) -> Iterator[Refusal]:
    ordinary = [node for node in nodes.values() if isinstance(node, Start) and not node.reopens]
    if not ordinary:
        yield Refusal("process", "", 0, "add a startEvent without moothall:reopens")
    for start in ordinary[1:]:
        yield _refusal(start, 'a second start; join it to the first, or write moothall:reopens="true" on it')


def _counts(nodes: Nodes, flows: list[Flow]) -> Iterator[Refusal]:
    into = {id_: 0 for id_ in nodes}
    out = {id_: 0 for id_ in nodes}
    for flow in flows:
        into[flow.target] += 1
        out[flow.source] += 1
    for node in nodes.values():
        never_entered = isinstance(node, Start) or (isinstance(node, Timer) and node.host is not None)
        if never_entered and into[node.id]:
            yield _refusal(node, "no flow may lead into it")
        if isinstance(node, End) and out[node.id]:
            yield _refusal(node, "no flow may lead out of it")
        if isinstance(node, Gateway) and not out[node.id]:
            yield _refusal(node, "lead a flow out of it")
        if not isinstance(node, (End, Gateway)) and out[node.id] != 1:
            yield _refusal(
                node, f"lead one flow out of it, not {out[node.id]}; to choose a way use an exclusiveGateway"
            )


def _gateways(nodes: Nodes, flows: list[Flow], defaults: Mapping[str, str]) -> Iterator[Refusal]:
    for gateway in (node for node in nodes.values() if isinstance(node, Gateway)):
        ways = [flow for flow in flows if flow.source == gateway.id]
        default = defaults.get(gateway.id)
        if default and default not in {flow.id for flow in ways}:
            yield _refusal(gateway, f'default="{default[:60]}" names no flow out of it')
            continue
        if len(ways) > 1 and not default:
            yield _refusal(gateway, 'write default="..." with the flow taken when no condition holds')
        for flow in ways:
            if flow.id == default and flow.condition:
                what = "it is the default and is taken when no condition holds; take its own condition away"
                yield Refusal("sequenceFlow", flow.id, flow.line, what)
            if flow.id != default and not flow.condition and len(ways) > 1:
                what = (
                    f"a gateway has one default, and that is {default}; write a condition on this flow"
                    if default
                    else "write a condition on this flow, or make it the gateway's default"
                )
                yield Refusal("sequenceFlow", flow.id, flow.line, what)
            if len(ways) == 1 and flow.condition:
                what = "the only way out needs no condition; take it away or add a default flow"
                yield Refusal("sequenceFlow", flow.id, flow.line, what)


def _unreachable(nodes: Nodes, flows: list[Flow]) -> Iterator[Refusal]:
    onward = _ways(nodes, flows, every_timer=True)
    reached = _closure(onward, [node.id for node in nodes.values() if isinstance(node, Start)])
    for node in nodes.values():
        if node.id not in reached:
            yield _refusal(node, "no way from a start leads here; lead a flow to it or take it out")


def _endless(nodes: Nodes, flows: list[Flow]) -> Iterator[Refusal]:
    """A timer that does not interrupt is no way out of its task, so it does not help the task to an end."""
    back: dict[str, list[str]] = {id_: [] for id_ in nodes}
    for source, targets in _ways(nodes, flows, every_timer=False).items():
        for target in targets:
            back[target].append(source)
    ending = _closure(back, [node.id for node in nodes.values() if isinstance(node, End)])
    for node in nodes.values():
        if node.id not in ending:
            yield _refusal(node, "no way from here leads to an end; lead one to an endEvent")


def _empty_loops(nodes: Nodes, flows: list[Flow]) -> Iterator[Refusal]:
    """A circle where nobody waits would turn for ever inside one command."""
    onward = {id_: [] for id_, node in nodes.items() if isinstance(node, (Gateway, RuleTask))}
    for flow in flows:
        if flow.source in onward and flow.target in onward:
            onward[flow.source].append(flow.target)
    for id_ in onward:
        if id_ in _closure(onward, onward[id_]):
            yield _refusal(
                nodes[id_],
                "gateways and rules alone lead round in a circle; put a task or a timer on the way",
            )


def _too_large(nodes: Nodes) -> Iterator[Refusal]:
    size = largest_state(nodes)
    if size > LARGEST_STATE:
        what = f"its state could come to {size} bytes of {LARGEST_STATE}; shorten the ids or split it in two"
        yield Refusal("process", "", 0, what)


def _ways(nodes: Nodes, flows: list[Flow], *, every_timer: bool) -> dict[str, list[str]]:
    onward: dict[str, list[str]] = {id_: [] for id_ in nodes}
    for flow in flows:
        onward[flow.source].append(flow.target)
    for node in nodes.values():
        if isinstance(node, Timer) and node.host and (every_timer or node.interrupts):
            onward[node.host].append(node.id)
    return onward


def _closure(onward: Mapping[str, list[str]], begin: Iterable[str]) -> set[str]:
    reached = set(begin)
    waiting = list(reached)
    while waiting:
        for target in onward[waiting.pop()]:
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached
