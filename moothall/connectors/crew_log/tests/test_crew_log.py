"""A crew log over HTTP says the same as the pretended one; whatever goes wrong is no answer, and soon."""

from __future__ import annotations

from datetime import date
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.connectors.crew_log import BadCrewLog, crew_log
from moothall.connectors.crew_log.asking import ENTRIES, question_about, read_addresses, read_answer
from moothall.connectors.crew_log.choosing import in_words
from moothall.connectors.crew_log.client import CrewLog
from moothall.connectors.crew_log.pretend import PretendCrewLog, said_of_bin
from moothall.connectors.crew_log.tests.http_form import FAULTS, crew_log_over_http
from moothall.work.applications.ports import NoAnswer

MONDAY = date(2026, 11, 23)
ABOUT = {
    "postcode": "CT1 1AA",
    "bin_address": "1 Invented Row",
    "bin_stream": "refuse",
    "missed_on": "2026-11-23",
}
WAIT = 1.0  # seconds; a fault that outlives it is cut off


def ask(log, **instead):
    return log.ask(organisation="canterbury", about=ABOUT | instead, today=MONDAY)


def test_over_http_it_says_what_the_pretended_one_says() -> None:
    with crew_log_over_http() as address:
        for house in PretendCrewLog().choices("bin_address", organisation="canterbury", about=ABOUT):
            there = ask(CrewLog(address), bin_address=house)
            assert there == ask(PretendCrewLog(), bin_address=house)
        streets = CrewLog(address).choices("bin_address", organisation="canterbury", about=ABOUT)
        assert streets[0] == "1 Invented Row" and len(streets) == 8


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_no_answer_and_does_not_keep_anybody_waiting(fault) -> None:
    with crew_log_over_http(fault) as address:
        begun = monotonic()
        with pytest.raises(NoAnswer) as silent:
            ask(CrewLog(address, longest_wait=WAIT))
        assert monotonic() - begun < 4 * WAIT  # far from the 5 s and 10 s of the faults
        assert "Invented" not in str(silent.value) and "CT1" not in str(silent.value)


def test_nobody_there_is_no_answer() -> None:
    with crew_log_over_http() as address:
        pass
    with pytest.raises(NoAnswer):
        ask(CrewLog(address, longest_wait=WAIT))


def test_the_invented_houses_show_every_entry_and_the_days_around_it() -> None:
    said = {house: ask(PretendCrewLog(), bin_address=f"{house} Invented Row") for house in range(1, 9)}
    assert {one["crew_entry"] for one in said.values()} == set(ENTRIES)
    assert (said[1]["crew_entry"], said[1]["crew_entry_at"]) == ("not_out", "09:12")
    assert said[3]["assisted_collection"] == "yes"
    assert said[8]["collection_day"] == "no" and said[8]["next_collection_on"] == "2026-11-29"
    assert said[1]["report_taken_until"] == "2026-11-25" and said[1]["next_collection_on"] == "2026-11-30"


def test_two_working_days_after_a_friday_is_tuesday() -> None:
    assert ask(PretendCrewLog(), missed_on="2026-11-20")["report_taken_until"] == "2026-11-24"


def test_an_address_that_it_does_not_know_is_no_answer() -> None:
    with pytest.raises(NoAnswer):
        ask(PretendCrewLog(), bin_address="99 Nowhere")


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=10,
)


@given(
    field=st.sampled_from(["crew_entry", "crew_entry_at", "collection_day", "next_collection_on"]),
    said=anything,
)
def test_whatever_stands_in_a_field_is_read_strictly_or_refused(field, said) -> None:
    question = question_about(ABOUT, organisation="canterbury")
    answer = said_of_bin(question, today=MONDAY)
    try:
        facts = read_answer({**answer, field: said}, question)
    except NoAnswer:
        return
    assert facts["crew_entry"] in ENTRIES
    assert facts["collection_day"] in ("yes", "no")
    assert date.fromisoformat(facts["next_collection_on"]) > MONDAY
    assert len(facts.get("crew_entry_at", "00:00")) == 5


@given(said=anything)
def test_a_list_of_addresses_is_lines_of_text_or_refused(said) -> None:
    try:
        lines = read_addresses({"addresses": said})
    except NoAnswer:
        return
    assert all(line and line.isprintable() for line in lines)


def test_the_setting_chooses_and_refuses_what_is_not_safe() -> None:
    assert crew_log("") is None
    assert crew_log("pretend").pretend
    assert not crew_log("https://crews.example.org/log").pretend
    for bad in (
        "http://crews.example.org",
        "https://ann:pw@crews.example.org",
        "ftp://x",
        "yes",
        "https://x/?k=1",
    ):
        with pytest.raises(BadCrewLog, match="MOOTHALL_CREW_LOG"):
            crew_log(bad)


def test_it_says_in_words_whether_it_is_set_up() -> None:
    assert "No crew log" in in_words("", today=MONDAY)
    assert "pretended" in in_words("pretend", today=MONDAY)
    with crew_log_over_http() as address:
        assert in_words(address, today=MONDAY) == "The crew log answers."
    with crew_log_over_http("not_found") as address:
        assert "status 404" in in_words(address, today=MONDAY)
