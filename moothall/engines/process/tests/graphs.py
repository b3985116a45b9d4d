"""Random processes as small graphs, and a second, naive account of how one runs.

The account below knows nothing of the engine: it moves tokens over the graph that the file was written from.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from moothall.engines.process.tests import making

# Kinds of nodes at which nobody waits: a command goes straight through them.
AT_ONCE = ("gateway", "rules")


@dataclass
class Graph:
    """`kinds` of nodes by id; `ways` out of each, in the file's order, the default of a gateway last.

    Way number n of a gateway has the condition `<gateway> = n`. `beside` has (task, interrupts) by timer.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    ways: dict[str, list[str]] = field(default_factory=dict)
    beside: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def xml(self) -> bytes:
        lines = [making.start(), making.end(), *(self._node(id_) for id_ in self.kinds)]
        lines += [making.beside(id_, host, interrupts=cuts) for id_, (host, cuts) in self.beside.items()]
        for source, targets in self.ways.items():
            for number, target in enumerate(targets):
                last = number == len(targets) - 1
                condition = "" if last else f"{source} = {number}"
                lines.append(making.flow(source, target, condition, id_=f"{source}_{number}"))
        return making.bpmn(*lines)

    def _node(self, id_: str) -> str:
        if self.kinds[id_] == "gateway":
            last = len(self.ways[id_]) - 1
            return making.gateway(id_, default=f"{id_}_{last}" if last else "")
        return {"task": making.task, "wait": making.wait, "rules": making.rules}[self.kinds[id_]](id_)

    def onward(self, *, every_timer: bool) -> dict[str, set[str]]:
        onward = {id_: set(targets) for id_, targets in self.ways.items()} | {"over": set()}
        for timer, (host, cuts) in self.beside.items():
            if cuts or every_timer:
                onward[host].add(timer)
        return onward

    def steps_to_end(self) -> dict[str, int]:
        """How many steps each node is from the end, where it has a way there, by relaxing until still."""
        steps = {"over": 0}
        onward = self.onward(every_timer=False)
        for _ in range(len(onward)):
            for id_, targets in onward.items():
                near = [steps[target] for target in targets if target in steps]
                if near and id_ != "over":
                    steps[id_] = min(near) + 1
        return steps

    def faultless(self) -> bool:
        """Whether every node is reached, has a way to the end, and no circle is without anybody who waits."""
        every = set(self.onward(every_timer=True))
        reached = {"begin"}
        for _ in every:
            reached |= {target for id_ in reached for target in self.onward(every_timer=True)[id_]}
        circles = any(
            id_ in self._without_waiting_from(id_) for id_, kind in self.kinds.items() if kind in AT_ONCE
        )
        return reached == every and set(self.steps_to_end()) == every and not circles

    def _without_waiting_from(self, begin: str) -> set[str]:
        found = {target for target in self.ways[begin] if self.kinds.get(target) in AT_ONCE}
        for _ in self.kinds:
            found |= {
                target for id_ in found for target in self.ways[id_] if self.kinds.get(target) in AT_ONCE
            }
        return found


class Tokens:
    """The naive account: what is open and which timers are set, by moving tokens."""

    def __init__(self, graph: Graph, facts: dict[str, object]) -> None:
        self.graph, self.rounds = graph, dict[str, int]()
        self.open, self.timers = list[str](), list[str]()
        self.decided = list[tuple[str, object]]()
        self.arrive(graph.ways["begin"][0], facts)

    def arrive(self, node: str, facts: dict[str, object]) -> None:
        kind = self.graph.kinds.get(node, "end")
        if kind == "gateway":
            ways = self.graph.ways[node]
            chosen = facts[node]
            self.arrive(ways[chosen] if 0 <= chosen < len(ways) else ways[-1], facts)
        elif kind == "rules":
            self.decided.append((node, facts["outcome"]))
            self.arrive(self.graph.ways[node][0], facts)
        elif kind in ("task", "wait"):
            round_ = self.rounds[node] = self.rounds.get(node, 0) + 1
            (self.open if kind == "task" else self.timers).append(f"{node}#{round_}")
            self.timers += [
                f"{timer}#{round_}" for timer, (host, _) in self.graph.beside.items() if host == node
            ]

    def finish(self, task: str, facts: dict[str, object]) -> None:
        self._close(task)
        self.arrive(self.graph.ways[task.partition("#")[0]][0], facts)

    def fire(self, timer: str, facts: dict[str, object]) -> None:
        node, _, round_ = timer.partition("#")
        self.timers.remove(timer)
        host, cuts = self.graph.beside.get(node, ("", False))
        if cuts:
            self._close(f"{host}#{round_}")
        self.arrive(self.graph.ways[node][0], facts)

    def _close(self, task: str) -> None:
        node, _, round_ = task.partition("#")
        self.open.remove(task)
        beside = [f"{timer}#{round_}" for timer, (host, _) in self.graph.beside.items() if host == node]
        self.timers = [timer for timer in self.timers if timer not in beside]


@st.composite
def sound_graphs(draw) -> Graph:
    """A chain from start to end with gateways that jump about and timers beside tasks. Always sound."""
    graph = Graph()
    chain = [f"n{number}" for number in range(draw(st.integers(1, 6)))]
    graph.kinds = {id_: draw(st.sampled_from(["task", "gateway", "wait", "task", "rules"])) for id_ in chain}
    graph.ways["begin"] = [chain[0]]
    for number, id_ in enumerate(chain):
        onward = [*chain[number + 1 :], "over"]
        # Back only to where somebody or something waits, or a command could turn in a circle.
        allowed = [*onward, *(other for other in chain if graph.kinds[other] not in AT_ONCE)]
        extra = draw(st.lists(st.sampled_from(allowed), max_size=2)) if graph.kinds[id_] == "gateway" else []
        graph.ways[id_] = [*extra, onward[0]]
        if graph.kinds[id_] == "task":
            for timer in range(draw(st.integers(0, 2))):
                graph.beside[f"{id_}t{timer}"] = (id_, draw(st.booleans()))
                graph.ways[f"{id_}t{timer}"] = [draw(st.sampled_from([*chain, "over"]))]
    return graph


@st.composite
def any_graphs(draw) -> Graph:
    """Nodes joined at random: most have a step that is never reached, no end, or a circle without a wait."""
    graph = Graph()
    nodes = [f"n{number}" for number in range(draw(st.integers(1, 3)))]
    anywhere = st.sampled_from([*nodes, "over"])
    graph.kinds = {id_: draw(st.sampled_from(["task", "gateway", "wait", "rules"])) for id_ in nodes}
    graph.ways["begin"] = [draw(anywhere)]
    for id_ in nodes:
        most = 3 if graph.kinds[id_] == "gateway" else 1
        graph.ways[id_] = draw(st.lists(anywhere, min_size=1, max_size=most))
        if graph.kinds[id_] == "task" and draw(st.booleans()):
            graph.beside[f"{id_}t"] = (id_, draw(st.booleans()))
            graph.ways[f"{id_}t"] = [draw(anywhere)]
    return graph
