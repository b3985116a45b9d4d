"""Why two answers to one question differ: the steps that changed, each with what made it change.

Two trees of reasons are walked together. A step that is the same on both sides explains nothing and is left
out, and so is one that only hands on the change below it. Rules about a person are matched by her id:
somebody who is in one household only is new or gone, and not another person changed. What only one side read
and came to nothing there explains nothing either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from moothall.engines.rules.reasons import Reason

# Pence. Two amounts nearer than this are one amount, rounded at different steps.
PENNY = 1.0


@dataclass(frozen=True)
class Change:
    """One step that changed. `now` and `then` are in words, and None on a side that has no such step.

    `by` is by how much, in the step's own `unit`, and None for what is no amount. `share` is the percentage
    of the law, in words, when the step changed by that share of the one change below it. `sentence` is why
    it is so then, where the rule says so in other words than now.
    """

    kind: str
    name: str
    wording: str
    who: str | None
    now: str | None
    then: str | None
    unit: str = ""
    by: float | None = None
    sentence: str | None = None
    share: str | None = None
    because: tuple[Change, ...] = ()


def difference(now: Reason | None, then: Reason | None) -> Change | None:
    """What changed between two trees of the same rule, or None when nothing did. One side may be missing."""
    either = then or now
    if either is None or _same(now, then):
        return None
    below = tuple(_changes_below(now, then))
    by = _by(now, then)
    return Change(
        kind=either.kind,
        name=either.name,
        wording=either.wording,
        who=either.who,
        now=now.value_text if now else None,
        then=then.value_text if then else None,
        unit=either.unit,
        by=by,
        sentence=then.sentence if then and (now is None or now.sentence != then.sentence) else None,
        share=_share(either, by, below),
        because=_without_hands_between(by, either.unit, below),
    )


def _same(now: Reason | None, then: Reason | None) -> bool:
    return (
        now is not None and then is not None and (now.value, now.value_text) == (then.value, then.value_text)
    )


def _by(now: Reason | None, then: Reason | None) -> float | None:
    """By how much an amount changed; a side that has no such step counts as nothing."""
    values = [side.value if side else 0 for side in (now, then)]
    if any(isinstance(value, bool) or not isinstance(value, int | float) for value in values):
        return None
    if (then or now).unit == "date":
        return None
    return values[1] - values[0]


def _changes_below(now: Reason | None, then: Reason | None) -> Iterator[Change]:
    """The changed steps that the two read, in the order of the later one."""
    if now is None or then is None or now.again or then.again:
        return  # all of it is new, gone, or told elsewhere: the trees themselves say the rest
    before, after = _lines(now), _lines(then)
    for key in dict.fromkeys([*after, *before]):
        both = before.get(key), after.get(key)
        if None in both and not _explains(both[0] or both[1]):
            continue
        if both[1] is None and then.sentence and then.sentence != now.sentence:
            continue  # the rule came out before it read this, and its sentence says why
        if change := difference(*both):
            yield change


def _explains(alone: Reason) -> bool:
    """Whether a line that only one side has says anything: a figure of the law or a nothing does not."""
    return alone.kind != "rate" and bool(alone.value)


def _lines(reason: Reason | None) -> dict[tuple, Reason]:
    """What a step read, each thing once: the facts or figures of one name are one line."""
    lines: dict[tuple, Reason] = {}
    for one in [*reason.children, *reason.left_out] if reason else ():
        key = (one.kind, one.name, one.about if one.kind == "rule" else None)
        if key not in lines:
            lines[key] = one
        elif one.kind != "rule":
            text = f"{lines[key].value_text}, {one.value_text}"
            lines[key] = replace(lines[key], value=None, value_text=text, who=None)
    return lines


def _share(step: Reason, by: float | None, below: Sequence[Change]) -> str | None:
    """The percentage that the step takes of the one change below it, if that is what happened."""
    if len(below) != 1 or not _alike(by, step.unit, below[0]):
        return None
    shares = [read for read in step.children if read.kind == "rate" and read.unit == "percent"]
    return next(
        (
            read.value_text
            for read in shares
            if read.value is not None and abs(abs(by) - read.value * abs(below[0].by)) <= PENNY
        ),
        None,
    )


def _without_hands_between(by: float | None, unit: str, below: tuple[Change, ...]) -> tuple[Change, ...]:
    """What changed below, past steps that only hand on the same change and say nothing of their own.

    A step that turns a rise into a fall is not one of them: it is what is taken off.
    """
    while (
        len(below) == 1
        and _alike(by, unit, below[0])
        and abs(by - below[0].by) <= PENNY
        and below[0].because
        and not (below[0].sentence or below[0].share)
    ):
        below = below[0].because
    return below


def _alike(by: float | None, unit: str, below: Change) -> bool:
    """Whether two steps are amounts over the same period."""
    return by is not None and below.by is not None and below.unit == unit
