"""The line of what is left against pay, with its table and, in words, where more pay leaves less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.doors.frontdoor.interview.everything import WEEKS
from moothall.doors.frontdoor.interview.people import CLAIMANT
from moothall.doors.frontdoor.interview.what_if.line import (
    LEAST_STRETCH,
    LITTLE,
    EarningsLine,
    Point,
    earnings_line,
)
from moothall.doors.frontdoor.interview.what_if.side import Side
from moothall.doors.frontdoor.interview.what_if.told import why_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, t
from moothall.doors.kit.formats import money
from moothall.doors.kit.line_chart import LineChart, Mark, line_chart
from moothall.engines.facts import write_answer
from moothall.engines.rules.differences import difference
from moothall.engines.rules.thresholds import Cliff
from moothall.work.applications.actions.imagine import EARNINGS, WORKS

# Pence a week by which a benefit falls at a cliff before it is named as the cause.
LEAST_CAUSE = 10


@dataclass(frozen=True)
class Drawn:
    """The chart, its table, and what is said beside it; `complete` is whether all cliffs were looked for."""

    chart: LineChart
    table: tuple[tuple[str, str, str, str], ...]
    cliffs: tuple[str, ...]
    stretches: tuple[str, ...]
    assumed: tuple[str, ...]
    left_out: tuple[str, ...]
    complete: bool


def drawn(now: Side, then: Side) -> Drawn | None:
    """The line of the household as it would then be; None when its income cannot be worked out."""
    earned = _earnings(then)
    line = earnings_line(then, earnings=earned)
    if line is None or then.income is None:
        return None
    hers = line.point(earned)
    marks = [Mark(t("frontdoor.what_if.then"), hers.earnings, hers.left)]
    before = _earnings(now)
    if now.income is not None and before <= line.top:
        left = (now.income + now.benefits) / WEEKS
        if (before, round(left)) != (earned, round(hers.left)):
            marks.insert(0, Mark(t("frontdoor.what_if.now"), before, left, hollow=True))
    cliffs = tuple(_told(cliff, line) for cliff in line.line.cliffs)
    chart = line_chart(
        line.line.points,
        title=t("frontdoor.what_if.chart"),
        told=t(
            "frontdoor.what_if.chart_told",
            from_left=_whole(line.line.points[0][1]),
            top=_whole(line.top),
            to_left=_whole(line.line.points[-1][1]),
            falls=len(cliffs),
        ),
        across_label=t("frontdoor.what_if.chart_across"),
        up_label=t("frontdoor.what_if.chart_up"),
        write=_whole,
        marks=marks,
        falls=[cliff.at for cliff in line.line.cliffs],
    )
    also = [earned] + ([before] if before <= line.top else [])
    return Drawn(
        chart=chart,
        table=tuple(_row(point) for point in line.table(*also)),
        cliffs=cliffs,
        stretches=tuple(_stretches(line)),
        assumed=tuple(_assumed(line)),
        left_out=tuple(sorted(_name(then, goal) for goal in line.left_out)),
        complete=line.line.complete,
    )


def _earnings(side: Side) -> int:
    facts = next(one.facts for one in side.known.people() if one.id == CLAIMANT)
    return round(facts.get(EARNINGS, 0)) if facts.get(WORKS) else 0


def _told(cliff: Cliff, line: EarningsLine) -> str:
    """What is lost just above that pay, what ends there and why, and from where on she has as much again."""
    said = [t("frontdoor.what_if.cliff", at=money(cliff.at), lost=money(cliff.lost))]
    side, goals = line.side, [goal for goal in line.side.goals if goal not in line.left_out]
    edge, beyond = (
        side.rules.work_out(goals, line.axis.circumstances_at(line.changes(at)))
        for at in (cliff.at, cliff.at + 1)
    )
    for goal in goals:
        lost = side.a_year(edge, goal), side.a_year(beyond, goal)
        if None in lost or (lost[0] - lost[1]) / WEEKS < LEAST_CAUSE:
            continue
        language = current_language()
        change = difference(*(one.reasons(goal, language, names=side.names) for one in (edge, beyond)))
        key = "ends" if lost[1] == 0 else "is_less"
        said.append(t(f"frontdoor.what_if.cliff_{key}", name=_name(side, goal)))
        if why := why_of(change):
            said.append(why)
    again = line.regained_at(cliff)
    said.append(
        t("frontdoor.what_if.cliff_again", at=money(again))
        if again
        else t("frontdoor.what_if.cliff_never", top=_whole(line.top))
    )
    return " ".join(said)


def _stretches(line: EarningsLine) -> Iterator[str]:
    for one in line.line.stretches_below(LITTLE, least=LEAST_STRETCH):
        kept = round(one.kept * 100)
        key = "stretch" if kept > 0 else "stretch_nothing" if kept == 0 else "stretch_less"
        yield t(f"frontdoor.what_if.{key}", start=money(one.start), end=money(one.end), kept=f"{abs(kept)}p")


def _assumed(line: EarningsLine) -> Iterator[str]:
    vocabulary, language = line.side.definition.vocabulary, current_language()
    for name, value in line.axis.taken.items():
        fact = vocabulary[name]
        if name not in line.axis.follows:
            yield f"{fact.words(language).label}: {write_answer(fact, value, language)}"


def _name(side: Side, goal: str) -> str:
    row = side.rows[goal]
    return in_language_of(
        row.get("name") or side.definition.words_of(str(row["of"]))["name"], current_language()
    )


def _row(point: Point) -> tuple[str, str, str, str]:
    return money(point.earnings), money(point.income), money(point.benefits), money(point.left)


def _whole(pence: float) -> str:
    """Whole pounds, for the axes."""
    return money(round(pence / 100) * 100)
