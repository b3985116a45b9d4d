"""The figures of a service: the days on which they change, and how long each may last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from moothall.engines.facts import Fault, dates
from moothall.engines.facts.yaml_lines import Rows, Table, read_yaml
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.local_schemes import RATES_OF_SHEETS


def years_of_rates(files: Mapping[str, str]) -> Iterator[Fault]:
    """A figure of a year says whether it ends with it: else last year's would answer for the next."""
    for path, text in files.items():
        if not path.endswith("/rates.yaml"):
            continue
        rates = read_yaml(path, text.encode())
        for name, rate in rates.items():
            if "yearly" not in rate and (why := _is_of_a_year(rate)):
                expected = "yearly: true, or yearly: no for a figure that stays until another is set"
                yield Fault(
                    path,
                    rates.line_of(name),
                    f"{name} {why}, and does not say whether it is yearly",
                    expected,
                )


def _is_of_a_year(rate: Table) -> str:
    """Why the figure looks like one of a year, in words; nothing when it does not."""
    if str(rate.get("unit")) == "GBP/year":
        return "is an amount a year"
    rows = rate.get("rows")
    starts = [str(row.get("from")) for row in rows] if isinstance(rows, Rows) else []
    for one, other in pairwise(starts):
        if one[4:] == other[4:] and int(other[:4]) == int(one[:4]) + 1:
            return f"has a row from {one} and one a year later"
    return ""


def days_of_rates(definition: Definition) -> list[date]:
    """The first days of rows, from the first day on which every rate has one."""
    firsts = [
        min(row.start for row in rate.rows) for rate in definition.rule_book.rates.values() if rate.rows
    ]
    if not firsts:
        return [date(2026, 4, 1)]
    law = [rate for name, rate in definition.rule_book.rates.items() if name not in RATES_OF_SHEETS]
    days = {row.start for rate in law for row in rate.rows}
    # A sheet counts from its first day. On the day after its last national law need not have figures yet.
    days |= {dates.to_number(date.fromisoformat(sheet.start)) for sheet in definition.sheets}
    return [dates.to_date(day) for day in sorted(days) if day >= max(firsts)]


def summary(definition: Definition, cases: int) -> str:
    """What is said of a service in which nothing is wrong."""
    rows = [row for rate in definition.rule_book.rates.values() for row in rate.rows]
    unverified = sum(1 for row in rows if not row.verified)
    forecasts = sum(1 for row in rows if row.is_forecast)
    return (
        f"well. {len(definition.rule_book.versions)} rules, {len(rows)} figures ({unverified} wait for a "
        f"check against the law, {forecasts} of them forecasts), {cases} worked cases agree."
    )
