"""The functions and the counts of the rule language, as the checker reads them: arguments, units, what they
give.
"""

from __future__ import annotations

import ast
from datetime import date

from moothall.engines.facts import dates
from moothall.engines.facts.vocabulary import Group
from moothall.engines.rules import ir, units
from moothall.engines.rules.errors import Wrong
from moothall.engines.rules.rates import Rate
from moothall.engines.rules.ways import Way

COUNTS = ("sum", "max", "any", "all", "count")
FINANCIAL_DAYS = ir.Call("days_in_financial_year", (ir.OnDate(),))
CONVERT = {
    ("GBP/month", "GBP/week"): ("12", "52"), ("GBP/year", "GBP/week"): (None, "52"),
    ("GBP/week", "GBP/month"): ("52", "12"), ("GBP/year", "GBP/month"): (None, "12"),
    ("GBP/week", "GBP/year"): ("52", None), ("GBP/month", "GBP/year"): ("12", None),
}  # fmt: skip


class Counting:
    """sum, max, any, all and count over a group. One level only, so that cost stays linear in people."""

    def count(self, node: ast.Call, function: str, way: Way) -> tuple[tuple, str]:
        if self.signature.entity == "person":
            raise Wrong(
                node.lineno,
                "a person's rule counts nobody",
                "count in a @family rule, and read its name here",
            )
        if self.counted is not None:
            raise Wrong(node.lineno, "a count inside a count", "a rule of its own for the inner one")
        if len(node.args) != 1:
            raise Wrong(
                node.lineno, f"{function} takes one count", f"{function}(x for person in people if y)"
            )
        if function == "count" and isinstance(node.args[0], ast.Name):
            group, _ = self.group(node.args[0])
            return ir.Count("count", group.name, None, None), "number"
        if not isinstance(node.args[0], ast.GeneratorExp):
            raise Wrong(node.lineno, f"{function} needs a group", f"{function}(x for person in people if y)")
        return self.over(node.args[0], function, way)

    def over(self, node: ast.GeneratorExp, function: str, way: Way) -> tuple[tuple, str]:
        loop = node.generators[0]
        if len(node.generators) != 1 or loop.is_async:
            raise Wrong(node.lineno, "a count goes over one group", "for person in people")
        if not isinstance(loop.iter, ast.Name):
            raise Wrong(node.lineno, "a count goes over a named group", "for person in people")
        group, counted = self.group(loop.iter)
        if not isinstance(loop.target, ast.Name) or loop.target.id != counted:
            raise Wrong(
                node.lineno,
                f"{group.name} are counted one {counted} at a time",
                f"for {counted} in {group.name}",
            )
        self.counted = counted
        try:
            conditions = [self.condition(condition, way) for condition in loop.ifs]
            condition = ir.And(tuple(conditions)) if len(conditions) > 1 else (conditions or [None])[0]
            value, unit = self.counted_value(node.elt, function, counted, way)
        finally:
            self.counted = None
        return ir.Count(function, group.name, value, condition), unit

    def counted_value(
        self, node: ast.expr, function: str, counted: str, way: Way
    ) -> tuple[tuple | None, str]:
        if function == "count":
            if not isinstance(node, ast.Name) or node.id != counted:
                raise Wrong(
                    node.lineno,
                    f"count counts each {counted}",
                    f"count({counted} for {counted} in ... if ...)",
                )
            return None, "number"
        if function in ("any", "all"):
            return self.condition(node, way), "yes_no"
        value, unit = self.amount(node, way)
        return value, "number" if unit == units.ZERO else unit

    def group(self, node: ast.Name) -> tuple[Group, str]:
        """The group and whether it holds people or families, if this rule may count it."""
        name, line = node.id, node.lineno
        group = self.symbols.vocabulary.groups.get(name)
        if group is None:
            instead = ", ".join(self.symbols.vocabulary.groups)
            raise Wrong(line, f"'{name}' is not a group", instead)
        self.listed(name, line)
        entity = self.signature.entity
        if group.among == "families" and entity != "household":
            raise Wrong(line, "only a household's rule counts families", "people, or a @household rule")
        if group.among == "other_people" and entity != "family":
            raise Wrong(line, f"{name} are the others beside a family", "people, or a @family rule")
        self.reads["group"][name] = None
        if group.fact:
            self.reads["fact"][group.fact] = None
        return group, "family" if group.among == "families" else "person"


def _args(node: ast.Call, least: int, most: int, form: str) -> list[ast.expr]:
    if not least <= len(node.args) <= most:
        raise Wrong(node.lineno, f"{node.func.id} takes other values", form)
    return node.args


def _least_or_most(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    args = _args(node, 2, 8, f"{node.func.id}(a, b)")
    values, unit = [], None
    for arg in args:
        value, found = reader.read(arg, way)
        unit = found if unit is None else units.same(f"{node.func.id} of", unit, found)
        values.append(value)
    if not units.is_amount(unit) and unit != "date":
        raise Wrong(node.lineno, f"{node.func.id} of {units.in_words(unit)}", "money, numbers or dates")
    return ir.Call(node.func.id, tuple(values)), unit


def _whole(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    (arg,) = _args(node, 1, 1, f"{node.func.id}(number)")
    value, unit = reader.amount(arg, way)
    if units.is_money(unit):
        instead = "round_down, round_up or round_half_up, which round money to a penny or to a rate"
        raise Wrong(node.lineno, f"{node.func.id} of money", instead)
    return ir.Call(node.func.id, (value,)), "number"


def _round(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    args = _args(node, 1, 2, f"{node.func.id}(amount) or {node.func.id}(amount, step)")
    value, unit = reader.amount(args[0], way)
    if len(args) == 1:
        return ir.Call(node.func.id, (value,)), unit
    step, step_unit = reader.read(args[1], way)
    if units.is_money(unit) and step_unit == "number":
        raise Wrong(
            node.lineno,
            "money rounded to a plain number",
            f"{node.func.id}(amount) for a penny, or a step in rates.yaml",
        )
    if not reader.positive(step):
        raise Wrong(node.lineno, "the step could be 0 or less", "a number above 0, or a rate")
    return ir.Call(node.func.id, (value, step)), units.same("rounding", unit, step_unit)


def _dates(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    args = _args(node, 2, 2, f"{node.func.id}(earlier, later)")
    return ir.Call(node.func.id, tuple(_date(reader, arg, way) for arg in args)), "number"


def _date(reader, node: ast.expr, way: Way) -> tuple:
    value, unit = reader.read(node, way)
    if unit not in ("date", units.UNKNOWN):
        raise Wrong(
            node.lineno,
            f"{units.in_words(unit)} where a date is needed",
            "a date fact, on_date or date(y, m, d)",
        )
    return value


def _add_months(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    args = _args(node, 2, 2, "add_months(day, 12)")
    day = _date(reader, args[0], way)
    months, unit = reader.amount(args[1], way)
    if units.is_money(unit):
        raise Wrong(node.lineno, "the months are money", "add_months(day, 12)")
    return ir.Call("add_months", (day, months)), "date"


def _convert(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    (arg,) = _args(node, 1, 1, f"{node.func.id}(amount)")
    value, unit = reader.amount(arg, way)
    to = units.CONVERSIONS[node.func.id]
    if unit in (units.ZERO, units.UNKNOWN):
        return value, to
    if unit == to:
        raise Wrong(node.lineno, f"this is {unit} already", "the amount alone")
    if (unit, to) not in CONVERT:
        raise Wrong(
            node.lineno,
            f"{units.in_words(unit)} has no period to change",
            "an amount a week, a month or a year",
        )
    times, over = CONVERT[unit, to]
    if times:
        value = ir.Bin("*", value, ir.Num(times))
    return (ir.Bin("/", value, ir.Num(over)) if over else value), to


def _by_days(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    """A year's amount a week by the days of the financial year: times 7, over 365 or 366; or back."""
    to_week = node.func.id == "per_week_by_days"
    source, to = ("GBP/year", "GBP/week") if to_week else ("GBP/week", "GBP/year")
    (arg,) = _args(node, 1, 1, f"{node.func.id}(amount)")
    value, unit = reader.read(arg, way)
    if unit not in (source, units.UNKNOWN):
        raise Wrong(
            node.lineno, f"{units.in_words(unit)} where {source} is needed", "yearly(...) or weekly(...)"
        )
    seven = ir.Num("7")
    if to_week:
        return ir.Bin("/", ir.Bin("*", value, seven), FINANCIAL_DAYS), to
    return ir.Bin("/", ir.Bin("*", value, FINANCIAL_DAYS), seven), to


def _financial_days(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    (arg,) = _args(node, 1, 1, "days_in_financial_year(on_date)")
    return ir.Call("days_in_financial_year", (_date(reader, arg, way),)), "number"


def _day(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    args = _args(node, 3, 3, "date(2026, 4, 1)")
    numbers = [arg.value if isinstance(arg, ast.Constant) else None for arg in args]
    try:
        if not all(type(number) is int for number in numbers):
            raise ValueError(numbers)
        return ir.Day(dates.to_number(date(*numbers))), "date"
    except (ValueError, OverflowError):
        raise Wrong(node.lineno, "this is not a day of the calendar", "date(2026, 4, 1)") from None


def _rate(reader, node: ast.expr, of: str) -> Rate:
    rate = reader.symbols.rates.get(node.id) if isinstance(node, ast.Name) else None
    if rate is None or rate.of != of:
        raise Wrong(
            node.lineno,
            f"the first value is not a {of} table of rates.yaml",
            f"the name of a rate with `of: {of}`",
        )
    reader.listed(rate.name, node.lineno)
    reader.reads["rate"][rate.name] = None
    return rate


def _band(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    args = _args(node, 2, 2, "band(table, amount)")
    rate = _rate(reader, args[0], "band")
    value, unit = reader.read(args[1], way)
    units.same(f"looking up in {rate.name}", rate.by[0], unit)
    return ir.Band(rate.name, value), rate.type


def _lookup(reader, node: ast.Call, way: Way) -> tuple[tuple, str]:
    args = _args(node, 2, 6, "lookup(table, key)")
    rate = _rate(reader, args[0], "lookup")
    if len(rate.by) != len(args) - 1:
        raise Wrong(
            node.lineno,
            f"{rate.name} is looked up by {', '.join(rate.by)}",
            f"lookup({rate.name}, {', '.join(rate.by)})",
        )
    keys = []
    for key, arg in zip(rate.by, args[1:], strict=True):
        wanted = "yes_no" if key == "yes_no" else f"choice:{key}"
        value, unit = reader.read(arg, way, expected=wanted)
        units.same(f"looking up in {rate.name}", wanted, unit)
        keys.append(value)
    return ir.Look(rate.name, tuple(keys)), rate.type


CALLS = {
    "min": _least_or_most, "max": _least_or_most, "floor": _whole, "ceil": _whole, "round_half_up": _round,
    "round_down": _round, "round_up": _round, "years_between": _dates, "days_between": _dates,
    "add_months": _add_months, "weekly": _convert, "monthly": _convert, "yearly": _convert,
    "per_week_by_days": _by_days, "per_year_by_days": _by_days, "days_in_financial_year": _financial_days,
    "date": _day, "band": _band, "lookup": _lookup,
}  # fmt: skip
