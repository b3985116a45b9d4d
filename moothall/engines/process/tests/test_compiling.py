from __future__ import annotations

from itertools import pairwise

import pytest

from moothall.engines.process import BadFile, NotExecutable, compile_bpmn
from moothall.engines.process.definition import Gateway, UserTask
from moothall.engines.process.tests.making import (
    HEAD,
    SIMPLE,
    TIMED,
    TWO_WAYS,
    beside,
    bpmn,
    end,
    flow,
    gateway,
    rules,
    start,
    task,
    wait,
)


def refusals_of(*lines: str, **how: str):
    with pytest.raises(NotExecutable) as refused:
        compile_bpmn(bpmn(*lines, **how), "their.bpmn")
    return refused.value.refusals


@pytest.mark.parametrize("lines", [SIMPLE, TWO_WAYS, TIMED], ids=["simple", "two ways", "timed"])
def test_what_can_be_run_is_compiled(lines) -> None:
    definition = compile_bpmn(bpmn(*lines), "p.bpmn")
    assert definition.start.id == "begin"
    assert definition.title == "A process"
    assert isinstance(definition.nodes["decide"], UserTask)
    assert len(definition.hash) == 64


def test_the_default_way_is_tried_last_wherever_it_stands_in_the_file() -> None:
    turned = (*TWO_WAYS[:-2], TWO_WAYS[-1], TWO_WAYS[-2])
    for lines in (TWO_WAYS, turned):
        definition = compile_bpmn(bpmn(*lines), "p.bpmn")
        assert isinstance(definition.nodes["which"], Gateway)
        assert [way.id for way in definition.flows["which"]] == ["yes", "no"]


def test_it_says_which_facts_leaving_a_task_needs() -> None:
    definition = compile_bpmn(bpmn(*TWO_WAYS), "p.bpmn")
    assert definition.names_read_after("decide") == {"outcome"}
    assert definition.names_read_after("begin") == frozenset()


def _with(*more: str) -> tuple[str, ...]:
    return (*SIMPLE, *more)


REPLACED = {
    "a plain task": ('<task id="x" name="X"/>', "task", "make it a userTask"),
    "a service task": ('<serviceTask id="x"/>', "serviceTask", "take it out of the process"),
    "a script": ('<scriptTask id="x"><script>import os</script></scriptTask>', "scriptTask", "never run"),
    "a parallel gateway": ('<parallelGateway id="x"/>', "parallelGateway", "one after the other"),
    "a sub-process": ('<subProcess id="x"/>', "subProcess", "into the process itself"),
    "a compensation": ('<endEvent id="x"><compensateEventDefinition/></endEvent>', "endEvent", "is not run"),
    "a message start": (
        '<startEvent id="x"><messageEventDefinition/></startEvent>',
        "startEvent",
        "is not run",
    ),
    "a signal wait": (
        '<intermediateCatchEvent id="x"><signalEventDefinition/></intermediateCatchEvent>',
        "intermediateCatchEvent",
        "one <timerEventDefinition>",
    ),
    "many instances": (
        '<userTask id="x" name="X" m:role="officer"><multiInstanceLoopCharacteristics/></userTask>',
        "userTask",
        "<multiInstanceLoopCharacteristics> inside it",
    ),
    "data": ('<dataObject id="x"/>', "dataObject", "not run"),
    "another maker's element": ('<camunda:thing id="x"/>', "thing", "<extensionElements>"),
    "a made-up kind": ('<magicTask id="x"/>', "magicTask", "not run"),
    "for compensation": (task("x", 'isForCompensation="true"'), "userTask", "isForCompensation"),
    "an attribute that we do not know": (
        task("x", 'completionQuantity="2"'),
        "userTask",
        "completionQuantity",
    ),
    "rules without a name": ('<businessRuleTask id="x"/>', "businessRuleTask", "give it a name"),
    "rules with a role": (rules("x", 'm:role="officer"'), "businessRuleTask", "moothall:role is not"),
    "no role": ('<userTask id="x" name="X"/>', "userTask", "moothall:role"),
    "no name": ('<userTask id="x" m:role="officer"/>', "userTask", "give it a name"),
    "a role that is no word": ('<userTask id="x" name="X" m:role="Top Man"/>', "userTask", "small letters"),
    "a slip in our words": (task("x", 'm:leter="decision"'), "userTask", "moothall:leter is not"),
    "a basis said twice over": (task("x", 'm:setBy="law"'), "userTask", "moothall:basis, which is not there"),
    "verified by nothing": (
        task("x", 'm:basis="SI 1" m:verified="true"'),
        "userTask",
        "needs moothall:source",
    ),
    "a third kind of authority": (task("x", 'm:basis="SI" m:setBy="me"'), "userTask", "one of: law, council"),
    "a time of day": (wait("x", "PT36H"), "intermediateCatchEvent", "no period of whole days"),
    "no time at all": (wait("x", "P0D"), "intermediateCatchEvent", "no time at all"),
    "months and days": (wait("x", "P1M3D"), "intermediateCatchEvent", "mixes months and days"),
    "working months": (
        wait("x", "P1M", 'm:days="working"'),
        "intermediateCatchEvent",
        "write the period in days",
    ),
    "a timer that is code": (
        wait("x", "__import__('os')"),
        "intermediateCatchEvent",
        "no period of whole days",
    ),
    "a cycle": (
        wait("x").replace("timeDuration", "timeCycle"),
        "intermediateCatchEvent",
        "fixed dates and cycles are not run",
    ),
    "an id that is none": ('<endEvent id="x y"/>', "endEvent", "give it an id"),
    "an id too long": (f'<endEvent id="{"x" * 61}"/>', "endEvent", "give it an id"),
    "two conditions": (
        flow("decide", "over", "a", id_="x").replace(
            "</seq", "<conditionExpression>b</conditionExpression></seq"
        ),
        "sequenceFlow",
        "one condition",
    ),
    "a condition in another language": (
        '<sequenceFlow id="x" sourceRef="decide" targetRef="over">'
        '<conditionExpression language="python">a</conditionExpression></sequenceFlow>',
        "sequenceFlow",
        'is in "python"',
    ),
}


@pytest.mark.parametrize(("line", "element", "says"), REPLACED.values(), ids=REPLACED)
def test_each_refused_element_is_named_with_its_line_and_what_to_change(line, element, says) -> None:
    found = [refusal for refusal in refusals_of(*_with(line)) if says in refusal.what_to_change]
    assert found, "nothing was said about it"
    assert found[0].element == element
    assert found[0].line == 3 + len(SIMPLE)
    assert found[0].id == "" or "x" in found[0].id


def test_a_wrong_condition_is_shown_with_its_line_and_column() -> None:
    lines = list(TWO_WAYS)
    lines[-2] = flow("which", "yes_end", "outcome\n  = 'award'", id_="yes")
    (refusal,) = refusals_of(*lines)
    assert refusal.what_to_change.startswith(
        "its condition, line 11 column 5: write text between double quotes"
    )


def test_everything_wrong_is_told_at_once_in_the_order_of_lines() -> None:
    found = refusals_of(start(), '<scriptTask id="a"/>', '<serviceTask id="b"/>', wait("c", "soon"), end())
    assert [refusal.id for refusal in found] == ["a", "b", "c"]
    assert [refusal.line for refusal in found] == [4, 5, 6]


def test_ids_are_unique_across_the_whole_file() -> None:
    found = refusals_of(*SIMPLE, '<endEvent id="decide"/>')
    assert {refusal.line for refusal in found} == {4, 8}
    assert "2 elements have this id" in found[0].what_to_change


def test_a_file_that_is_not_meant_to_be_run_is_refused() -> None:
    (refusal,) = refusals_of(*SIMPLE, attributes='isExecutable="false"')
    assert (refusal.element, refusal.line) == ("process", 2)


def test_a_node_that_says_otherwise_than_its_flows_is_refused() -> None:
    lines = [SIMPLE[0].replace("/>", "><outgoing>elsewhere</outgoing></startEvent>"), *SIMPLE[1:]]
    (refusal,) = refusals_of(*lines)
    assert (refusal.id, refusal.line) == ("begin", 3)
    assert "says elsewhere, its flows are begin_decide;" in refusal.what_to_change


def test_a_process_without_measure_is_refused_before_it_costs_anything() -> None:
    (refusal,) = refusals_of(*SIMPLE, *(f'<endEvent id="e{number}"/>' for number in range(5_000)))
    assert "more than 500 steps" in refusal.what_to_change


def test_two_processes_and_a_collaboration_are_refused() -> None:
    two = bpmn(*SIMPLE).replace(b"</definitions>", b'<process id="q"/><collaboration id="c"/></definitions>')
    with pytest.raises(NotExecutable) as refused:
        compile_bpmn(two, "p.bpmn")
    said = " ".join(refusal.what_to_change for refusal in refused.value.refusals)
    assert "this one has 2" in said
    assert any(refusal.id == "c" for refusal in refused.value.refusals)


def test_another_expression_language_is_refused() -> None:
    xml = bpmn(*SIMPLE).replace(b'id="d"', b'id="d" expressionLanguage="http://www.w3.org/1999/XPath"')
    with pytest.raises(NotExecutable, match="read as FEEL only"):
        compile_bpmn(xml, "p.bpmn")


@pytest.mark.parametrize("xml", [b"<html/>", HEAD.replace("MODEL", "MODELS").encode() + b"</definitions>"])
def test_what_is_not_bpmn_is_not_even_read(xml) -> None:
    with pytest.raises(BadFile, match="expected the <definitions> of BPMN"):
        compile_bpmn(xml, "p.bpmn")


STRUCTURE = {
    "no start": ((task("a"), end(), flow("a", "over")), "", "add a startEvent"),
    "only a start that reopens": (
        (start("s", 'm:reopens="true"'), end(), flow("s", "over")),
        "",
        "add a startEvent",
    ),
    "two starts": ((*SIMPLE, start("again"), flow("again", "decide")), "again", "a second start"),
    "a flow to nowhere": ((*SIMPLE, flow("decide", "heaven", id_="f")), "f", "names no step"),
    "a flow from nowhere": ((*SIMPLE, flow("hell", "over", id_="f")), "f", "names no step"),
    "two flows out of a task": ((*SIMPLE, end("e"), flow("decide", "e")), "decide", "not 2; to choose a way"),
    "no flow out of a task": ((start(), task("a"), end(), flow("begin", "a")), "a", "not 0"),
    "a condition without a gateway": (
        (start(), end(), flow("begin", "over", "a = 1", id_="f")),
        "f",
        "put a gateway before it",
    ),
    "a flow into a start": ((*SIMPLE[:-1], flow("decide", "begin")), "begin", "no flow may lead into it"),
    "a flow out of an end": (
        (*SIMPLE, task("b"), flow("over", "b"), flow("b", "over")),
        "over",
        "no flow may lead out",
    ),
    "a timer on nothing": (_with(beside("t", "ghost"), flow("t", "over")), "t", "names no userTask"),
    "a timer on an end": (_with(beside("t", "over"), flow("t", "over")), "t", "names no userTask"),
    "a flow into a timer beside a task": (
        (
            *TIMED[:-4],
            flow("decide", "late"),
            flow("late", "explain"),
            flow("explain", "over"),
            flow("closed", "over"),
        ),
        "late",
        "no flow may lead into it",
    ),
    "a gateway without a default": (
        (*(line.replace(' default="no"', "") for line in TWO_WAYS),),
        "which",
        "taken when no condition holds",
    ),
    "a default that is not there": (
        (*(line.replace(' default="no"', ' default="maybe"') for line in TWO_WAYS),),
        "which",
        "names no flow out",
    ),
    "a condition missing": (
        (*TWO_WAYS[:-2], flow("which", "yes_end", id_="yes"), TWO_WAYS[-1]),
        "yes",
        "one default",
    ),
    "a default with a condition": (
        (*TWO_WAYS[:-1], flow("which", "no_end", "a = 1", id_="no")),
        "no",
        "take its own condition away",
    ),
    "an only way with a condition": (
        (start(), gateway("g"), end(), flow("begin", "g"), flow("g", "over", "a", id_="f")),
        "f",
        "needs no condition",
    ),
    "a gateway that leads nowhere": ((start(), gateway("g"), flow("begin", "g")), "g", "lead a flow out"),
    "a step that nothing leads to": (
        _with(task("lost"), flow("lost", "over")),
        "lost",
        "no way from a start",
    ),
    "a circle without an end": (
        (start(), task("a"), task("b"), flow("begin", "a"), flow("a", "b"), flow("b", "a")),
        "a",
        "leads to an end",
    ),
    "a circle whose only way out does not interrupt it": (
        (
            start(),
            task("a"),
            task("b"),
            end(),
            beside("t", "a", interrupts=False),
            flow("begin", "a"),
            flow("a", "b"),
            flow("b", "a"),
            flow("t", "over"),
        ),
        "a",
        "leads to an end",
    ),
    "gateways in a circle": (
        (
            start(),
            gateway("g", default="on"),
            gateway("h", default="back"),
            end(),
            flow("begin", "g"),
            flow("g", "h", id_="on"),
            flow("h", "g", id_="back"),
            flow("g", "over", "a = 1", id_="out"),
            flow("h", "over", "a = 2", id_="out2"),
        ),
        "g",
        "round in a circle",
    ),
}


@pytest.mark.parametrize(("lines", "id_", "says"), STRUCTURE.values(), ids=STRUCTURE)
def test_each_fault_of_structure_is_named(lines, id_, says) -> None:
    found = refusals_of(*lines)
    assert any(refusal.id == id_ and says in refusal.what_to_change for refusal in found), found


def test_a_circle_with_a_task_and_a_way_out_is_allowed() -> None:
    compile_bpmn(
        bpmn(
            start(),
            task("a"),
            gateway("g", default="out"),
            end(),
            flow("begin", "a"),
            flow("a", "g"),
            flow("g", "a", 'outcome = "again"'),
            flow("g", "over", id_="out"),
        ),
        "p.bpmn",
    )


def test_a_timer_that_interrupts_is_a_way_out_of_a_circle() -> None:
    compile_bpmn(
        bpmn(
            start(),
            task("a"),
            task("b"),
            end(),
            beside("t", "a"),
            flow("begin", "a"),
            flow("a", "b"),
            flow("b", "a"),
            flow("t", "over"),
        ),
        "p.bpmn",
    )


def test_a_process_whose_state_could_grow_too_large_is_refused() -> None:
    names = [f"a_task_with_a_rather_long_name_{number}" for number in range(30)]
    ways = [flow(*pair, id_=f"f{n}") for n, pair in enumerate(pairwise(["begin", *names, "over"]))]
    (refusal,) = refusals_of(start(), *(task(name) for name in names), end(), *ways)
    assert "shorten the ids or split it" in refusal.what_to_change


def test_other_makers_attributes_and_drawing_only_elements_are_left_alone() -> None:
    compile_bpmn(
        bpmn(
            *SIMPLE[:1],
            task("decide", 'camunda:assignee="${evil}"'),
            *SIMPLE[2:],
            "<documentation>Why</documentation>",
            '<textAnnotation id="t"><text>Note</text></textAnnotation>',
            '<laneSet id="l"><lane id="l1"><flowNodeRef>decide</flowNodeRef></lane></laneSet>',
            "<extensionElements><camunda:properties/></extensionElements>",
        ),
        "p.bpmn",
    )
