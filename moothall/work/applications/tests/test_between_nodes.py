"""What two nodes say is read as it was said, and nothing else is read at all."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.work.applications.between_nodes import (
    CASE_STATUSES,
    LONGEST_TEXT,
    Answer,
    Message,
    NotUnderstandable,
    Question,
    read_answer,
    read_message,
    read_question,
)

MESSAGE = Message(
    promise=uuid4(),
    node="dover-node",
    organisation="dover",
    service="council_tax_arriving",
    reference="DOV-7K3M-92QF",
    submission=uuid4(),
    language="en",
    channel="web",
    asked_on="2026-11-23",
    claimant="family1/claimant",
    worked_out=("arriving_nation",),
    facts={
        "family1/claimant": {"full_name": "Tessa Invented", "role": "claimant"},
        "household": {"rooms": 3},
    },
)
READERS = (read_message, read_question, read_answer)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
answers = st.one_of(
    st.builds(
        Answer,
        st.just("kept"),
        st.just("DOV-7K3M-92QF"),
        st.sampled_from(CASE_STATUSES),
        st.just("2026-11-23"),
    ),
    st.builds(Answer, st.just("refused"), refused_for=st.sampled_from(["not_offered", "other"])),
    st.just(Answer("unknown")),
)


def on_the_way(said: Message | Question | Answer) -> object:
    return json.loads(json.dumps(said.as_json()))


def test_a_promise_and_a_question_arrive_as_they_were_sent():
    assert read_message(on_the_way(MESSAGE)) == MESSAGE
    question = Question(MESSAGE.promise, "dover-node", "dover")
    assert read_question(on_the_way(question)) == question


@given(answer=answers)
def test_an_answer_arrives_as_it_was_sent(answer):
    assert read_answer(on_the_way(answer)) == answer


@given(said=anything)
def test_whatever_is_said_is_read_or_refused(said):
    for reader in READERS:
        with pytest.raises(NotUnderstandable):
            reader(said)


@given(name=st.sampled_from(sorted(MESSAGE.as_json())), value=anything)
def test_no_field_can_be_anything(name, value):
    """What is read at all can be read again: nothing is kept that could not have been sent."""
    try:
        read = read_message(on_the_way(MESSAGE) | {name: value})
    except NotUnderstandable as odd:
        assert "Tessa" not in str(odd)
    else:
        assert read_message(on_the_way(read)) == read


@pytest.mark.parametrize(
    "facts",
    [
        {"family1/claimant": {"full_name": "x" * (LONGEST_TEXT + 1)}},
        {"family1/claimant": {"full_name": "a\x00b"}},
        {"family1/claimant": {"full_name": ["a"]}},
        {"family1/claimant": {"Full Name": "a"}},
        {"family1/claimant/2": {"full_name": "a"}},
        {"../household": {}},
        {"household": "everything"},
    ],
)
def test_facts_that_no_page_could_show_are_refused(facts):
    with pytest.raises(NotUnderstandable, match="facts"):
        read_message(on_the_way(replace(MESSAGE, facts=facts)))


@pytest.mark.parametrize("extra", ["name", "because"])
def test_nothing_more_is_taken_than_was_agreed(extra):
    for reader, said in zip(
        READERS, (MESSAGE, Question(uuid4(), "n", "dover"), Answer("unknown")), strict=True
    ):
        with pytest.raises(NotUnderstandable):
            reader(on_the_way(said) | {extra: "Tessa"})
