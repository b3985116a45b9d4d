"""A difference in words: the steps that changed, and by how much, each followed by what made it change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from moothall.doors.kit import current_language, t
from moothall.engines.facts.writing import write_money, write_number
from moothall.engines.rules.differences import Change

# Deeper than this the two trees of reasons say it better.
DEEPEST = 4
MOST_BELOW = 5


@dataclass(frozen=True)
class Told:
    """One sentence or two, and those that say why."""

    text: str
    below: tuple[Told, ...] = ()


def told_of(change: Change, *, depth: int = 0) -> Told:
    below = change.because[:MOST_BELOW] if depth < DEEPEST else ()
    return Told(" ".join(_sentences(change)), tuple(told_of(one, depth=depth + 1) for one in below))


def why_of(change: Change) -> str:
    """The sentence of the deepest step that came out another way; empty when each came out as before."""
    return next((one.sentence for one in _deepest_first(change) if one.sentence), "")


def _deepest_first(change: Change) -> Iterator[Change]:
    for one in change.because:
        yield from _deepest_first(one)
    yield change


def _sentences(change: Change) -> Iterator[str]:
    what = change.wording.rstrip(".")
    if change.who:
        what = f"{change.who}: {what[:1].lower()}{what[1:]}"
    if change.now is None or change.then is None:
        key = "new" if change.now is None else "gone"
        yield t(f"frontdoor.what_if.told.{key}", what=what, amount=change.then or change.now)
    elif change.by:
        key = "rises" if change.by > 0 else "falls"
        by = _amount(abs(change.by), change.unit)
        yield t(f"frontdoor.what_if.told.{key}", what=what, by=by, now=change.now, then=change.then)
    else:
        yield t("frontdoor.what_if.told.changes", what=what, now=change.now, then=change.then)
    if change.share:
        yield t("frontdoor.what_if.told.share", share=change.share)
    if change.sentence:
        yield change.sentence


def _amount(by: float, unit: str) -> str:
    if unit.startswith("GBP"):
        return write_money(by, "GBP", current_language())
    return write_number(by * 100) + "%" if unit == "percent" else write_number(by)
