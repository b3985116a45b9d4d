"""A tree of reasons on a page: collapsed, escaped, and honest about nothing and about forecasts."""

from django.template import engines

RATE = {"kind": "rate", "name": "limit", "wording": "Savings limit", "value_text": "£16,000", "law": "reg 11"}
FACT = {
    "kind": "fact",
    "name": "savings",
    "wording": "Savings <b>",
    "value_text": "£3,000",
    "law": "not shown",
}


def drawn(tree: dict, **how: bool) -> str:
    environment = engines["jinja2"].env
    template = environment.from_string(
        '{% from "kit/reasons.html" import reasons %}{{ reasons(tree, open=open) }}'
    )
    return template.render(tree=tree, open=how.get("open", False))


def test_each_line_is_closed_until_it_is_opened():
    html = drawn({"kind": "rule", "wording": "The reduction.", "value_text": "£5", "children": [FACT, RATE]})
    assert html.count("<details") == 2 and " open" not in html
    assert "The reduction</span>" in html and "reg 11" in html


def test_what_was_said_is_escaped_and_needs_no_law_beside_it():
    html = drawn(FACT)
    assert "Savings &lt;b&gt;" in html and "not shown" not in html and "<details" not in html


def test_when_all_came_to_nothing_that_is_the_reason():
    nothing = {"kind": "rule", "wording": "Taken off", "value_text": "£0", "sentence": "Savings are over."}
    html = drawn(
        {"kind": "rule", "wording": "Reduction", "value_text": "£0", "left_out": [nothing]}, open=True
    )
    assert "Taken off" in html and html.count("Savings are over.") == 2  # said by the step, and beside it


def test_a_forecast_says_so():
    assert "not law yet" in drawn(RATE | {"forecast": True})
