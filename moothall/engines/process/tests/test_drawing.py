from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from hypothesis import given, settings

from moothall.engines.process import compile_bpmn, draw_svg, read_bpmn
from moothall.engines.process.layout import lay_out
from moothall.engines.process.tests.graphs import any_graphs
from moothall.engines.process.tests.making import TIMED, TWO_WAYS, bpmn

SVG = "{http://www.w3.org/2000/svg}"
CLAIM = Path(__file__).parents[4] / "services" / "council_tax_reduction" / "process.bpmn"


def drawn(lines, **how) -> ElementTree.Element:
    return ElementTree.fromstring(draw_svg(read_bpmn(bpmn(*lines), "p.bpmn"), **how))


def said(svg: ElementTree.Element) -> str:
    return " ".join(" ".join(text.itertext()) for text in svg.iter(f"{SVG}text"))


def test_it_has_a_title_a_description_and_is_an_image_with_a_name() -> None:
    svg = drawn(TWO_WAYS, current_nodes=("decide",))
    title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text == "A process"
    assert description.text == "Steps: Begin; Do decide; Over; Over. Now: Do decide."


def test_where_the_case_stands_is_said_in_a_word_and_not_by_colour_alone() -> None:
    assert "Now" in said(drawn(TWO_WAYS, current_nodes=("decide",)))
    assert "Now" not in said(drawn(TWO_WAYS))
    assert "Nawr" in said(drawn(TWO_WAYS, language="cy", current_nodes=("decide",)))


def test_a_strict_policy_lets_it_through() -> None:
    svg = draw_svg(compile_bpmn(CLAIM.read_bytes(), "process.bpmn"), "cy", ("decide",))
    for element in ElementTree.fromstring(svg).iter():
        assert element.tag.removeprefix(SVG) in {
            "svg",
            "title",
            "desc",
            "g",
            "path",
            "rect",
            "circle",
            "polygon",
            "text",
            "tspan",
        }
        assert not {
            name for name in element.attrib if name == "style" or name.startswith("on") or "href" in name
        }
    assert "url(" not in svg


def test_names_in_a_foreign_file_cannot_become_markup() -> None:
    bad = "&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;"
    svg = draw_svg(read_bpmn(bpmn(*TWO_WAYS).replace(b"Do decide", bad.encode()), "p.bpmn"))
    assert "<script" not in svg
    assert "<script>alert(1)</script>" in re.sub(r"\s+", "", said(ElementTree.fromstring(svg))).replace(
        '"&', ""
    )


def test_the_files_own_drawing_is_kept() -> None:
    readable = read_bpmn(CLAIM.read_bytes(), "process.bpmn")
    svg = ElementTree.fromstring(draw_svg(readable))
    rects = {(float(rect.get("x")), float(rect.get("y"))) for rect in svg.iter(f"{SVG}rect")}
    assert (readable.boxes["decide"].x, readable.boxes["decide"].y) in rects


def test_names_are_in_the_language_of_the_page_and_otherwise_english() -> None:
    readable = read_bpmn(CLAIM.read_bytes(), "process.bpmn")
    assert "Penderfynu" in draw_svg(readable, "cy")
    assert "Decide the" in draw_svg(readable, "en")
    assert "Do decide" in said(drawn(TIMED, language="cy"))


@given(graph=any_graphs())
@settings(max_examples=100, deadline=None)
def test_a_file_without_a_drawing_gets_one_in_which_no_two_steps_overlap(graph) -> None:
    readable = read_bpmn(graph.xml(), "random.bpmn")
    boxes, lines = lay_out(readable)
    assert set(boxes) == {item.id for item in readable.items}
    assert set(lines) == {arrow.id for arrow in readable.arrows}
    steps = [box for id_, box in boxes.items() if id_ not in graph.beside]
    for number, one in enumerate(steps):
        for other in steps[number + 1 :]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            apart = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert beside or apart
    ElementTree.fromstring(draw_svg(readable))


@pytest.mark.parametrize("lines", [(), ("<documentation>Nothing</documentation>",)])
def test_an_empty_process_is_an_empty_picture(lines) -> None:
    assert drawn(lines).find(f"{SVG}desc").text == "Steps: no steps."
