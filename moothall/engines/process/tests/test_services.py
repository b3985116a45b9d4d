"""The processes that services bring with them: each runs, can be drawn, and says what it stands on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from moothall.engines.deadlines.tests.calendars import our_calendars
from moothall.engines.process import (
    Finish,
    ProcessEnded,
    Start,
    TaskFinished,
    TaskOpened,
    TimerDue,
    TimerSet,
    advance,
    compile_bpmn,
    draw_svg,
    due_date,
    is_over,
    replay,
)
from moothall.engines.process.definition import Timer, UserTask

SERVICES = Path(__file__).parents[4] / "services"
FILES = sorted(SERVICES.glob("*/process.bpmn"))
ENGLAND = our_calendars()["england-and-wales"]


def of(service: str):
    return compile_bpmn((SERVICES / service / "process.bpmn").read_bytes(), f"{service}/process.bpmn")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_process_of_a_service_can_be_run_and_drawn(file) -> None:
    definition = compile_bpmn(file.read_bytes(), file.name)
    drawn = definition.readable.boxes.keys() | definition.readable.lines.keys()
    assert set(definition.nodes) <= drawn
    assert {flow.id for flows in definition.flows.values() for flow in flows} <= drawn
    assert "<svg" in draw_svg(definition)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_task_and_period_says_what_it_stands_on_and_has_a_welsh_name(file) -> None:
    for node in compile_bpmn(file.read_bytes(), file.name).nodes.values():
        assert node.names.get("cy"), f"{node.id} has no Welsh name, not even a draft"
        if isinstance(node, UserTask):
            assert node.basis, f"{node.id} says no basis"
        if isinstance(node, Timer):
            assert node.rule.basis, f"{node.id} says no basis"
            assert node.rule.basis.verified or node.rule.basis.set_by == "council"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_every_letter_that_a_process_sends_is_written_in_both_languages(file) -> None:
    for node in compile_bpmn(file.read_bytes(), file.name).nodes.values():
        if isinstance(node, UserTask) and node.letter:
            for language in ("en", "cy"):
                assert (file.parent / "letters" / language / f"{node.letter}.txt").exists()


def test_maureen_is_awarded_and_leaves_it_there() -> None:
    definition = of("council_tax_reduction")
    state, events = advance(definition, {}, Start())
    (opened,) = (event for event in events if isinstance(event, TaskOpened))
    (target,) = (event for event in events if isinstance(event, TimerSet))
    assert (opened.task, opened.role) == ("decide#1", "officer")
    due = due_date(target.rule, dates={"opened": date(2026, 4, 1)}, calendar=ENGLAND)
    assert (due.last_day, due.over_on) == (date(2026, 4, 15), date(2026, 4, 16))

    state, events = advance(definition, state, Finish("decide#1", {"outcome": "award"}))
    (asking,) = (event for event in events if isinstance(event, TaskOpened))
    assert (asking.node, asking.role, asking.optional) == ("ask_for_review", "resident", True)

    state, events = advance(definition, state, TimerDue("time_to_ask_over#1"))
    assert isinstance(events[-1], ProcessEnded)


@pytest.mark.parametrize("outcome", ["award", "no_award", "not_covered"])
def test_whatever_was_decided_she_may_ask_for_it_to_be_looked_at_again(outcome) -> None:
    definition = of("council_tax_reduction")
    commands = [Start(), Finish("decide#1", {"outcome": outcome}), Finish("ask_for_review#1")]
    state, events = replay(definition, commands)
    opened = events[-2]
    assert (opened.task, opened.role) == ("look_again#1", "officer")
    # Served on 31 December: two months are over when February is.
    due = due_date(opened.within, dates={"opened": date(2026, 12, 31)}, calendar=ENGLAND)
    assert due.last_day == date(2027, 2, 28)
    for changed, over in (("changed", "decision_changed"), ("unchanged", "decision_stands")):
        after, events = advance(definition, state, Finish("look_again#1", {"outcome": changed}))
        assert next(event.letter for event in events if isinstance(event, TaskFinished)) == "review_decided"
        assert events[-1].node == over
        assert is_over(after)


def test_a_late_decision_must_be_explained_and_is_still_made() -> None:
    definition = of("council_tax_reduction")
    state, events = replay(definition, [Start(), TimerDue("decision_due#1")])
    assert (events[-1].task, events[-1].role) == ("explain_delay#1", "team_leader")
    assert state["open"] == ["decide#1", "explain_delay#1"]


def test_closing_the_case_does_not_close_the_right_to_ask() -> None:
    definition = of("council_tax_reduction")
    closed = [Start(), Finish("decide#1", {"outcome": "no_award"}), TimerDue("time_to_ask_over#1")]
    state, _ = replay(definition, [*closed, Start("asked_later")])
    assert state["open"] == ["look_again#1"]
    wait = definition.nodes["time_to_ask_over"]
    assert isinstance(wait, Timer)
    assert (wait.rule.days, wait.rule.basis.set_by) == (62, "council")


def test_after_two_months_without_an_answer_she_is_told_of_the_tribunal() -> None:
    definition = of("council_tax_reduction")
    commands = [Start(), Finish("decide#1", {"outcome": "no_award"}), Finish("ask_for_review#1")]
    state, events = replay(definition, [*commands, TimerDue("two_months_over#1")])
    assert (events[-1].task, events[-1].role) == ("tell_of_tribunal#1", "team_leader")
    assert "look_again#1" in state["open"]


@pytest.mark.parametrize(("outcome", "over"), [("award", "pass_issued"), ("no_award", "pass_refused")])
def test_a_bus_pass_is_issued_or_refused(outcome, over) -> None:
    state, events = replay(of("older_persons_bus_pass"), [Start(), Finish("decide#1", {"outcome": outcome})])
    assert events[-1].node == over
    assert is_over(state)
