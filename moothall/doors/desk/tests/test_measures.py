"""The manager's page: figures of her own body's services, as tables, pictures and a file; nobody else's."""

from __future__ import annotations

import csv
import io

import pytest

from moothall.doors.desk.tests.signing_in import officer, signed_in

PAGE = "/desk/measures"


@pytest.fixture
def gwen(stage):
    return signed_in(officer("Gwen Pryce", role="manager"))


def test_a_manager_sees_what_happened_with_her_service(joan, gwen):
    page = gwen.get(PAGE).content.decode()
    assert "Cases opened" in page and "Facts used again" in page
    assert 'role="img"' in page and "<table" in page
    assert "Whitlock" not in page, "figures name nobody"


def test_the_same_figures_as_a_file(joan, gwen):
    answer = gwen.get(PAGE, {"as": "csv", "service": "canterbury.council_tax_reduction"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert answer["Content-Type"].startswith("text/csv")
    [opened] = [row for row in rows if row["row"] == "Cases opened"]
    assert (opened["organisation"], opened["value"]) == ("canterbury", "1")


def test_where_nothing_happened_it_says_so(gwen):
    assert "Nothing has happened" in gwen.get(PAGE, {"period": "month"}).content.decode()


@pytest.mark.parametrize(
    "typed", [{"since": "x", "until": ""}, {"since": "2026-12-01", "until": "2026-01-01"}]
)
def test_days_that_cannot_be_read_are_the_last_three_months(joan, gwen, typed):
    assert "Cases opened" in gwen.get(PAGE, {"period": "days", **typed}).content.decode()


def test_another_bodys_service_does_not_exist_for_her(joan, gwen):
    assert gwen.get(PAGE, {"service": "thanet.council_tax_reduction"}).status_code == 404
    assert gwen.get(PAGE, {"service": "nonsense"}).status_code == 404


def test_a_caseworker_is_refused_and_is_not_shown_the_way(joan, meena):
    assert meena.get(PAGE).status_code == 403
    assert PAGE not in meena.get("/desk/").content.decode()


def test_nobody_is_sent_to_sign_in(stage, client):
    assert client.get(PAGE)["Location"].startswith("/accounts/sign-in")
