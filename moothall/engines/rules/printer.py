"""Prints typed rules as Python text that holds only our own names.

`F`, `R`, `T`, `B`, `L`, `G` read a fact, a rule, a rate, a band, a look-up and a group; `D` and `N` are the
ways out; `v3` is a local name, `c5` a literal, `x_floor` a function. Bound to doubles it is the lazy reading;
the same text bound to rationals is the exact one, because literals are names too. The text depends on nothing
but the rules, so that its hash is a key for the compiled code.
"""

from __future__ import annotations

from dataclasses import dataclass

from moothall.engines.facts.vocabulary import Vocabulary
from moothall.engines.rules import ir
from moothall.engines.rules.lexer import PLACEHOLDER

# How emitted text reaches the one whose name is read: `e` is the rule's subject, `p` the one that a count
# looks at.
WHERE = {
    "own": "e",
    "each": "p",
    "family": "e.family",
    "household": "e.household",
    "case": "e.household.case",
}
COUNTS = {"sum": "S", "max": "M", "any": "A", "all": "E", "count": "C"}


@dataclass
class Numbers:
    """The number by which emitted text calls each fact, rule, rate and group, and each literal."""

    facts: dict[str, int]
    rules: dict[str, int]
    rates: dict[str, int]
    groups: dict[str, int]
    literals: dict[str, int]

    @classmethod
    def of(cls, rules: list[ir.Rule], rates: list[str], vocabulary: Vocabulary) -> Numbers:
        names = list(dict.fromkeys(rule.name for rule in rules))
        return cls(
            facts=_number(list(vocabulary.facts)), rules=_number(names), rates=_number(rates),
            groups=_number(list(vocabulary.groups)), literals={},
        )  # fmt: skip


def _number(names: list[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def print_rules(rules: list[ir.Rule], numbers: Numbers) -> str:
    """The text of all versions of all rules: `r0`, `r1`, … in their order."""
    printer = _Printer(numbers)
    return "\n".join(printer.rule(version, rule) for version, rule in enumerate(rules)) + "\n"


class _Printer:
    def __init__(self, numbers: Numbers):
        self.numbers = numbers
        self.number = 0
        self.sentences: tuple = ()
        self.slots: dict[str, int] = {}

    def rule(self, version: int, rule: ir.Rule) -> str:
        self.number = self.numbers.rules[rule.name]
        self.sentences = rule.sentences
        self.slots = {name: slot for slot, (name, _) in enumerate(rule.locals)}
        lines = [f"def r{version}(e):", "    q = []"]
        self.block(rule.body, "    ", lines)
        return "\n".join(lines)

    def block(self, statements: tuple, indent: str, lines: list[str]) -> None:
        for statement in statements:
            kind = type(statement)
            if kind is ir.Set:
                lines.append(f"{indent}v{statement.slot} = {self.show(statement.value)}")
            elif kind is ir.If:
                self.branches(statement, indent, lines)
            elif kind is ir.Return:
                kept = self.kept(statement.branch)
                value = self.show(statement.value)
                lines.append(f"{indent}return D(e, {self.number}, q, {value}, {statement.branch}, {kept})")
            else:
                kept = self.kept(statement.branch)
                lines.append(f"{indent}N(e, {self.number}, q, {statement.branch}, {kept})")

    def branches(self, statement: ir.If, indent: str, lines: list[str]) -> None:
        """An else that is one if is printed as elif, so that a long chain is not nested deeply."""
        word = "if"
        while True:
            lines.append(f"{indent}{word} {self.show(statement.condition)}:")
            self.block(statement.then, indent + "    ", lines)
            if not statement.then:
                lines.append(f"{indent}    0")
            rest = statement.otherwise
            if len(rest) != 1 or type(rest[0]) is not ir.If:
                break
            statement, word = rest[0], "elif"
        if rest:
            lines.append(f"{indent}else:")
            self.block(rest, indent + "    ", lines)

    def kept(self, branch: int) -> str:
        """The local values that the branch's sentence shows."""
        names = dict.fromkeys(PLACEHOLDER.findall(self.sentences[branch] or ""))
        kept = [f"({name!r}, v{self.slots[name]})" for name in names if name in self.slots]
        return f"({', '.join(kept)},)" if kept else "()"

    def show(self, node: tuple) -> str:
        return _SHOW[type(node)](self, node)

    def literal(self, node: ir.Num) -> str:
        literals = self.numbers.literals
        return f"c{literals.setdefault(node.text, len(literals))}"

    def fact(self, node: ir.FactRef) -> str:
        return f"F({WHERE[node.where]}, q, {self.numbers.facts[node.fact]})"

    def rule_value(self, node: ir.RuleRef) -> str:
        return f"R({WHERE[node.where]}, q, {self.numbers.rules[node.rule]})"

    def band(self, node: ir.Band) -> str:
        return f"B(q, {self.numbers.rates[node.rate]}, {self.show(node.value)})"

    def look(self, node: ir.Look) -> str:
        keys = ", ".join(self.show(key) for key in node.keys)
        return f"L(q, {self.numbers.rates[node.rate]}, ({keys},))"

    def is_in(self, node: ir.IsIn) -> str:
        word = "not in" if node.negated else "in"
        return f"({self.show(node.value)} {word} {node.codes!r})"

    def choose(self, node: ir.Choose) -> str:
        return f"({self.show(node.yes)} if {self.show(node.condition)} else {self.show(node.no)})"

    def call(self, node: ir.Call) -> str:
        return f"x_{node.function}({', '.join(self.show(arg) for arg in node.args)})"

    def count(self, node: ir.Count) -> str:
        group = f"G(e, {self.numbers.groups[node.group]})"
        if node.value is None and node.condition is None:
            return f"C({group})"
        value = "p" if node.value is None else self.show(node.value)
        condition = f" if {self.show(node.condition)}" if node.condition is not None else ""
        return f"{COUNTS[node.function]}({value} for p in {group}{condition})"

    def joined(self, word: str, parts: tuple) -> str:
        return "(" + f" {word} ".join(self.show(part) for part in parts) + ")"


_SHOW = {
    ir.Num: _Printer.literal,
    ir.Bool: lambda self, node: repr(bool(node.value)),
    ir.Code: lambda self, node: repr(node.code),
    ir.Day: lambda self, node: repr(node.number),
    ir.OnDate: lambda self, node: "on_date",
    ir.Local: lambda self, node: f"v{node.slot}",
    ir.RateRef: lambda self, node: f"T(q, {self.numbers.rates[node.rate]})",
    ir.FactRef: _Printer.fact,
    ir.RuleRef: _Printer.rule_value,
    ir.Bin: lambda self, node: f"({self.show(node.first)} {node.op} {self.show(node.second)})",
    ir.Cmp: lambda self, node: f"({self.show(node.first)} {node.op} {self.show(node.second)})",
    ir.IsIn: _Printer.is_in,
    ir.And: lambda self, node: self.joined("and", node.parts),
    ir.Or: lambda self, node: self.joined("or", node.parts),
    ir.Not: lambda self, node: f"(not {self.show(node.part)})",
    ir.Choose: _Printer.choose,
    ir.Call: _Printer.call,
    ir.Band: _Printer.band,
    ir.Look: _Printer.look,
    ir.Count: _Printer.count,
}  # fmt: skip
