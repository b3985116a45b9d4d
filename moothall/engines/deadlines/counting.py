"""The ways in which law counts days and months, each a named function. Dates in, dates out.

Law says "within 14 days *of*" or "*after*" a date, which leaves that date out, and "14 days *beginning
with*" a date, which counts it in. The answers are one day apart, so no function here takes a flag for it.
All give the *last day of the period*: what must be done may be done until that day is over.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def add_days(start: date, days: int) -> date:
    """The date `days` calendar days after `start` (before it, when negative)."""
    return start + timedelta(days=days)


def add_months(start: date, months: int) -> date:
    """The corresponding date `months` months on; the last day of that month where it has no such date.

    31 January and one month is 28 February, in a leap year 29 February. Going back works the same way; it
    does not always undo going forward (31 January → 28 February → 28 January).
    """
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def days_after(start: date, days: int) -> date:
    """Last day of a period of `days` days after `start`; `start` itself is not counted."""
    _require_some(days)
    return add_days(start, days)


def days_beginning_with(start: date, days: int) -> date:
    """Last day of a period of `days` days beginning with `start`, which is day 1."""
    _require_some(days)
    return add_days(start, days - 1)


def clear_days_after(start: date, days: int) -> date:
    """The first date on which a thing may happen when `days` clear days must lie between it and `start`."""
    _require_some(days)
    return add_days(start, days + 1)


def months_after(start: date, months: int) -> date:
    """Last day of a period of `months` months after `start`: the corresponding date rule.

    Notice served on 30 September, four months: 30 January (Dodds v Walker [1981] 1 WLR 1027, HL).
    """
    _require_some(months)
    return add_months(start, months)


def months_beginning_with(start: date, months: int) -> date:
    """Last day of a period of `months` months beginning with `start`: the day before the corresponding date.

    One month beginning with 1 March ends on 31 March. Where there is no corresponding date the month simply
    ends: one month beginning with 31 January ends on 28 February.
    """
    _require_some(months)
    corresponding = add_months(start, months)
    return add_days(corresponding, -1) if corresponding.day == start.day else corresponding


def _require_some(count: int) -> None:
    if count < 1:
        raise ValueError(f"a period has at least one day or month, not {count}")
