"""Random walks over random processes: what must hold whatever the process and whatever people do."""

from __future__ import annotations

import json

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from moothall.engines.process import (
    Finish,
    NotExecutable,
    NotOpen,
    Start,
    TimerDue,
    TooMuchOpen,
    advance,
    apply,
    compile_bpmn,
    is_over,
    replay,
)
from moothall.engines.process.events import ProcessEnded, RulesDecided
from moothall.engines.process.state import LARGEST_STATE, largest_state, new_state
from moothall.engines.process.tests.graphs import Graph, Tokens, any_graphs, sound_graphs

LONGEST_WALK = 25


def facts_for(data, graph: Graph) -> dict[str, object]:
    gateways = [id_ for id_, kind in graph.kinds.items() if kind == "gateway"]
    ways = {id_: data.draw(st.integers(0, 2), label=f"way out of {id_}") for id_ in gateways}
    return ways | {"outcome": data.draw(st.sampled_from(["award", "no_award"]), label="the rules say")}


def walk(data, graph: Graph, definition):
    """Start, then take random steps: after each the state, its events, all commands, and the tokens."""
    facts = facts_for(data, graph)
    commands = [Start(facts=facts)]
    state, events = advance(definition, {}, commands[0])
    tokens = Tokens(graph, facts)
    yield state, events, commands, tokens
    for _ in range(data.draw(st.integers(0, LONGEST_WALK), label="steps")):
        possible = [
            *(Finish(task) for task in state["open"]),
            *(TimerDue(timer) for timer in state["timers"]),
        ]
        if not possible:
            return
        facts = facts_for(data, graph)
        chosen = data.draw(st.sampled_from(possible))
        command = Finish(chosen.task, facts) if isinstance(chosen, Finish) else TimerDue(chosen.timer, facts)
        try:
            state, events = advance(definition, state, command)
        except TooMuchOpen:
            assert isinstance(command, TimerDue)  # only a timer adds a way; finishing is always possible
            continue
        commands.append(command)
        if isinstance(command, Finish):
            tokens.finish(command.task, facts)
        else:
            tokens.fire(command.timer, facts)
        yield state, events, commands, tokens


@given(graph=sound_graphs(), data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_walk_agrees_with_the_tokens_and_never_gets_stuck(graph, data) -> None:
    definition = compile_bpmn(graph.xml(), "random.bpmn")
    decided = []
    for state, events, _, tokens in walk(data, graph, definition):
        decided += [(step.node, step.outcome) for step in events if isinstance(step, RulesDecided)]
        assert decided == tokens.decided
        assert sorted(state["open"]) == sorted(tokens.open)
        assert sorted(state["timers"]) == sorted(tokens.timers)
        assert state["open"] or state["timers"] or is_over(state)
        ends = [step for step in events if isinstance(step, ProcessEnded)]
        assert bool(ends) == is_over(state)
        assert not ends or events[-1] == ends[0]
        assert len(json.dumps(state)) <= largest_state(definition.nodes) <= LARGEST_STATE


@given(graph=sound_graphs(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_the_state_is_what_a_replay_of_commands_or_of_events_gives(graph, data) -> None:
    definition = compile_bpmn(graph.xml(), "random.bpmn")
    folded = new_state(definition.hash)
    for state, events, commands, _ in walk(data, graph, definition):  # noqa: B007
        for step in events:
            folded = apply(folded, step)
        assert folded == state
        assert json.loads(json.dumps(state)) == state
    replayed, _ = replay(definition, commands)
    assert replayed == state


@given(graph=sound_graphs(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_a_command_given_twice_is_refused_the_second_time(graph, data) -> None:
    definition = compile_bpmn(graph.xml(), "random.bpmn")
    for state, _, commands, _ in walk(data, graph, definition):
        if not isinstance(commands[-1], Start):
            with pytest.raises(NotOpen):
                advance(definition, state, commands[-1])


@given(graph=sound_graphs(), data=st.data())
@settings(max_examples=100, deadline=None)
def test_from_wherever_a_walk_stops_the_end_can_still_be_reached(graph, data) -> None:
    definition = compile_bpmn(graph.xml(), "random.bpmn")
    for state, _, _, _ in walk(data, graph, definition):
        last = state
    steps = graph.steps_to_end()
    facts = {id_: nearest(graph.ways[id_], steps) for id_, kind in graph.kinds.items() if kind == "gateway"}
    facts["outcome"] = "award"
    for _ in range(20 * len(steps)):
        if is_over(last):
            return
        last, _ = advance(definition, last, step_towards_end(graph, last, steps, facts))
    pytest.fail(f"the end was not reached: {last}")


def nearest(ways: list[str], steps: dict[str, int]) -> int:
    return min(range(len(ways)), key=lambda number: steps[ways[number]])


def step_towards_end(graph: Graph, state, steps, facts):
    for task in state["open"]:
        node, _, round_ = task.partition("#")
        after = steps[graph.ways[node][0]]
        for timer, (host, cuts) in graph.beside.items():
            if host == node and cuts and steps[timer] < after:
                return TimerDue(f"{timer}#{round_}", facts)
        return Finish(task, facts)
    return TimerDue(state["timers"][0], facts)


@given(graph=any_graphs())
@settings(max_examples=400, deadline=None)
def test_exactly_the_processes_without_a_trap_are_run(graph) -> None:
    try:
        compile_bpmn(graph.xml(), "random.bpmn")
        accepted = True
    except NotExecutable:
        accepted = False
    event("accepted" if accepted else "refused")
    assert accepted == graph.faultless()
