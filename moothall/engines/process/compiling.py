"""From a BPMN file to a definition that can be run, or to the list of what to change in it.

The list of what is allowed is here and short; everything else in the BPMN namespace is refused by name. An
element kind is added with the first service that uses it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from types import MappingProxyType

from moothall.engines.process import extensions
from moothall.engines.process.definition import (
    Definition,
    End,
    Flow,
    Gateway,
    Node,
    RuleTask,
    Start,
    Timer,
    UserTask,
)
from moothall.engines.process.diagram import BPMN_DI
from moothall.engines.process.errors import BadCondition, NotExecutable, Refusal
from moothall.engines.process.feel import FEEL_LANGUAGES, Condition, read_condition
from moothall.engines.process.readable import BPMN, names_of, read_root, readable_from
from moothall.engines.process.safe_xml import Element
from moothall.engines.process.structure import structure_refusals

LONGEST_ID = 60
MOST_STEPS = 500
_ID = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
_DRAWN_ONLY = frozenset(
    {"documentation", "extensionElements", "laneSet", "textAnnotation", "association", "group"}
)
_INSIDE_NODES = frozenset({"documentation", "extensionElements", "incoming", "outgoing"})
_RUN = (
    "startEvent",
    "endEvent",
    "userTask",
    "businessRuleTask",
    "exclusiveGateway",
    "intermediateCatchEvent",
    "boundaryEvent",
)
_TIMED = frozenset({"intermediateCatchEvent", "boundaryEvent"})
# Attributes of BPMN's own that an element may have. Where a value is given, only that value is run.
# `implementation` names a machine of the maker's; ours are the service's rules, whatever it says.
_OF_A_TASK: dict[str, str | None] = {
    "implementation": None,
    "isForCompensation": "false",
    "startQuantity": "1",
    "completionQuantity": "1",
}
_ATTRIBUTES: dict[str, dict[str, str | None]] = {
    "startEvent": {"isInterrupting": "true", "parallelMultiple": "false"},
    "endEvent": {},
    "userTask": _OF_A_TASK,
    "businessRuleTask": _OF_A_TASK,
    "exclusiveGateway": {"default": None, "gatewayDirection": None},
    "intermediateCatchEvent": {"parallelMultiple": "false"},
    "boundaryEvent": {"attachedToRef": None, "cancelActivity": None, "parallelMultiple": "false"},
    "sequenceFlow": {"sourceRef": None, "targetRef": None, "isImmediate": None},
}
_INSTEAD = {
    "task": "say who does it: make it a userTask with moothall:role",
    "manualTask": "make it a userTask with moothall:role",
    "serviceTask": "what the application does by itself follows from events; take it out of the process",
    "scriptTask": "code in a process is never run; put the logic in a rule",
    "sendTask": "letters are sent when a task is finished; put moothall:letter on that userTask",
    "receiveTask": "make it a userTask of the one who waits, with a boundary timer",
    "parallelGateway": "put the tasks one after the other; ways side by side are not run yet",
    "inclusiveGateway": "use an exclusiveGateway; several ways at once are not run yet",
    "eventBasedGateway": "use a userTask with a boundary timer",
    "subProcess": "put its steps into the process itself",
    "callActivity": "put the called steps into the process itself",
}


def compile_bpmn(xml: bytes, name: str) -> Definition:
    """The executable definition in `xml`; `name` is the file's name, for messages.

    Raises BadFile when it cannot even be read, NotExecutable with every refusal when it cannot be run.
    """
    root = read_root(xml, name)
    work = _Compiling(name=name)
    work.read(root)
    if not work.refusals:
        work.refusals.extend(structure_refusals(work.nodes, work.flows, work.defaults))
    if work.refusals:
        refusals = tuple(
            sorted(set(work.refusals), key=lambda refusal: (refusal.line, refusal.id, refusal.what_to_change))
        )
        raise NotExecutable(name=name, refusals=refusals)
    return _definition(work, readable_from(root, xml=xml, name=name))


@dataclass
class _Compiling:
    name: str
    nodes: dict[str, Node] = field(default_factory=dict)
    flows: list[Flow] = field(default_factory=list)
    defaults: dict[str, str] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)

    def refuse(self, element: Element, what_to_change: str) -> None:
        self.refusals.append(Refusal(element.tag, element.get("id"), element.line, what_to_change))

    def read(self, root: Element) -> None:
        self._no_two_ids(root)
        language = root.get("expressionLanguage")
        if language and not FEEL_LANGUAGES.match(language):
            self.refuse(root, f'conditions are read as FEEL only, not "{language[:80]}"')
        processes = root.all(BPMN, "process")
        if len(processes) != 1:
            self.refuse(root, f"a file that runs has one process; this one has {len(processes)}")
        for element in root.children:
            drawing = element.space == BPMN_DI or (element.space == BPMN and element.tag in _DRAWN_ONLY)
            if not drawing and (element.space, element.tag) != (BPMN, "process"):
                self.refuse(element, "only a process and its drawing are run; take it out")
        for process in processes[:1]:
            self._process(process)

    def _no_two_ids(self, root: Element) -> None:
        """Across the whole file, because references do not say which kind of thing they mean."""
        owned = [element for element in root.walk() if element.space in (BPMN, BPMN_DI) and element.get("id")]
        counts = Counter(element.get("id") for element in owned)
        for element in owned:
            if counts[element.get("id")] > 1:
                self.refuse(element, f"{counts[element.get('id')]} elements have this id; give each its own")

    def _process(self, process: Element) -> None:
        if process.get("isExecutable") not in ("true", "1"):
            self.refuse(process, 'write isExecutable="true" when it is meant to be run')
        if len(process.children) > MOST_STEPS:
            self.refuse(process, f"more than {MOST_STEPS} steps and flows are not run; split it")
            return
        extensions.refuse_unknown(process, self.refuse)
        extensions.read_choice(process, "welsh", ("draft", "checked"), self.refuse)
        for element in process.children:
            if element.space != BPMN:
                self.refuse(
                    element, "an element of another maker; take it out or put it in <extensionElements>"
                )
            elif element.tag == "sequenceFlow":
                self._flow(element)
            elif element.tag in _RUN:
                self._node(element)
            elif element.tag not in _DRAWN_ONLY:
                self.refuse(
                    element, _INSTEAD.get(element.tag, "this kind of element is not run; take it out")
                )
        self._said_twice(process)

    def _said_twice(self, process: Element) -> None:
        """BPMN lets a node repeat which flows it has. We go by the flows, so the two must say the same."""
        for element in process.all(BPMN, *_RUN):
            for tag, end in (("incoming", "target"), ("outgoing", "source")):
                said = sorted(child.text.strip() for child in element.all(BPMN, tag))
                real = sorted(flow.id for flow in self.flows if getattr(flow, end) == element.get("id"))
                if said and said != real:
                    names, flows = ", ".join(said)[:80], ", ".join(real)[:80] or "none"
                    self.refuse(element, f"its <{tag}> says {names}, its flows are {flows}; make them agree")

    def _common(self, element: Element, children: frozenset[str]) -> None:
        """Asked of every node and flow: a usable id, and nothing in it that would silently be ignored."""
        if not _ID.fullmatch(element.get("id")) or len(element.get("id")) > LONGEST_ID:
            self.refuse(
                element, f"give it an id of at most {LONGEST_ID} letters, digits, dots, dashes or underscores"
            )
        extensions.refuse_unknown(element, self.refuse)
        known = {"id": None, "name": None, **_ATTRIBUTES[element.tag]}
        for (space, attribute), value in element.attributes.items():
            if space == "" and (attribute not in known or known[attribute] not in (None, value)):
                self.refuse(element, f'{attribute}="{value[:40]}" is not run; take the attribute away')
        for child in element.children:
            if child.space != BPMN or child.tag not in children:
                self.refuse(element, f"<{child.tag}> inside it (line {child.line}) is not run; take it out")

    def _node(self, element: Element) -> None:
        timers = frozenset({"timerEventDefinition"}) if element.tag in _TIMED else frozenset()
        self._common(element, _INSIDE_NODES | timers)
        node = self._build(element)
        if node is not None:
            self.nodes[node.id] = node

    def _build(self, element: Element) -> Node | None:
        what = {"id": element.get("id"), "names": MappingProxyType(names_of(element)), "line": element.line}
        if element.tag == "startEvent":
            reopens = extensions.read_choice(element, "reopens", ("false", "true"), self.refuse)
            return Start(**what, reopens=reopens == "true")
        if element.tag == "endEvent":
            return End(**what)
        if element.tag == "exclusiveGateway":
            if element.get("default"):
                self.defaults[element.get("id")] = element.get("default")
            return Gateway(**what)
        if element.tag == "businessRuleTask":
            self._named(element, what)
            return RuleTask(**what, basis=extensions.read_basis(element, self.refuse))
        return self._user_task(element, what) if element.tag == "userTask" else self._timer(element, what)

    def _named(self, element: Element, what: dict) -> None:
        if not what["names"]["en"]:
            self.refuse(element, "give it a name: people will read it in their list of work")

    def _user_task(self, element: Element, what: dict) -> UserTask:
        self._named(element, what)
        within = element.get("within", space=extensions.MOOTHALL)
        return UserTask(
            **what,
            role=extensions.read_word(element, "role", self.refuse, required=True),
            letter=extensions.read_word(element, "letter", self.refuse),
            optional=extensions.read_choice(element, "optional", ("false", "true"), self.refuse) == "true",
            within=extensions.read_rule(element, within, self.refuse) if within else None,
            basis=extensions.read_basis(element, self.refuse),
        )

    def _timer(self, element: Element, what: dict) -> Timer | None:
        if len(element.all(BPMN, "timerEventDefinition")) != 1:
            self.refuse(element, "give it one <timerEventDefinition>; other events are not run yet")
            return None
        rule = extensions.read_timer(element, self.refuse)
        if rule is None:
            return None
        if element.tag == "intermediateCatchEvent":
            return Timer(**what, rule=rule)
        interrupts = element.get("cancelActivity", "true") in ("true", "1")
        return Timer(**what, rule=rule, host=element.get("attachedToRef"), interrupts=interrupts)

    def _flow(self, element: Element) -> None:
        self._common(element, frozenset({"documentation", "extensionElements", "conditionExpression"}))
        conditions = element.all(BPMN, "conditionExpression")
        if len(conditions) > 1:
            self.refuse(element, "write one condition on a flow")
        self.flows.append(
            Flow(
                id=element.get("id"),
                source=element.get("sourceRef"),
                target=element.get("targetRef"),
                condition=self._condition(element, conditions[0]) if conditions else None,
                line=element.line,
            )
        )

    def _condition(self, flow: Element, expression: Element) -> Condition | None:
        language = expression.get("language")
        if language and not FEEL_LANGUAGES.match(language):
            self.refuse(flow, f'its condition is in "{language[:80]}"; write it in FEEL')
            return None
        try:
            return read_condition(expression.text)
        except BadCondition as error:
            line, column = expression.place_in_text(error.offset)
            self.refuse(flow, f"its condition, line {line} column {column}: {error.what}")
            return None


def _definition(work: _Compiling, readable) -> Definition:
    flows: dict[str, list[Flow]] = {}
    for flow in work.flows:
        flows.setdefault(flow.source, []).append(flow)
    for source, ways in flows.items():
        ways.sort(key=lambda flow: flow.id == work.defaults.get(source))  # stable: the default goes last
    timers: dict[str, list[Timer]] = {}
    for node in work.nodes.values():
        if isinstance(node, Timer) and node.host:
            timers.setdefault(node.host, []).append(node)
    (start,) = (node for node in work.nodes.values() if isinstance(node, Start) and not node.reopens)
    return Definition(
        name=work.name,
        title=readable.title(),
        hash=readable.hash,
        nodes=MappingProxyType(dict(work.nodes)),
        flows=MappingProxyType({source: tuple(ways) for source, ways in flows.items()}),
        timers_of=MappingProxyType({host: tuple(found) for host, found in timers.items()}),
        start=start,
        readable=readable,
    )
