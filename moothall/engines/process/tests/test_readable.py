from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from moothall.engines.process import (
    NotExecutable,
    compile_bpmn,
    content_hash,
    differences,
    draw_svg,
    read_bpmn,
)
from moothall.engines.process.readable import BPMN, FLOWS, NODES
from moothall.engines.process.tests.making import SIMPLE, TIMED, TWO_WAYS, bpmn, flow, task
from tests.kit.shared import shared

MIWG = "data/standards/bpmn_miwg/Reference"
NAMES = [
    "A.1.0",
    "A.2.0",
    "A.2.1",
    "A.3.0",
    "A.4.0",
    "A.4.1",
    "B.1.0",
    "B.2.0",
    "C.1.0",
    "C.1.1",
    "C.2.0",
    "C.3.0",
    "C.4.0",
    "C.5.0",
    "C.6.0",
    "C.7.0",
    "C.8.0",
    "C.8.1",
    "C.9.0",
    "C.9.1",
    "C.9.2",
]


@pytest.mark.shared
def test_the_list_of_reference_files_is_whole() -> None:
    assert sorted(file.stem for file in shared(MIWG).glob("*.bpmn")) == NAMES


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_each_reference_file_of_the_standard_is_read_whole(name) -> None:
    file = shared(MIWG) / f"{name}.bpmn"
    readable = read_bpmn(file.read_bytes(), file.name)
    # Counted a second time by the parser of the standard library, which forgets lines but not elements.
    elements = [
        element for element in ElementTree.parse(file).iter() if element.tag.startswith(f"{{{BPMN}}}")
    ]
    tags = [element.tag.partition("}")[2] for element in elements]
    assert len(readable.items) == sum(tag in NODES for tag in tags)
    assert len(readable.arrows) == sum(tag in FLOWS for tag in tags)
    assert len(readable.processes) == tags.count("process")
    ids = {element.get("id") for element in elements}
    assert {arrow.source for arrow in readable.arrows if arrow.kind == "sequenceFlow"} <= ids
    assert readable.boxes


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_each_reference_file_is_drawn_compared_and_told_what_to_change(name) -> None:
    file = shared(MIWG) / f"{name}.bpmn"
    readable = read_bpmn(file.read_bytes(), file.name)
    svg = ElementTree.fromstring(draw_svg(readable))
    assert svg.get("role") == "img"
    assert differences(readable, readable) == ()
    with pytest.raises(NotExecutable) as refused:
        compile_bpmn(file.read_bytes(), file.name)
    assert all(refusal.line and refusal.what_to_change for refusal in refused.value.refusals)


def test_the_hash_is_of_what_the_file_says_and_not_of_how_it_is_typed() -> None:
    xml = bpmn(*SIMPLE)
    typed = xml.replace(b"\n", b"\n\n    ").replace(b'id="begin" name="Begin"', b'name="Begin"   id="begin"')
    assert typed != xml
    assert content_hash(typed) == content_hash(xml)
    assert content_hash(xml.replace(b"</process>", b"<!-- a note --></process>")) == content_hash(xml)
    assert content_hash(xml.replace(b'name="Begin"', b'name="Start"')) != content_hash(xml)


def test_what_a_council_changed_is_listed() -> None:
    ours = read_bpmn(bpmn(*TIMED), "ours.bpmn")
    changed = [line.replace("P14D", "P10D") for line in TIMED if "explain" not in line]
    changed += [task("tell"), flow("late", "tell"), flow("tell", "over")]
    changed[1] = changed[1].replace('m:role="officer"', 'm:role="team_leader"')
    theirs = read_bpmn(bpmn(*changed), "theirs.bpmn")
    said = {(change.id, change.what, change.old, change.new) for change in differences(ours, theirs)}
    assert said == {
        ("decide", "role", "officer", "team_leader"),
        ("late", "timeDuration", "P14D", "P10D"),
        ("tell", "added", "", "Do tell"),
        ("late_tell", "added", "", ""),
        ("tell_over", "added", "", ""),
        ("explain", "removed", "Do explain", ""),
        ("late_explain", "removed", "", ""),
        ("explain_over", "removed", "", ""),
    }


def test_a_changed_condition_is_listed() -> None:
    ours, theirs = (read_bpmn(bpmn(*TWO_WAYS).replace(b"award", word), "p") for word in (b"award", b"grant"))
    (change,) = differences(ours, theirs)
    assert (change.id, change.what, change.new) == ("yes", "condition", 'outcome = "grant"')
