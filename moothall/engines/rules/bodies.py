"""The body of a rule: statements, ways out and their sentences, translated to the typed form.

Each branch either returns or does not, and a name is set in all branches or in none: the result is a plain
decision tree without hidden state. Anything that is not expected is refused; there is no list of forbidden
things.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from moothall.engines.rules import ir, units
from moothall.engines.rules.errors import Wrong
from moothall.engines.rules.expressions import Expressions, nonzero_when
from moothall.engines.rules.lexer import PLACEHOLDER
from moothall.engines.rules.signatures import RESERVED, Signature
from moothall.engines.rules.symbols import Symbols
from moothall.engines.rules.ways import Way

MOST_IFS = 8
MOST_ELIFS = 40


class Body:
    """One rule's body. `report` takes each fault; translation goes on with the next statement."""

    def __init__(self, signature: Signature, symbols: Symbols, report: Callable[[Wrong], None]):
        self.signature, self.symbols, self.report = signature, symbols, report
        self.slots: dict[str, int] = {}
        self.units: dict[str, str] = {}
        self.set_at: dict[str, int] = {}
        self.sentences: list[str | None] = []
        self.expressions = Expressions(signature, symbols, self.slots)

    def translate(self) -> ir.Rule:
        signature = self.signature
        body, end = self.block(signature.body, Way({}, frozenset()), 0)
        if end is not None:
            line = signature.body[-1].lineno if signature.body else signature.line
            self.report(Wrong(line, f"a way through {signature.name} ends without an answer", "return ..."))
        for name, line in signature.parameters.items():
            if name not in self.expressions.used and self.symbols.knows(name):
                instead = "take it out of the parameters"
                self.report(Wrong(line, f"the parameter {name} is not used", instead))
        for name, line in self.set_at.items():
            if name not in self.expressions.used:
                self.report(Wrong(line, f"the name {name} is set and never used", "take its line out"))
        reads = self.expressions.reads
        return ir.Rule(
            name=signature.name, entity=signature.entity, law=signature.law, since=signature.since,
            until=signature.until, unit=signature.unit, says=signature.says, body=body,
            sentences=tuple(self.sentences), parameters=tuple(signature.parameters),
            locals=tuple((name, self.units.get(name, units.UNKNOWN)) for name in self.slots),
            facts=tuple(reads["fact"]), rules=tuple(reads["rule"]), rates=tuple(reads["rate"]),
            groups=tuple(reads["group"]), file=signature.file, line=signature.line,
        )  # fmt: skip

    def block(self, statements: list[ast.stmt], way: Way, depth: int) -> tuple[tuple, Way | None]:
        """The statements in order, and the way after them; None when every way has returned."""
        done: list[tuple] = []
        sentence: ast.Constant | None = None
        for statement in statements:
            if way is None:
                self.report(Wrong(statement.lineno, "this is never reached", "nothing after a return"))
                break
            if sentence is not None and not isinstance(statement, ast.Return):
                self.report(
                    Wrong(sentence.lineno, "a sentence stands before a return", "the sentence, then return")
                )
                sentence = None
            if isinstance(statement, ast.Expr) and _is_text(statement.value):
                sentence = statement.value
                continue
            try:
                made, way = self.statement(statement, way, depth, sentence)
                done.append(made)
            except Wrong as wrong:
                self.report(wrong)
                way = self.after_fault(statement, way)
            sentence = None
        if sentence is not None:
            self.report(
                Wrong(sentence.lineno, "a sentence stands before a return", "the sentence, then return")
            )
        return tuple(done), way

    def after_fault(self, statement: ast.stmt, way: Way) -> Way | None:
        """Go on as if the statement had been right, so that one fault is reported once."""
        if isinstance(statement, ast.Return):
            return None
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            name = statement.targets[0].id
            self.slots.setdefault(name, len(self.slots))
            return way.with_name(name, units.UNKNOWN)
        return way

    def statement(
        self, statement: ast.stmt, way: Way, depth: int, sentence: ast.Constant | None
    ) -> tuple[tuple, Way | None]:
        if isinstance(statement, ast.Assign):
            return self.assign(statement, way)
        if isinstance(statement, ast.If):
            return self.branch(statement, way, depth)
        if isinstance(statement, ast.Return):
            return self.way_out(statement, way, depth, sentence), None
        raise Wrong(statement.lineno, "this is not part of the rule language", "name = value, if, or return")

    def assign(self, statement: ast.Assign, way: Way) -> tuple[tuple, Way]:
        target = statement.targets[0]
        if len(statement.targets) != 1 or not isinstance(target, ast.Name):
            raise Wrong(statement.lineno, "only one plain name can be set", "name = value")
        name = target.id
        if name in way.names:
            raise Wrong(statement.lineno, f"{name} is set a second time", "another name")
        if name in RESERVED or self.symbols.knows(name) or name == self.signature.name:
            raise Wrong(statement.lineno, f"{name} already means something else", "another name")
        value, unit = self.expressions.read(statement.value, way)
        if unit == units.ZERO:
            unit = "number"
        try:
            self.units[name] = units.same(f"setting {name}", self.units.get(name, unit), unit)
        except units.Mismatch as mismatch:
            raise Wrong(statement.lineno, mismatch.message, "the same unit in each branch") from None
        slot = self.slots.setdefault(name, len(self.slots))
        self.set_at.setdefault(name, statement.lineno)
        return ir.Set(slot, name, value), way.with_name(name, unit)

    def branch(self, statement: ast.If, way: Way, depth: int) -> tuple[tuple, Way | None]:
        """An if with all its elifs. They are unrolled from the last, so that 40 of them do not recurse."""
        if depth >= MOST_IFS:
            raise Wrong(
                statement.lineno,
                f"`if` is nested deeper than {MOST_IFS}",
                "a rule of its own for the inner part",
            )
        chain = [statement]
        while len(chain[-1].orelse) == 1 and isinstance(chain[-1].orelse[0], ast.If):
            chain.append(chain[-1].orelse[0])
            if len(chain) > MOST_ELIFS:
                raise Wrong(statement.lineno, f"more than {MOST_ELIFS} elif", "a table in rates.yaml")
        arms, here = [], way
        for arm in chain:
            condition = self.expressions.condition(arm.test, here)
            then, end = self.block(arm.body, here.knowing(nonzero_when(condition, True)), depth + 1)
            here = here.knowing(nonzero_when(condition, False))
            arms.append((condition, then, end))
        made, end = self.block(chain[-1].orelse, here, depth + 1) if chain[-1].orelse else ((), here)
        for condition, then, then_end in reversed(arms):
            made, end = (ir.If(condition, then, made),), self.join(statement.lineno, then_end, end)
        return made[0], end

    def join(self, line: int, first: Way | None, second: Way | None) -> Way | None:
        if first is None or second is None:
            return first or second
        names = dict(first.names)
        for name in [*first.names, *second.names]:
            if name not in first.names or name not in second.names:
                self.report(Wrong(line, f"{name} is set in one branch only", "set it in both, or return"))
                names[name] = units.UNKNOWN
        return Way(names, first.nonzero & second.nonzero)

    def way_out(self, statement: ast.Return, way: Way, depth: int, sentence: ast.Constant | None) -> tuple:
        if statement.value is None:
            raise Wrong(
                statement.lineno, "this return gives nothing", 'return 0, or return not_covered("...")'
            )
        branch = len(self.sentences)
        refusal = self.expressions.not_covered(statement.value)
        if refusal is not None:
            if sentence is not None:
                raise Wrong(
                    statement.lineno, "not_covered says its own sentence", "take the sentence above it out"
                )
            self.sentences.append(self.sentence(refusal, way))
            return ir.NotCoveredHere(branch)
        if depth and sentence is None:
            line = statement.lineno
            raise Wrong(
                line,
                "a return inside an `if` has no sentence",
                'the reason in words above it: "Savings of {savings} are ..."',
            )
        self.sentences.append(None if sentence is None else self.sentence(sentence, way))
        value, unit = self.expressions.read(statement.value, way, expected=self.signature.unit)
        try:
            units.same(f"{self.signature.name} gives", self.signature.unit, unit)
        except units.Mismatch as mismatch:
            raise Wrong(statement.lineno, mismatch.message, mismatch.instead) from None
        return ir.Return(value, branch)

    def sentence(self, node: ast.Constant, way: Way) -> str:
        """The sentence, its placeholders checked: parameters and local names that are set
        here, nothing else.
        """
        for name in PLACEHOLDER.findall(node.value):
            if name not in way.names and name not in self.signature.parameters:
                raise Wrong(
                    node.lineno, f"{{{name}}} is neither a parameter nor a name set above", "one of them"
                )
            if self.symbols.is_group(name):
                raise Wrong(node.lineno, f"{{{name}}} is a group of people", f"n = count({name}), and {{n}}")
            if name in way.names:
                self.expressions.used.add(name)
        return " ".join(node.value.split())


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
