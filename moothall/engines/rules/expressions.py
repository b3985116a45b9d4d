"""Expressions of a rule's body: names resolved, units inferred, everything unexpected refused."""

from __future__ import annotations

import ast
from typing import NoReturn

from moothall.engines.facts.vocabulary import Group
from moothall.engines.rules import ir, units
from moothall.engines.rules.calls import CALLS, COUNTS, Counting
from moothall.engines.rules.errors import Wrong
from moothall.engines.rules.rates import Rate
from moothall.engines.rules.signatures import FUNCTIONS, ON_DATE, Signature
from moothall.engines.rules.symbols import Symbols
from moothall.engines.rules.ways import Way

OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
COMPARISONS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}
DOING = {"+": "adding", "-": "taking away"}
ZERO = ir.Num("0")


class Expressions(Counting):
    """Reads the expressions of one rule. `counted` is the subject of the count that is being read, if any."""

    def __init__(self, signature: Signature, symbols: Symbols, slots: dict[str, int]):
        self.signature, self.symbols, self.slots = signature, symbols, slots
        self.used: set[str] = set()
        # Dictionaries for their order: nothing that reaches the emitted text may come from a set.
        self.reads: dict[str, dict[str, None]] = {"fact": {}, "rule": {}, "rate": {}, "group": {}}
        self.counted: str | None = None

    def read(self, node: ast.expr, way: Way, expected: str | None = None) -> tuple[tuple, str]:
        """The typed form and the unit. `expected` lets a string be read as one of a choice's codes."""
        reader = _READERS.get(type(node))
        if reader is None:
            raise Wrong(
                node.lineno, "this is not part of the rule language", "names, numbers, + - * /, and functions"
            )
        try:
            return reader(self, node, way, expected)
        except units.Mismatch as mismatch:
            raise Wrong(node.lineno, mismatch.message, mismatch.instead) from None

    def condition(self, node: ast.expr, way: Way) -> tuple:
        value, unit = self.read(node, way)
        if unit not in ("yes_no", units.UNKNOWN):
            raise Wrong(
                node.lineno, f"{units.in_words(unit)} where yes or no is needed", "a comparison, like x > 0"
            )
        return value

    def amount(self, node: ast.expr, way: Way) -> tuple[tuple, str]:
        value, unit = self.read(node, way)
        if not units.is_amount(unit):
            raise Wrong(node.lineno, f"{units.in_words(unit)} is not an amount", "money or a plain number")
        return value, unit

    def not_covered(self, node: ast.expr) -> ast.Constant | None:
        """The sentence of `not_covered("...")`, or None when the expression is something else."""
        if (
            not isinstance(node, ast.Call)
            or not isinstance(node.func, ast.Name)
            or node.func.id != "not_covered"
        ):
            return None
        text = node.args[0] if len(node.args) == 1 and not node.keywords else None
        if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
            raise Wrong(
                node.lineno, "not_covered says why", 'not_covered("Your council decides this itself.")'
            )
        return text

    # Names and literals

    def name(self, node: ast.Name, way: Way, expected: str | None) -> tuple[tuple, str]:
        name, line = node.id, node.lineno
        if name in way.names:
            self.used.add(name)
            return ir.Local(self.slots[name], name), way.names[name]
        if name in self.slots:
            raise Wrong(line, f"{name} is not set on this way", "set it above, in every branch")
        if name in FUNCTIONS:
            raise Wrong(line, f"{name} is a function", f"{name}(...)")
        if not self.symbols.knows(name):
            instead = self.symbols.close_to(name, list(way.names))
            raise Wrong(line, f"'{name}' is not a fact, a rate or a rule", instead)
        thing = self.symbols.get(name)
        if isinstance(thing, Group):
            raise Wrong(
                line, f"{name} is a group of people", f"count({name}), or sum(... for person in {name})"
            )
        if name == ON_DATE:
            self.listed(name, line)
            return ir.OnDate(), "date"
        unit = self.symbols.unit_of(thing, line)
        if isinstance(thing, Rate):
            self.listed(name, line)
            if thing.of != "scalar":
                call = "band(" if thing.of == "band" else "lookup("
                raise Wrong(line, f"{name} is a table", f"{call}{name}, ...)")
            self.reads["rate"][name] = None
            return ir.RateRef(name), unit
        return self.subject_name(name, thing, unit, line)

    def subject_name(self, name: str, thing, unit: str, line: int) -> tuple[tuple, str]:
        is_rule = isinstance(thing, Signature)
        about = thing.entity if is_rule else thing.about
        where = self.symbols.whose(name, about, self.signature.entity, self.counted, line)
        if where != "each":
            self.listed(name, line)
        self.used.add(name)
        self.reads["rule" if is_rule else "fact"][name] = None
        return (ir.RuleRef(name, where) if is_rule else ir.FactRef(name, where)), unit

    def listed(self, name: str, line: int) -> None:
        """Parameters are the graph that people read, so what is used must be listed."""
        self.used.add(name)
        if name not in self.signature.parameters:
            raise Wrong(line, f"{name} is not a parameter", f"def {self.signature.name}(..., {name})")

    def constant(self, node: ast.Constant, way: Way, expected: str | None) -> tuple[tuple, str]:
        value = node.value
        if isinstance(value, bool):
            return ir.Bool(value), "yes_no"
        if isinstance(value, int | float):
            text = self.signature.lexed.numbers[(node.lineno, node.col_offset)]
            return (ZERO, units.ZERO) if float(text) == 0 else (ir.Num(text), "number")
        if isinstance(value, str) and expected and expected.startswith("choice:"):
            return self.code(value, expected, node.lineno), expected
        raise Wrong(
            node.lineno, "words where a value is needed", "a name, a number, or a choice compared with =="
        )

    def code(self, code: str, unit: str, line: int) -> ir.Code:
        fact = self.symbols.vocabulary[unit[7:]]
        if code not in fact.codes:
            raise Wrong(line, f"'{code}' is not a choice of {fact.name}", ", ".join(fact.codes))
        return ir.Code(code)

    # Operators

    def arithmetic(self, node: ast.BinOp, way: Way, expected: str | None) -> tuple[tuple, str]:
        op = OPERATORS.get(type(node.op))
        if op is None:
            raise Wrong(node.lineno, "this operator is not part of the rule language", "+ - * /")
        first, first_unit = self.read(node.left, way)
        second, second_unit = self.read(node.right, way)
        if op == "*":
            return ir.Bin(op, first, second), units.multiply(first_unit, second_unit)
        if op == "/":
            self.divisor(second, way, node.lineno)
            return ir.Bin(op, first, second), units.divide(first_unit, second_unit)
        unit = units.same(DOING[op], first_unit, second_unit)
        if not units.is_amount(unit):
            instead = (
                "days_between(a, b) or add_months(day, n)" if unit == "date" else "money or a plain number"
            )
            raise Wrong(node.lineno, f"{DOING[op]}: {units.in_words(unit)} is not an amount", instead)
        return ir.Bin(op, first, second), unit

    def divisor(self, node: tuple, way: Way, line: int) -> None:
        if not self.never_zero(node, way):
            instead = "divide by a number or a rate, or write: if x == 0: return ..."
            raise Wrong(line, "dividing by something that could be 0", instead)

    def never_zero(self, node: tuple, way: Way) -> bool:
        if isinstance(node, ir.Num):
            return float(node.text) != 0
        if isinstance(node, ir.RateRef | ir.Band | ir.Look):
            return self.symbols.rates[node.rate].is_positive
        if isinstance(node, ir.Bin) and node.op == "*":
            return self.never_zero(node.first, way) and self.never_zero(node.second, way)
        if isinstance(node, ir.Call) and node.function == "max":
            return any(self.positive(arg) for arg in node.args)
        return node in way.nonzero or (
            isinstance(node, ir.Call) and node.function == "days_in_financial_year"
        )

    def positive(self, node: tuple) -> bool:
        if isinstance(node, ir.Num):
            return float(node.text) > 0
        return isinstance(node, ir.RateRef) and self.symbols.rates[node.rate].is_positive

    def unary(self, node: ast.UnaryOp, way: Way, expected: str | None) -> tuple[tuple, str]:
        if isinstance(node.op, ast.Not):
            return ir.Not(self.condition(node.operand, way)), "yes_no"
        if not isinstance(node.op, ast.USub):
            raise Wrong(node.lineno, "a plus or ~ before a value", "the value alone")
        value, unit = self.amount(node.operand, way)
        return ir.Bin("-", ZERO, value), unit

    def both_or_either(self, node: ast.BoolOp, way: Way, expected: str | None) -> tuple[tuple, str]:
        """In `x > 0 and y / x > 2` the right side may rely on the left."""
        is_and = isinstance(node.op, ast.And)
        parts = []
        for part in node.values:
            parts.append(self.condition(part, way))
            way = way.knowing(nonzero_when(parts[-1], is_and))
        return (ir.And if is_and else ir.Or)(tuple(parts)), "yes_no"

    def compare(self, node: ast.Compare, way: Way, expected: str | None) -> tuple[tuple, str]:
        if len(node.ops) != 1:
            raise Wrong(node.lineno, "two comparisons in one", "a < b and b < c")
        first, unit = self.read(node.left, way)
        if isinstance(node.ops[0], ast.In | ast.NotIn):
            return self.is_in(node, first, unit), "yes_no"
        op = COMPARISONS.get(type(node.ops[0]))
        if op is None:
            raise Wrong(node.lineno, "this comparison is not part of the rule language", "== != < <= > >=")
        second, second_unit = self.read(node.comparators[0], way, expected=unit)
        unit = units.same("comparing", unit, second_unit)
        if unit == "yes_no":
            raise Wrong(node.lineno, "yes or no is not compared", "x, or not x")
        if unit.startswith("choice:") and op not in ("==", "!="):
            raise Wrong(node.lineno, f"{units.in_words(unit)} has no order", '== or in ("...", "...")')
        return ir.Cmp(op, first, second), "yes_no"

    def is_in(self, node: ast.Compare, value: tuple, unit: str) -> ir.IsIn:
        if not unit.startswith("choice:"):
            raise Wrong(node.lineno, f"`in` asks about a choice, not {units.in_words(unit)}", "a comparison")
        options = node.comparators[0]
        texts = options.elts if isinstance(options, ast.Tuple) else []
        if not texts or not all(
            isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
        ):
            raise Wrong(node.lineno, "`in` needs the choices in brackets", 'tenure in ("owner", "mortgage")')
        codes = tuple(self.code(text.value, unit, text.lineno).code for text in texts)
        if len(set(codes)) != len(codes):
            raise Wrong(node.lineno, "a choice stands twice", "each choice once")
        return ir.IsIn(value, codes, isinstance(node.ops[0], ast.NotIn))

    def choose(self, node: ast.IfExp, way: Way, expected: str | None) -> tuple[tuple, str]:
        condition = self.condition(node.test, way)
        yes, yes_unit = self.read(node.body, way.knowing(nonzero_when(condition, True)), expected)
        no, no_unit = self.read(node.orelse, way.knowing(nonzero_when(condition, False)), expected)
        return ir.Choose(condition, yes, no), units.same("choosing", yes_unit, no_unit)

    def call(self, node: ast.Call, way: Way, expected: str | None) -> tuple[tuple, str]:
        if not isinstance(node.func, ast.Name):
            raise Wrong(node.lineno, "only named functions can be called", ", ".join(FUNCTIONS))
        name = node.func.id
        if node.keywords or any(isinstance(arg, ast.Starred) for arg in node.args):
            raise Wrong(node.lineno, f"{name} takes plain values only", f"{name}(a, b)")
        if name == "not_covered":
            raise Wrong(node.lineno, "not_covered is an answer, not a value", 'return not_covered("...")')
        counts = name in COUNTS and (
            name != "max" or isinstance(node.args[:1] and node.args[0], ast.GeneratorExp)
        )
        if counts:
            return self.count(node, name, way)
        if name not in CALLS:
            self.unknown_function(name, node.lineno)
        return CALLS[name](self, node, way)

    def unknown_function(self, name: str, line: int) -> NoReturn:
        if self.symbols.knows(name):
            raise Wrong(line, f"{name} is not a function", f"the name alone: {name}")
        raise Wrong(line, f"'{name}' is not a function", ", ".join(FUNCTIONS))


def nonzero_when(condition: tuple, truth: bool) -> frozenset:
    """What cannot be 0 once the condition is known to be `truth`."""
    if isinstance(condition, ir.Not):
        return nonzero_when(condition.part, not truth)
    if isinstance(condition, ir.And | ir.Or):
        if isinstance(condition, ir.And) is not truth:
            return frozenset()
        return frozenset().union(*[nonzero_when(part, truth) for part in condition.parts])
    if not isinstance(condition, ir.Cmp):
        return frozenset()
    holds = {"==": (), "!=": ("!=",), "<": ("<",), ">": (">",), "<=": (), ">=": ()}
    fails = {"==": ("!=",), "!=": (), "<": (), ">": (), "<=": (">",), ">=": ("<",)}
    if not (holds if truth else fails)[condition.op]:
        return frozenset()
    if condition.second == ZERO:
        return frozenset((condition.first,))
    return frozenset((condition.second,)) if condition.first == ZERO else frozenset()


_READERS = {
    ast.Name: Expressions.name, ast.Constant: Expressions.constant, ast.BinOp: Expressions.arithmetic,
    ast.UnaryOp: Expressions.unary, ast.BoolOp: Expressions.both_or_either, ast.Compare: Expressions.compare,
    ast.IfExp: Expressions.choose, ast.Call: Expressions.call,
}  # fmt: skip
