"""What a condition tells about the names in it, for the interval reading: inside `if savings > limit`,
savings are above the limit.

Only names are narrowed, never sums of them. A narrowing that would leave nothing possible is not made: the
walk came this way because its wider view allowed it, and a view too wide is still true.
"""

from __future__ import annotations

from collections.abc import Callable

from moothall.engines.rules import ir
from moothall.engines.rules.spans import NO, YES, Either, OneOf, Possible, Span

NAMES = frozenset({ir.FactRef, ir.RuleRef, ir.Local})
OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def narrow(condition: tuple, truth: bool, names: dict, value: Callable[[tuple], Possible]) -> dict:
    """`names` with what the condition being `truth` tells. `value` gives the possible values of a node."""
    if isinstance(condition, ir.Not):
        return narrow(condition.part, not truth, names, value)
    if isinstance(condition, ir.And | ir.Or):
        if isinstance(condition, ir.And) is truth:
            for part in condition.parts:
                names = narrow(part, truth, names, value)
        return names
    if type(condition) in NAMES:
        return {**names, condition: YES if truth else NO}
    if isinstance(condition, ir.IsIn) and type(condition.value) in NAMES:
        return _codes(condition.value, condition.codes, truth is not condition.negated, names, value)
    if isinstance(condition, ir.Cmp):
        op = condition.op if truth else OPPOSITE[condition.op]
        names = _compared(op, condition.first, condition.second, names, value)
        return _compared(MIRRORED[op], condition.second, condition.first, names, value)
    return names


def _compared(op: str, node: tuple, other: tuple, names: dict, value: Callable[[tuple], Possible]) -> dict:
    if type(node) not in NAMES:
        return names
    known, limit = names.get(node) or value(node), value(other)
    if isinstance(known, OneOf):
        return _codes(node, limit.codes, op == "==", names, value) if op == "==" or limit.is_single else names
    if isinstance(known, Either) or op == "!=":
        return names
    low, high = known
    if op in ("<", "<=", "=="):
        high = min(high, limit.high)
    if op in (">", ">=", "=="):
        low = max(low, limit.low)
    return {**names, node: Span(low, high)} if low <= high else names


def _codes(node: tuple, codes: tuple, inside: bool, names: dict, value: Callable[[tuple], Possible]) -> dict:
    known = names.get(node) or value(node)
    left = tuple(code for code in known.codes if (code in codes) is inside)
    return {**names, node: OneOf(left)} if left else names
