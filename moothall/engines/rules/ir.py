"""The typed form of a rule that every reading reads. It holds names, numbers and choices, and nothing that
can run.

Nodes are named tuples, so that they compare by value and can be stored as plain data (`pack`, `unpack`).
`where` says whose name is read: `own` (the rule's subject), `family`, `household` or `case` (upwards), `each`
(the one that a count is looking at).
"""

from __future__ import annotations

from typing import NamedTuple


class Num(NamedTuple):
    text: str


class Bool(NamedTuple):
    value: bool


class Code(NamedTuple):
    code: str


class Day(NamedTuple):
    number: int


class OnDate(NamedTuple):
    tag: str = "on_date"


class Local(NamedTuple):
    slot: int
    name: str


class RateRef(NamedTuple):
    rate: str


class FactRef(NamedTuple):
    fact: str
    where: str


class RuleRef(NamedTuple):
    rule: str
    where: str


class Bin(NamedTuple):
    op: str
    first: tuple
    second: tuple


class Cmp(NamedTuple):
    op: str
    first: tuple
    second: tuple


class IsIn(NamedTuple):
    value: tuple
    codes: tuple
    negated: bool


class And(NamedTuple):
    parts: tuple


class Or(NamedTuple):
    parts: tuple


class Not(NamedTuple):
    part: tuple


class Choose(NamedTuple):
    """`a if c else b`."""

    condition: tuple
    yes: tuple
    no: tuple


class Call(NamedTuple):
    function: str
    args: tuple


class Band(NamedTuple):
    rate: str
    value: tuple


class Look(NamedTuple):
    rate: str
    keys: tuple


class Count(NamedTuple):
    """sum, max, any, all or count over a group; `value` is None for count, `condition` may be None."""

    function: str
    group: str
    value: tuple | None
    condition: tuple | None


class Set(NamedTuple):
    slot: int
    name: str
    value: tuple


class If(NamedTuple):
    condition: tuple
    then: tuple
    otherwise: tuple


class Return(NamedTuple):
    """`branch` is the number of the way out, and of its sentence in `Rule.sentences`."""

    value: tuple
    branch: int


class NotCoveredHere(NamedTuple):
    branch: int


class Rule(NamedTuple):
    """One version of one rule. `unit` is what it gives; `sentences[branch]` is None for a return without
    words.
    """

    name: str
    entity: str
    law: str
    since: int | None
    until: int | None
    unit: str
    says: str
    body: tuple
    sentences: tuple
    locals: tuple
    parameters: tuple
    facts: tuple
    rules: tuple
    rates: tuple
    groups: tuple
    file: str
    line: int

    @property
    def statements(self) -> tuple:
        """The body's nodes; of a rule that was brought back, made of its packed body when first asked for."""
        return self.body.nodes if type(self.body) is Packed else self.body

    def in_force(self, day: int) -> bool:
        return (self.since or 0) <= day <= (self.until or 99991231)


NODES = (
    Num, Bool, Code, Day, OnDate, Local, RateRef, FactRef, RuleRef, Bin, Cmp, IsIn, And, Or, Not,
    Choose, Call, Band,
    Look, Count, Set, If, Return, NotCoveredHere, Rule,
)  # fmt: skip
_NUMBER = {node: number for number, node in enumerate(NODES)}


class Packed:
    """The packed body of a rule. Most rules of a book are only ever run, and nobody looks at their nodes.

    It is the same as the body that it was made of.
    """

    __slots__ = ("_nodes", "plain")

    def __init__(self, plain: tuple):
        self.plain, self._nodes = plain, None

    @property
    def nodes(self) -> tuple:
        if self._nodes is None:
            self._nodes = unpack(self.plain)
        return self._nodes

    def __eq__(self, other: object) -> bool:
        return self.nodes == (other.nodes if isinstance(other, Packed) else other)

    def __hash__(self) -> int:
        return hash(self.nodes)


def pack(thing: object, nodes: tuple[type, ...] = NODES) -> object:
    """Plain tuples for storing: a node becomes (its number, its parts), a tuple becomes (-1, its parts)."""
    numbers = _NUMBER if nodes is NODES else {node: number for number, node in enumerate(nodes)}
    return _pack(thing, numbers)


def _pack(thing: object, numbers: dict[type, int]) -> object:
    if not isinstance(thing, tuple):
        return thing
    return (numbers.get(type(thing), -1), *[_pack(part, numbers) for part in thing])


def unpack(plain: object, nodes: tuple[type, ...] = NODES) -> object:
    """The nodes again. Raises IndexError or TypeError when it was not made by `pack`."""
    if type(plain) is not tuple:
        return plain
    parts = [unpack(part, nodes) if type(part) is tuple else part for part in plain[1:]]
    return tuple(parts) if plain[0] == -1 else nodes[plain[0]]._make(parts)


def pack_rules(rules: list[Rule]) -> list[tuple]:
    """Each rule as plain tuples, its body packed for itself."""
    return [tuple(rule._replace(body=pack(rule.statements))) for rule in rules]


def unpack_rules(plain: list[tuple]) -> list[Rule]:
    """The rules again, their bodies still packed. Raises TypeError when it was not made by `pack_rules`."""
    at = Rule._fields.index("body")
    return [Rule(*parts[:at], Packed(parts[at]), *parts[at + 1 :]) for parts in plain]
