"""Dates that law sets: working days by nation, counting, clocks that stop, and what day it is in law.

Plain functions of their arguments: no clock is read here, and "today" is always passed in.
"""

from moothall.engines.deadlines.calendar import Calendar
from moothall.engines.deadlines.clock import Clock, Stop
from moothall.engines.deadlines.counting import (
    add_days,
    add_months,
    clear_days_after,
    days_after,
    days_beginning_with,
    months_after,
    months_beginning_with,
)
from moothall.engines.deadlines.errors import BadCalendar, CalendarRunsOut, ClockOutOfOrder, DeadlineError
from moothall.engines.deadlines.legal import day_begins, legal_date
from moothall.engines.deadlines.reading import read_calendars

__all__ = [
    "BadCalendar",
    "Calendar",
    "CalendarRunsOut",
    "Clock",
    "ClockOutOfOrder",
    "DeadlineError",
    "Stop",
    "add_days",
    "add_months",
    "clear_days_after",
    "day_begins",
    "days_after",
    "days_beginning_with",
    "legal_date",
    "months_after",
    "months_beginning_with",
    "read_calendars",
]
