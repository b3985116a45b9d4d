"""The figures of a service as tables, each with one sentence that says how it is counted, and a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from textwrap import shorten

from moothall.doors.kit.bar_chart import Bar, Chart, chart_of
from moothall.doors.kit.languages import current_language
from moothall.doors.kit.wording import known_or, t
from moothall.ground.catalogue.models import Edition
from moothall.work.measures.figures import Figures

LONGEST_LABEL = 42  # letters above a bar of the chart


@dataclass(frozen=True)
class Row:
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table of the page: `counted` says in a sentence what its figures are and are not."""

    key: str
    title: str
    counted: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Chart | None = None


def tables_of(found: Figures, edition: Edition) -> list[Table]:
    """Every table that has something to say, in the order in which a case goes through them."""
    tables = [
        _volume(found),
        _days(found),
        _time(found),
        _channels(found),
        _questions(found, edition),
        _facts(found),
        _reviews(found),
    ]
    return [table for table in tables if table.rows]


def _table(
    key: str, rows: Iterable[tuple[str, Sequence[str]]], *, columns: Sequence[str], chart: Chart | None = None
) -> Table:
    return Table(
        key=key,
        title=t(f"desk.measures.{key}.title"),
        counted=t(f"desk.measures.{key}.counted"),
        columns=tuple(t(f"desk.measures.column.{name}") for name in columns),
        rows=tuple(Row(name, tuple(values)) for name, values in rows),
        chart=chart,
    )


def _bars(key: str, counted: Sequence[tuple[str, int]]) -> Chart | None:
    """A picture, where there is more than one thing to compare."""
    if len(counted) < 2:
        return None
    bars = [Bar(label=name, amount=count, value=f"{count:,}") for name, count in counted]
    told = ", ".join(f"{bar.label} {bar.value}" for bar in bars)
    return chart_of(bars, title=t(f"desk.measures.{key}.title"), told=told)


def _volume(found: Figures) -> Table:
    cases, interviews = found.cases, found.interviews
    counted = [
        (t("desk.measures.volume.started"), interviews.started),
        (t("desk.measures.volume.sent"), interviews.sent),
        (t("desk.measures.volume.opened"), cases.opened),
        (t("desk.measures.volume.decided"), cases.decided),
        (t("desk.measures.volume.open"), cases.open_at_end),
    ]
    rows = [(name, [f"{count:,}"]) for name, count in counted]
    rows.append((t("desk.measures.volume.completion"), [_share(interviews.completion)]))
    return _table("volume", rows, columns=["count"], chart=_bars("volume", counted))


def _days(found: Figures) -> Table:
    cases = found.cases
    rows = [
        (t("desk.measures.days.middle"), [_days_in_words(cases.middle_days)]),
        (t("desk.measures.days.ninetieth"), [_days_in_words(cases.ninetieth_days)]),
        (t("desk.measures.days.in_time"), [_share(cases.in_time)]),
        (t("desk.measures.days.late"), [f"{cases.late:,}"]),
    ]
    return _table("days", rows if cases.decided else [], columns=["value"])


def _time(found: Figures) -> Table:
    measured = [
        (t("desk.measures.time.middle"), [_minutes(found.time.middle)]),
        (t("desk.measures.time.total"), [_minutes(found.time.total)]),
    ]
    entered = [
        (
            t("desk.measures.time.entered", channel=_channel(channel)),
            [t("desk.measures.minutes", count=minutes)],
        )
        for channel, minutes in found.time.entered
    ]
    return _table("time", (measured if found.time.measured else []) + entered, columns=["value"])


def _channels(found: Figures) -> Table:
    whole = sum(count for _, count in found.channels)
    counted = [(_channel(name), count) for name, count in found.channels]
    rows = [(name, [f"{count:,}", _share(100 * count / whole)]) for name, count in counted]
    return _table("channels", rows, columns=["count", "share"], chart=_bars("channels", counted))


def _questions(found: Figures, edition: Edition) -> Table:
    rows = [
        (_heading(one.key, edition), [f"{one.reached:,}", f"{one.left:,}", _share(one.drop_out)])
        for one in found.screens
    ]
    worst = sorted((one for one in found.screens if one.left), key=lambda one: -one.left)[:8]
    chart = _bars("questions", [(_short(_heading(one.key, edition)), one.left) for one in worst])
    return _table("questions", rows, columns=["reached", "left", "share"], chart=chart)


def _facts(found: Figures) -> Table:
    facts = found.facts
    rows = [
        (t("desk.measures.facts.asked"), [f"{facts.asked:,}"]),
        (t("desk.measures.facts.reused"), [f"{facts.reused:,}"]),
        (t("desk.measures.facts.reuse"), [_share(facts.reuse)]),
    ]
    return _table("facts", rows if facts.asked or facts.reused else [], columns=["value"])


def _reviews(found: Figures) -> Table:
    told = found.reviews
    rows = [
        (t("desk.measures.reviews.asked"), [f"{told.asked:,}"]),
        (t("desk.measures.reviews.answered"), [f"{told.answered:,}"]),
        (t("desk.measures.reviews.changed"), [f"{told.changed:,}"]),
    ]
    return _table("reviews", rows if told.asked or told.answered else [], columns=["count"])


def _share(per_cent: float | None) -> str:
    return t("desk.measures.none") if per_cent is None else f"{per_cent:.0f}%"


def _days_in_words(days: int | None) -> str:
    return t("desk.measures.none") if days is None else t("desk.measures.days.count", count=days)


def _minutes(spent: timedelta | None) -> str:
    if spent is None:
        return t("desk.measures.none")
    return t("desk.measures.minutes", count=round(spent.total_seconds() / 60))


def _channel(name: str) -> str:
    return known_or(f"desk.measures.channel.{name}", name)


def _short(words: str) -> str:
    """As much as stands above a bar; the table beside it has the whole."""
    return shorten(words, width=LONGEST_LABEL, placeholder=" …")


def _heading(key: str, edition: Edition) -> str:
    """The question as she was asked it; a screen that the newest edition no longer has keeps its key."""
    plan = edition.definition.plan
    if key in plan:
        heading = plan[key].heading
        return heading.get(current_language()) or heading["en"]
    return known_or(f"desk.measures.screen.{key}", key)
