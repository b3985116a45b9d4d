"""The layout: what every page has, and what no page may have."""

import re
from errno import ENOSPC
from unittest.mock import Mock

import pytest
from django.test import Client, override_settings
from jinja2 import DictLoader, Environment

from moothall.doors.kit.fields import Field, Problem, problems
from moothall.doors.kit.formats import in_words, money
from moothall.doors.kit.jinja import CompiledPages


@pytest.fixture
def html():
    with override_settings(ROOT_URLCONF="moothall.doors.kit.tests.urls"):
        return Client().get("/hello").content.decode()


@pytest.fixture
def wrong():
    with override_settings(ROOT_URLCONF="moothall.doors.kit.tests.urls"):
        return Client().post("/hello", {"email": "<x>"}).content.decode()


def test_nothing_inline_and_nothing_of_gov_uk_that_is_not_ours_to_use(html):
    assert not re.search(r"<script(?![^>]*src=)", html)
    assert " style=" not in html and "<style" not in html and " onclick" not in html
    assert "crown" not in html and "GOV.UK" not in html


def test_it_can_be_skipped_through_read_and_is_small(html):
    assert 'href="#main-content"' in html and 'id="main-content"' in html
    assert "<title>Hello – Moothall</title>" in html and '<html lang="en"' in html
    assert len(html) < 10_000


def test_an_error_is_in_the_title_the_summary_and_beside_its_field(wrong):
    assert "<title>Error: Hello" in wrong
    assert re.search(r'govuk-error-summary.*href="#id_email"', wrong, re.S)
    assert 'id="id_email-error"' in wrong and 'id="id_email"' in wrong
    assert 'href="#id_how"' in wrong and 'id="id_how"' in wrong


def test_what_was_typed_is_kept_and_escaped(wrong):
    assert 'value="&lt;x&gt;"' in wrong
    assert "Email &lt;b&gt;" in wrong and "Email <b>" not in wrong


def test_a_date_error_leads_to_the_day():
    wrong = Field(name="born", label="Born", kind="date", error="Not a real date")
    assert problems([wrong, Field(name="b", label="B")]) == [
        Problem(text="Not a real date", anchor="born-day")
    ]


def test_money_and_dates_are_written_as_people_write_them():
    from datetime import UTC, date, datetime

    assert [money(0), money(2000), money(123450), money(-50)] == ["£0", "£20", "£1,234.50", "−£0.50"]
    assert in_words(date(2026, 3, 1)) == "1 March 2026"
    assert in_words(date(2026, 3, 1), language="cy") == "1 Mawrth 2026"
    # London's summer is an hour ahead of UTC: her date counts.
    assert in_words(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), time=True) == "1 July 2026, 00:30"


def test_a_page_is_made_where_its_compiled_form_cannot_be_kept(tmp_path, monkeypatch):
    """The page that says that the disk is full is often the first of its kind in a process."""
    monkeypatch.setattr("tempfile.NamedTemporaryFile", Mock(side_effect=OSError(ENOSPC, "No space left")))
    pages = Environment(loader=DictLoader({"hello": "Hello"}), bytecode_cache=CompiledPages(str(tmp_path)))
    assert pages.get_template("hello").render() == "Hello"


@override_settings(ROOT_URLCONF="moothall.doors.kit.tests.urls")
def test_a_browser_that_came_by_https_is_told_to_keep_to_it():
    assert "Strict-Transport-Security" in Client().get("/hello", secure=True)
    assert "Strict-Transport-Security" not in Client().get("/hello")
