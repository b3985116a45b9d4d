from __future__ import annotations

import copy
import json

import pytest

from moothall.engines.process import (
    AlreadyCancelled,
    AlreadyEnded,
    AlreadyFinished,
    AlreadyStarted,
    EndReached,
    Finish,
    GatewayTaken,
    NotStartable,
    NotStarted,
    OutcomeMissing,
    ProcessEnded,
    ProcessStarted,
    RulesDecided,
    Start,
    TaskCancelled,
    TaskFinished,
    TaskOpened,
    TimerCancelled,
    TimerDue,
    TimerFired,
    TimerOver,
    TimerSet,
    TooMuchOpen,
    UnknownName,
    UnknownTask,
    UnknownTimer,
    WrongDefinition,
    advance,
    compile_bpmn,
    is_over,
    replay,
)
from moothall.engines.process.tests.making import (
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


def compiled(*lines: str):
    return compile_bpmn(bpmn(*lines), "p.bpmn")


def kinds(events) -> list[type]:
    return [type(event) for event in events]


def test_starting_opens_the_first_task() -> None:
    state, events = advance(compiled(*TWO_WAYS), {}, Start())
    assert kinds(events) == [ProcessStarted, TaskOpened]
    assert (events[1].task, events[1].role, events[1].name) == ("decide#1", "officer", "Do decide")
    assert state["open"] == ["decide#1"]


@pytest.mark.parametrize(
    ("outcome", "way", "over", "condition"),
    [("award", "yes", "yes_end", 'outcome = "award"'), ("refuse", "no", "no_end", "")],
)
def test_the_outcome_chooses_the_way_and_the_end(outcome, way, over, condition) -> None:
    definition = compiled(*TWO_WAYS)
    state, _ = advance(definition, {}, Start())
    state, events = advance(definition, state, Finish("decide#1", {"outcome": outcome}))
    assert kinds(events) == [TaskFinished, GatewayTaken, EndReached, ProcessEnded]
    assert (events[1].flow, events[1].to, events[1].condition) == (way, over, condition)
    assert is_over(state)


def test_without_the_outcome_nothing_moves_and_the_fact_is_named() -> None:
    definition = compiled(*TWO_WAYS)
    state, _ = advance(definition, {}, Start())
    before = copy.deepcopy(state)
    with pytest.raises(UnknownName) as refused:
        advance(definition, state, Finish("decide#1"))
    assert refused.value.name == "outcome"
    assert state == before


def test_finishing_puts_the_timers_of_a_task_away() -> None:
    definition = compiled(*TIMED)
    state, events = advance(definition, {}, Start())
    assert kinds(events) == [ProcessStarted, TaskOpened, TimerSet, TimerSet]
    assert [event.task for event in events[2:]] == ["decide#1", "decide#1"]
    state, events = advance(definition, state, Finish("decide#1"))
    assert kinds(events) == [TaskFinished, TimerCancelled, TimerCancelled, EndReached, ProcessEnded]
    assert state["timers"] == []


def test_a_timer_that_does_not_interrupt_leaves_the_task_open() -> None:
    definition = compiled(*TIMED)
    state, events = replay(definition, [Start(), TimerDue("late#1")])
    assert kinds(events[4:]) == [TimerFired, TaskOpened]
    assert state["open"] == ["decide#1", "explain#1"]
    assert state["timers"] == ["closed#1"]
    state, events = advance(definition, state, Finish("decide#1"))
    assert ProcessEnded not in kinds(events)  # the explanation is still to be written
    state, events = advance(definition, state, Finish("explain#1"))
    assert kinds(events) == [TaskFinished, EndReached, ProcessEnded]


def test_a_timer_that_interrupts_closes_its_task_and_the_other_timer() -> None:
    definition = compiled(*TIMED)
    state, events = replay(definition, [Start(), TimerDue("closed#1")])
    assert kinds(events[4:]) == [TimerFired, TaskCancelled, TimerCancelled, EndReached, ProcessEnded]
    assert (events[5].task, events[5].by) == ("decide#1", "closed#1")
    assert is_over(state)


def test_a_wait_of_its_own_goes_on_when_it_is_due() -> None:
    definition = compiled(start(), wait("pause"), end(), flow("begin", "pause"), flow("pause", "over"))
    state, events = advance(definition, {}, Start())
    assert (events[1].timer, events[1].task, events[1].rule.days) == ("pause#1", None, 3)
    assert not is_over(state)
    state, events = advance(definition, state, TimerDue("pause#1"))
    assert kinds(events) == [TimerFired, EndReached, ProcessEnded]


LOOP = (
    start(),
    task("a"),
    gateway("g", default="out"),
    end(),
    beside("t", "a"),
    end("late"),
    flow("begin", "a"),
    flow("a", "g"),
    flow("g", "a", "again", id_="back"),
    flow("g", "over", id_="out"),
    flow("t", "late"),
)


def test_each_time_a_task_comes_back_is_a_round_and_the_state_stays_as_small() -> None:
    definition = compiled(*LOOP)
    state, _ = advance(definition, {}, Start())
    first = len(json.dumps(state))
    for round_ in range(1, 1_000):
        assert state["open"] == [f"a#{round_}"]
        assert state["timers"] == [f"t#{round_}"]
        state, _ = advance(definition, state, Finish(f"a#{round_}", {"again": True}))
    assert len(json.dumps(state)) <= first + 12
    with pytest.raises(AlreadyFinished):
        advance(definition, state, Finish("a#7", {"again": True}))


def after(definition, *commands):
    return replay(definition, commands)[0]


def test_commands_that_do_not_fit_are_refused_by_name() -> None:
    timed, begun = compiled(*TIMED), [Start()]
    done = after(timed, Start(), Finish("decide#1"))
    late = after(timed, Start(), TimerDue("closed#1"))
    running = after(timed, *begun)
    for state, command, error in [
        ({}, Finish("decide#1"), NotStarted),
        ({}, TimerDue("late#1"), NotStarted),
        ({}, Start("decide"), NotStartable),
        ({}, Start("ghost"), NotStartable),
        (running, Start(), AlreadyStarted),
        (done, Start(), AlreadyEnded),
        (done, Finish("decide#1"), AlreadyFinished),
        (late, Finish("decide#1"), AlreadyCancelled),
        (done, TimerDue("late#1"), TimerOver),
        (late, TimerDue("closed#1"), TimerOver),
        (running, Finish("decide#2"), UnknownTask),
        (running, Finish("decide#0"), UnknownTask),
        (running, Finish("decide"), UnknownTask),
        (running, Finish("decide#01"), UnknownTask),
        (running, Finish("explain#1"), UnknownTask),
        (running, Finish("late#1"), UnknownTask),
        (running, Finish("ghost#1"), UnknownTask),
        (running, Finish("decide#１"), UnknownTask),
        (running, TimerDue("late#2"), UnknownTimer),
        (running, TimerDue("decide#1"), UnknownTimer),
        (running, TimerDue("ghost#1"), UnknownTimer),
    ]:
        before = copy.deepcopy(state)
        with pytest.raises(error):
            advance(timed, state, command)
        assert state == before


def test_a_case_keeps_the_definition_that_it_began_with() -> None:
    state, _ = advance(compiled(*TIMED), {}, Start())
    with pytest.raises(WrongDefinition):
        advance(compiled(*TWO_WAYS), state, Finish("decide#1", {"outcome": "award"}))


def test_a_case_that_is_over_begins_again_only_where_the_process_says_so() -> None:
    definition = compiled(
        start(),
        task("a"),
        task("b"),
        end(),
        start("later", 'm:reopens="true"'),
        flow("begin", "a"),
        flow("a", "over"),
        flow("later", "b"),
        flow("b", "over"),
    )
    with pytest.raises(NotStartable, match="never begun"):
        advance(definition, {}, Start("later"))
    state = after(definition, Start())
    with pytest.raises(AlreadyStarted):
        advance(definition, state, Start("later"))
    state, events = replay(
        definition, [Start(), Finish("a#1"), Start("later"), Finish("b#1"), Start("later")]
    )
    assert state["open"] == ["b#2"]
    assert [event.reopened for event in events if isinstance(event, ProcessStarted)] == [False, True, True]


def test_a_process_without_a_task_ends_as_it_starts_and_only_once() -> None:
    definition = compiled(start(), end(), flow("begin", "over"))
    state, events = advance(definition, {}, Start())
    assert kinds(events) == [ProcessStarted, EndReached, ProcessEnded]
    with pytest.raises(AlreadyEnded):
        advance(definition, state, Start())


def test_ever_more_open_tasks_are_refused_until_one_is_finished() -> None:
    definition = compiled(
        start(),
        task("a"),
        gateway("g", default="out"),
        task("note"),
        end(),
        beside("t", "a", interrupts=False),
        flow("begin", "a"),
        flow("a", "g"),
        flow("g", "a", "again", id_="back"),
        flow("g", "over", id_="out"),
        flow("t", "note"),
        flow("note", "over"),
    )
    state = after(definition, Start())
    with pytest.raises(TooMuchOpen):
        for round_ in range(1, 20):
            state, _ = advance(definition, state, TimerDue(f"t#{round_}"))
            state, _ = advance(definition, state, Finish(f"a#{round_}", {"again": True}))
    state, _ = advance(definition, state, Finish("note#1"))
    state, events = advance(definition, state, TimerDue(state["timers"][0]))
    assert TaskOpened in kinds(events)


def test_a_letter_goes_out_with_the_end_of_its_task_and_a_target_comes_with_its_beginning() -> None:
    definition = compiled(
        start(),
        task("decide", 'm:letter="decision" m:within="P14D" m:optional="true" m:basis="SI 1" m:setBy="law"'),
        end(),
        flow("begin", "decide"),
        flow("decide", "over"),
    )
    state, events = advance(definition, {}, Start())
    opened = events[1]
    assert (opened.within.days, opened.optional) == (14, True)
    assert (opened.basis.text, opened.basis.set_by, opened.basis.verified) == ("SI 1", "law", False)
    _, events = advance(definition, state, Finish("decide#1"))
    assert events[0].letter == "decision"


BY_RULES = (
    start(),
    rules("decide"),
    gateway("which", default="no"),
    task("collect"),
    end(),
    flow("begin", "decide"),
    flow("decide", "which"),
    flow("which", "collect", 'outcome = "award"', id_="yes"),
    flow("which", "over", id_="no"),
    flow("collect", "over"),
)


def test_the_rules_decide_at_once_and_a_gateway_reads_their_answer() -> None:
    definition = compile_bpmn(bpmn(*BY_RULES), "p.bpmn")
    assert definition.names_read_after("begin") == {"outcome"}
    state, events = advance(definition, {}, Start(facts={"outcome": "award"}))
    assert events[1] == RulesDecided(node="decide", name="Decide decide", outcome="award")
    assert state["open"] == ["collect#1"]
    state, events = advance(definition, {}, Start(facts={"outcome": "no_award"}))
    assert is_over(state)


@pytest.mark.parametrize("facts", [{}, {"outcome": ""}, {"outcome": True}], ids=["none", "empty", "no word"])
def test_without_the_answer_of_the_rules_nothing_happens(facts) -> None:
    with pytest.raises(OutcomeMissing, match="decide"):
        advance(compile_bpmn(bpmn(*BY_RULES), "p.bpmn"), {}, Start(facts=facts))
