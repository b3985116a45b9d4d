"""Random rule files that are valid, and random households to run them on, both from a seed.

Conditions compare only amounts that doubles hold exactly (stated or rounded ones): at an exact tie of derived
amounts doubles and rationals may rightly disagree, and that is a question of where the law rounds, not of the
engine.
"""

from __future__ import annotations

import random
import re

from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.facts.limits import range_of
from moothall.engines.facts.vocabulary import Vocabulary
from moothall.engines.rules.lexer import MOST_LINE
from moothall.engines.rules.signatures import ENTITIES
from moothall.engines.rules.units import MONEY, unit_of_fact

UNITS = (*MONEY, *MONEY, "number", "yes_no", "date", "choice:tenure")
ORDER = ("<", "<=", ">", ">=")
UP = {"person": ENTITIES, "family": ("family", "household"), "household": ("household",)}
GROUPS = {"family": ("people", "children", "adults", "other_adults"), "household": ("people", "adults")}
SCALARS = {
    "GBP": ("capital_limit", "step_of_savings"), "GBP/week": ("allowance",), "GBP/year": ("bonus",),
    "GBP/month": ("top_up",), "number": ("taper", "divisor"), "date": ("grown_up_day",),
}  # fmt: skip
WORD = re.compile(r"(?<![\"\w])[a-z_0-9]+(?![\"\w])")
WORDS = {"number": "number", "yes_no": "yes_no", "date": "a_date", "choice:tenure": "tenure"}


class Author:
    """Writes one random rule file. `exact` asks for amounts without parts of a penny."""

    def __init__(self, seed: int, vocabulary: Vocabulary, rules: int = 15):
        self.dice = random.Random(seed)
        self.facts = [
            (f.name, f.about, unit_of_fact(f)) for f in vocabulary if unit_of_fact(f) and f.about != "case"
        ]
        self.rules: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        rates = [rate for names in SCALARS.values() for rate in names]
        self.known = {name for name, *_ in self.facts} | {*rates, "scale", "shares", "on_date", "families"}
        self.known |= {group for groups in GROUPS.values() for group in groups}
        for number in range(rules):
            self.texts.append(self.rule(f"rule_{number}"))

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    def rule(self, name: str) -> str:
        """A rule that keeps the lexer's limits; most do at the first throw."""
        while True:
            self.entity, self.unit = self.dice.choice(ENTITIES), self.dice.choice(UNITS)
            self.locals: list[tuple[str, str]] = []
            self.made = 0
            self.counted: str | None = None
            body = self.without_unused(self.body(4, 2))
            if all(len(line) <= MOST_LINE for line in body.split("\n")):
                break
        parameters = [word for word in dict.fromkeys(WORD.findall(body)) if word in self.known]
        listed = ",\n    ".join(parameters)
        gives = WORDS.get(self.unit, self.unit)
        head = f'@{self.entity}("Act {len(self.rules)}")\ndef {name}({listed}) -> {gives}:\n'
        self.rules.append((name, self.entity, self.unit))
        self.known.add(name)
        return f'{head}    """A rule."""\n{body}\n'

    def without_unused(self, body: str) -> str:
        """A name that is set and never used is refused, so its line goes, and so on while there are some."""
        lines = body.split("\n")
        while True:
            used = [word for line in lines for word in WORD.findall(line.partition(" = ")[2] or line)]
            kept = [line for line in lines if " = " not in line or line.split()[0] in used]
            if len(kept) == len(lines):
                return "\n".join(kept)
            lines = kept

    def body(self, indent: int, depth: int) -> str:
        pad, lines = " " * indent, []
        if self.dice.random() < 0.5:
            unit = self.dice.choice([*MONEY, "number"])
            self.made += 1
            lines.append(f"{pad}part_{self.made} = {self.any(unit, 2)}")
            self.locals.append((f"part_{self.made}", unit))
        if depth and self.dice.random() < 0.6:
            lines.append(f"{pad}if {self.yes_no(2)}:")
            kept = list(self.locals)
            if self.dice.random() < 0.1:
                lines.append(f'{pad}    return not_covered("Not here.")')
            elif self.dice.random() < 0.3:
                lines.append(self.body(indent + 4, depth - 1))
            else:
                lines += [f'{pad}    "Because."', f"{pad}    return {self.any(self.unit, 2)}"]
            self.locals = kept
        if indent > 4:
            lines.append(f'{pad}"Because."')
        lines.append(f"{pad}return {self.any(self.unit, 3)}")
        return "\n".join(lines)

    def any(self, unit: str, depth: int, exact: bool = False) -> str:
        if unit == "yes_no":
            return self.yes_no(depth)
        if unit == "date":
            return self.date(depth)
        if unit.startswith("choice:"):
            code = f'"{self.dice.choice(("owner", "tenant", "rent_free"))}"'
            return self.name(unit) or code
        return self.amount(unit, depth, exact)

    def name(self, unit: str) -> str | None:
        """A fact, earlier rule or local name that may be read here."""
        seen = (self.counted, "household") if self.counted else UP[self.entity]
        names = [name for name, about, found in self.facts if found == unit and about in seen]
        names += [name for name, about, found in self.rules if found == unit and about in seen]
        names += [name for name, found in self.locals if found == unit]
        if not names:
            return None
        return self.dice.choice(names)

    def stated(self, unit: str) -> str:
        """Something without parts of a penny: a fact, a rate, 0."""
        seen = (self.counted, "household") if self.counted else UP[self.entity]
        names = [name for name, about, found in self.facts if found == unit and about in seen]
        names += [name for name in SCALARS.get(unit, ()) if name != "taper"]
        return self.dice.choice(names) if names else "0"

    def amount(self, unit: str, depth: int, exact: bool) -> str:
        if depth <= 0:
            return (
                self.stated(unit)
                if exact or self.dice.random() < 0.5
                else self.name(unit) or self.stated(unit)
            )
        part = lambda: self.amount(unit, depth - 1, exact)  # noqa: E731
        makers = [
            lambda: f"({part()} + {part()})", lambda: f"max(0, {part()} - {part()})", part,
            lambda: f"min({part()}, {part()})", lambda: f"-{part()}", lambda: f"max({part()}, {part()}, 0)",
            lambda: f"({part()} if {self.yes_no(depth - 1)} else {part()})",
        ]  # fmt: skip
        if not exact:
            makers += [self.shared(unit, depth), self.shared(unit, depth), self.divided(unit, depth)]
        makers += [self.rounded(unit, depth)]
        if unit == "number" and not exact:
            makers += [
                lambda: f"({self.amount('GBP', depth - 1, False)} / capital_limit)".replace("(", "(", 1)
            ]
        if unit == "number":
            makers += [lambda: self.years(depth)] * 2
        if self.entity != "person" and self.counted is None:
            makers += [self.count(unit, depth, exact)] * 3
        if not exact:
            makers += self.converted(unit, depth)
        return self.dice.choice(makers)()

    def shared(self, unit: str, depth: int):
        def make() -> str:
            if self.dice.random() < 0.3 and self.counted is None:
                key = self.any("choice:tenure", 0)
                return f"{self.amount(unit, depth - 1, False)} * lookup(shares, {key}, {self.yes_no(0)})"
            return f"taper * {self.amount(unit, depth - 1, False)}"

        return make

    def divided(self, unit: str, depth: int):
        def make() -> str:
            divisor = self.dice.choice(("divisor", "3", "max(1, divisor)"))
            return f"{self.amount(unit, depth - 1, False)} / {divisor}"

        return make

    def rounded(self, unit: str, depth: int):
        def make() -> str:
            function = self.dice.choice(("round_half_up", "round_down", "round_up"))
            if unit == "GBP" and self.dice.random() < 0.5:
                return f"{function}({self.amount(unit, depth - 1, False)}, step_of_savings)"
            if unit == "number":
                function = self.dice.choice(("floor", "ceil", function))
            return f"{function}({self.amount(unit, depth - 1, False)})"

        return make

    def converted(self, unit: str, depth: int) -> list:
        if unit not in ("GBP/week", "GBP/month", "GBP/year"):
            return []
        word = {"GBP/week": "weekly", "GBP/month": "monthly", "GBP/year": "yearly"}[unit]
        others = [other for other in ("GBP/week", "GBP/month", "GBP/year") if other != unit]
        makers = [lambda: f"{word}({self.amount(self.dice.choice(others), depth - 1, False)})"]
        if unit == "GBP/week":
            makers.append(lambda: f"per_week_by_days({self.amount('GBP/year', depth - 1, False)})")

            def band() -> str:
                return f"band(scale, {self.amount(unit, depth - 1, True)})"

            makers.append(band)
        return makers

    def years(self, depth: int) -> str:
        function = self.dice.choice(("years_between", "days_between"))
        return f"{function}({self.date(depth - 1)}, on_date)"

    def date(self, depth: int) -> str:
        if depth > 0 and self.dice.random() < 0.5:
            return f"add_months({self.date(depth - 1)}, {self.dice.choice(('12', '1', '-6'))})"
        if self.dice.random() < 0.3:
            return "on_date"
        return self.name("date") or "date(2026, 1, 31)"

    def count(self, unit: str, depth: int, exact: bool):
        def make() -> str:
            families = self.entity == "household" and self.dice.random() < 0.3
            group = "families" if families else self.dice.choice(GROUPS[self.entity])
            counted = "family" if families else "person"
            if unit == "number" and self.dice.random() < 0.3:
                return f"count({group})"
            self.counted = counted
            kept, self.locals = self.locals, []
            value = self.amount(unit, depth - 1, exact)
            condition = f" if {self.yes_no(depth - 1)}" if self.dice.random() < 0.5 else ""
            self.counted, self.locals = None, kept
            return f"{self.dice.choice(('sum', 'max'))}({value} for {counted} in {group}{condition})"

        return make

    def yes_no(self, depth: int) -> str:
        found = self.name("yes_no")
        if depth <= 0:
            return found or "True"
        unit = self.dice.choice((*MONEY, "number"))
        makers = [
            lambda: f"{self.exact(unit, depth)} {self.dice.choice(ORDER)} {self.exact(unit, depth)}",
            lambda: f"({self.yes_no(depth - 1)} and {self.yes_no(depth - 1)})",
            lambda: f"({self.yes_no(depth - 1)} or {self.yes_no(depth - 1)})",
            lambda: f"(not {self.yes_no(depth - 1)})",
            lambda: f"{self.date(1)} {self.dice.choice(('<', '>='))} {self.date(1)}",
            lambda: f'{self.any("choice:tenure", 0)} {self.dice.choice(("==", "!="))} "owner"',
        ]  # fmt: skip
        if name := self.name("choice:tenure"):
            makers[-1] = lambda: f'{name} {self.dice.choice(("in", "not in"))} ("owner", "tenant")'
        else:
            makers.pop()
        return f"({self.dice.choice(makers)()})"

    def exact(self, unit: str, depth: int) -> str:
        """An amount that doubles hold exactly: stated, or rounded to a penny or a whole number."""
        if self.dice.random() < 0.5:
            return self.stated(unit)
        return f"round_half_up({self.amount(unit, depth - 1, False)})"


def somebody(seed: int, vocabulary: Vocabulary, *, day) -> Circumstances:
    """A household in which everything is stated, with the edges of the ranges drawn often."""
    dice = random.Random(seed)

    def facts(about: str) -> dict:
        return {fact.name: _value(fact, dice, day) for fact in vocabulary if fact.about == about}

    families = []
    for number in range(dice.choice((1, 1, 2, 3))):
        people = [Person(f"p{number}_{place}", facts("person")) for place in range(dice.choice((1, 2, 3)))]
        families.append(Family(f"f{number}", facts("family"), people))
    return Circumstances(facts("household"), families, facts("case"))


def forget(circumstances: Circumstances, seed: int) -> Circumstances:
    """The same household with some facts not known, and sometimes without knowing who lives there."""
    dice = random.Random(seed)
    share = dice.choice((0.05, 0.3, 0.7, 1.0))

    def some(facts: dict) -> dict:
        return {name: value for name, value in facts.items() if dice.random() >= share}

    household = some(circumstances.household)
    if dice.random() < 0.2:
        return Circumstances(household, [], some(circumstances.case), roster_known=False)
    families = [
        Family(f.id, some(f.facts), [Person(p.id, some(p.facts)) for p in f.people])
        for f in circumstances.families
    ]
    return Circumstances(household, families, some(circumstances.case))


def _value(fact, dice: random.Random, day):
    if fact.kind == "yes_no":
        return dice.random() < 0.5
    if fact.kind == "choice":
        return dice.choice(fact.codes)
    if fact.kind not in ("money", "number", "whole_number", "date"):
        return "Someone"
    least, most = range_of(fact, day)
    if fact.kind == "date":
        return dice.choice((least, most, max(least, 19800229), 20080406, 20150228, 20240131, 20260406))
    odd = dice.choice((0, 1, 99, 1600000, 50000, 33333, 8795, dice.randrange(0, 200000)))
    return float(dice.choice((least, most, min(most, odd), min(most, odd), min(most, odd))))
