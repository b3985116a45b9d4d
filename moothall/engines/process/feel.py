"""Conditions: a tiny part of FEEL, the expression language of DMN, turned into closures.

    outcome = "award" and not(income >= 120.5 or urgent = true)

Comparisons (= != < <= > >=), and, or, not(...), parentheses, strings, numbers, true, false and names. No
arithmetic, no functions, no paths: all real logic is in rules. Nothing is ever evaluated as Python.

Numbers are exact decimals, so 0.1 in a condition is the 0.1 that a caseworker typed. Where FEEL answers null
(an unknown name, unlike kinds compared) we raise a named error instead: a case must not take a road because
something was missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from moothall.engines.process.errors import BadCondition, UnknownName, WrongKind

LONGEST = 500
DEEPEST = 20
FEEL_LANGUAGES = re.compile(r"(?i)^https?://www\.omg\.org/spec/(DMN|FEEL)/.*|^feel$")

Value = str | bool | Decimal
Facts = Mapping[str, object]
Look = Callable[[Facts], Value]

_TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n]+)
      | (?P<number>-?[0-9]+(?:\.[0-9]+)?(?![0-9A-Za-z_.]))
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<string>"(?:[^"\\\n]|\\["\\])*")
      | (?P<sign>!=|<=|>=|=|<|>|\(|\))""",
    re.VERBOSE,
)
_COMPARISONS: dict[str, Callable[[Value, Value], bool]] = {
    "=": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
_WORDS = frozenset({"and", "or", "not", "true", "false"})
# FEEL has these words too. Reading them as names of facts would be a silent surprise, so they are refused.
_NOT_RUN = frozenset(
    {
        "if",
        "then",
        "else",
        "for",
        "in",
        "return",
        "some",
        "every",
        "satisfies",
        "between",
        "function",
        "instance",
        "null",
        "date",
        "time",
        "duration",
    }
)


@dataclass(frozen=True)
class Condition:
    """A checked condition: its text as written, the facts that it reads, and how to find whether it holds."""

    text: str
    names: tuple[str, ...]
    _look: Look

    def holds(self, facts: Facts) -> bool:
        """Whether it is true of `facts`. Raises UnknownName before looking if any fact it reads is missing,
        WrongKind if unlike kinds are compared."""
        for name in self.names:
            if name not in facts:
                raise UnknownName(name=name, condition=self.text)
        answer = self._look(facts)
        if not isinstance(answer, bool):
            raise WrongKind(f"the condition '{self.text}' gave {answer!r}, which is neither true nor false")
        return answer


def read_condition(text: str) -> Condition:
    """Compile `text`. Raises BadCondition with the offset of the first thing that is not our FEEL."""
    if len(text) > LONGEST:
        raise BadCondition(offset=LONGEST, what=f"the condition is longer than {LONGEST} characters")
    parser = _Parser(text)
    look = parser.either()
    parser.expect_end()
    return Condition(text=text.strip(), names=tuple(dict.fromkeys(parser.names)), _look=look)


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    offset: int


def _tokens(text: str) -> list[_Token]:
    found, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise BadCondition(offset=at, what=_odd_character(text[at]))
        if match.lastgroup != "space":
            found.append(_Token(match.lastgroup or "", match.group(), at))
        at = match.end()
    return [*found, _Token("end", "", len(text))]


def _odd_character(character: str) -> str:
    if character == '"':
        return 'this text has no closing "'
    if character == "'":
        return 'write text between double quotes: "award"'
    if character.isdigit() or character in "+-*/.":
        return "conditions do no arithmetic and read plain numbers; work it out in a rule and name it"
    return f"the character {character!r} means nothing in a condition"


class _Parser:
    """Recursive descent: either > both > one > comparison > value, with its depth counted and bounded."""

    def __init__(self, text: str) -> None:
        self.text, self.tokens, self.at, self.depth = text, _tokens(text), 0, 0
        self.names: list[str] = []

    @property
    def token(self) -> _Token:
        return self.tokens[self.at]

    def bad(self, what: str) -> BadCondition:
        return BadCondition(offset=self.token.offset, what=what)

    def take(self, *texts: str) -> _Token | None:
        token = self.token
        if token.kind in ("sign", "name") and token.text in texts:
            self.at += 1
            return token
        return None

    def expect_end(self) -> None:
        if self.token.kind != "end":
            raise self.bad(f"expected 'and', 'or' or the end, found '{self.token.text}'")

    def either(self) -> Look:
        look = self.both()
        while self.take("or"):
            look = self._joined(look, self.both(), "or")
        return look

    def both(self) -> Look:
        look = self.one()
        while self.take("and"):
            look = self._joined(look, self.one(), "and")
        return look

    def _joined(self, left: Look, right: Look, word: str) -> Look:
        text = self.text
        if word == "or":
            return lambda facts: _truth(left(facts), text) or _truth(right(facts), text)
        return lambda facts: _truth(left(facts), text) and _truth(right(facts), text)

    def one(self) -> Look:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.bad(f"the condition is nested more than {DEEPEST} deep")
        look = (
            self._negation() if self.token.text == "not" and self.token.kind == "name" else self._comparison()
        )
        self.depth -= 1
        return look

    def _negation(self) -> Look:
        self.take("not")
        if self.token.text != "(":
            raise self.bad("write 'not' with parentheses: not(...)")
        inner, text = self._parenthesis(), self.text
        return lambda facts: not _truth(inner(facts), text)

    def _parenthesis(self) -> Look:
        self.take("(")
        look = self.either()
        if not self.take(")"):
            raise self.bad("expected a closing parenthesis")
        return look

    def _comparison(self) -> Look:
        left = self._value()
        sign = self.take(*_COMPARISONS)
        if not sign:
            return left
        right = self._value()
        if self.token.text in _COMPARISONS and self.token.kind == "sign":
            raise self.bad("compare two things at a time and join them with 'and'")
        return _comparing(left, sign.text, right, self.text)

    def _value(self) -> Look:
        token = self.token
        if token.kind == "sign" and token.text == "(":
            return self._parenthesis()
        self.at += 1
        if token.kind == "string":
            return _constant(re.sub(r"\\(.)", r"\1", token.text[1:-1]))
        if token.kind == "number":
            return _constant(Decimal(token.text))
        if token.kind == "name" and token.text in ("true", "false"):
            return _constant(token.text == "true")
        if token.kind == "name" and token.text not in _WORDS and token.text not in _NOT_RUN:
            self.names.append(token.text)
            return lambda facts, name=token.text: _value_of(name, facts[name])
        self.at -= 1
        if token.text in _NOT_RUN:
            raise self.bad(f"'{token.text}' is FEEL that is not run here; work it out in a rule and name it")
        raise self.bad(f"expected a name, a text or a number, found '{token.text or 'the end'}'")


def _constant(value: Value) -> Look:
    return lambda facts: value


def _value_of(name: str, given: object) -> Value:
    """A fact as FEEL sees it. Floats go by their shortest writing, so that 0.1 is one tenth."""
    if isinstance(given, (bool, str)):
        return given
    if isinstance(given, (int, Decimal)):
        number = Decimal(given)
    elif isinstance(given, float):
        number = Decimal(repr(given))
    else:
        raise WrongKind(f'the fact "{name}" is {type(given).__name__}, which a condition cannot read')
    if number.is_finite():
        return number
    raise WrongKind(f'the fact "{name}" is {given}, which is no number')


def _truth(value: Value, text: str) -> bool:
    if not isinstance(value, bool):
        raise WrongKind(f"in the condition '{text}', {value!r} is neither true nor false")
    return value


def _comparing(left: Look, sign: str, right: Look, text: str) -> Look:
    compare = _COMPARISONS[sign]
    needs_order = sign not in ("=", "!=")

    def look(facts: Facts) -> bool:
        one, other = left(facts), right(facts)
        if type(one) is not type(other):
            raise WrongKind(
                f"the condition '{text}' compares {one!r} with {other!r}, which is of another kind"
            )
        if needs_order and not isinstance(one, Decimal):
            raise WrongKind(f"the condition '{text}' orders {one!r} and {other!r}, which are not numbers")
        return compare(one, other)

    return look
