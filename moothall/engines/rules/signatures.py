"""The head of a rule: whose it is, its law, from when until when, its parameters, and what it gives."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from moothall.engines.facts import dates
from moothall.engines.facts.vocabulary import Vocabulary
from moothall.engines.rules.errors import Wrong
from moothall.engines.rules.lexer import Lexed

ENTITIES = ("person", "family", "household")
FUNCTIONS = (
    "min", "max", "floor", "ceil", "round_half_up", "round_down", "round_up", "years_between", "days_between",
    "add_months", "weekly", "monthly", "yearly", "per_week_by_days", "per_year_by_days",
    "days_in_financial_year",
    "date", "band", "lookup", "not_covered", "sum", "any", "all", "count",
)  # fmt: skip
ON_DATE = "on_date"
RESERVED = frozenset((*FUNCTIONS, *ENTITIES, ON_DATE, "number", "yes_no", "a_date", "since", "until", "case"))
MOST_NODES = 600
MOST_PARAMETERS = 40
GIVES = {"number": "number", "yes_no": "yes_no", "a_date": "date"}
PERIODS = ("week", "month", "year")
FORM = '@family("the law") above def name(...) -> GBP/week:'


@dataclass
class Signature:
    """Everything about a rule but its body."""

    name: str
    entity: str
    law: str
    since: int | None
    until: int | None
    unit: str
    says: str
    parameters: dict[str, int]
    body: list[ast.stmt]
    file: str
    line: int
    lexed: Lexed


def read_signatures(
    file: str, lexed: Lexed, tree: ast.Module, vocabulary: Vocabulary
) -> Iterator[Signature | Wrong]:
    """Each rule of the file, or what is wrong with its head. A string at the top of the file is a remark."""
    for place, node in enumerate(tree.body):
        if place == 0 and isinstance(node, ast.Expr) and _text(node.value) is not None:
            continue
        try:
            if not isinstance(node, ast.FunctionDef):
                raise Wrong(node.lineno, "only rules may stand here", FORM)
            yield _signature(file, lexed, node, lexed.sizes[place], vocabulary)
        except Wrong as wrong:
            yield wrong


def _signature(
    file: str, lexed: Lexed, node: ast.FunctionDef, size: int, vocabulary: Vocabulary
) -> Signature:
    if node.name in RESERVED:
        raise Wrong(node.lineno, f"'{node.name}' has its own meaning in rules", "another name")
    if size > MOST_NODES * 2:
        raise Wrong(node.lineno, f"{node.name} is too long", "two rules, one reading the other")
    entity, law, since, until = _decorator(node)
    says = _text(node.body[0].value) if isinstance(node.body[0], ast.Expr) else None
    if says is None:
        raise Wrong(node.lineno, f"{node.name} does not say what it is", '"""one sentence for a resident."""')
    return Signature(
        name=node.name, entity=entity, law=law, since=since, until=until, unit=_gives(node, vocabulary),
        says=" ".join(says.split()), parameters=_parameters(node), body=node.body[1:], file=file,
        line=node.lineno, lexed=lexed,
    )  # fmt: skip


def _decorator(node: ast.FunctionDef) -> tuple[str, str, int | None, int | None]:
    if len(node.decorator_list) != 1:
        raise Wrong(node.lineno, f"{node.name} does not say whose rule it is", FORM)
    call = node.decorator_list[0]
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or call.func.id not in ENTITIES:
        raise Wrong(call.lineno, "a rule is about a person, a family or a household", FORM)
    law = _text(call.args[0]) if len(call.args) == 1 else None
    if law is None:
        raise Wrong(
            call.lineno, f"{node.name} does not name its law", f'@{call.func.id}("SI 2012/2885 reg 11")'
        )
    days: dict[str, int | None] = {"since": None, "until": None}
    for word in call.keywords:
        if word.arg not in days or days[word.arg] is not None:
            raise Wrong(
                call.lineno, f"'{word.arg}' is no field here", 'since="2013-04-01" or until="2026-03-31"'
            )
        try:
            days[word.arg] = dates.from_iso(_text(word.value) or "")
        except ValueError:
            raise Wrong(call.lineno, f"`{word.arg}` is not a day", f'{word.arg}="2013-04-01"') from None
    since, until = days["since"], days["until"]
    if since and until and until < since:
        raise Wrong(call.lineno, f"{node.name} ends before it begins", "since the first day, until the last")
    return call.func.id, law, since, until


def _parameters(node: ast.FunctionDef) -> dict[str, int]:
    args = node.args
    plain = not (args.vararg or args.kwarg or args.kwonlyargs or args.posonlyargs or args.defaults)
    if not plain:
        raise Wrong(
            node.lineno, f"the parameters of {node.name} are not plain names", "def name(rent, savings)"
        )
    parameters: dict[str, int] = {}
    for arg in args.args:
        if arg.annotation is not None:
            raise Wrong(arg.lineno, f"the parameter {arg.arg} has an annotation", "the plain name")
        if arg.arg in parameters:
            raise Wrong(arg.lineno, f"the parameter {arg.arg} stands twice", "once")
        parameters[arg.arg] = arg.lineno
    if len(parameters) > MOST_PARAMETERS:
        raise Wrong(node.lineno, f"{node.name} has more than {MOST_PARAMETERS} parameters", "two rules")
    return parameters


def _gives(node: ast.FunctionDef, vocabulary: Vocabulary) -> str:
    form = "-> GBP/week, GBP/month, GBP/year, GBP, number, yes_no, a_date or the name of a choice fact"
    gives = node.returns
    if isinstance(gives, ast.Name):
        if gives.id == "GBP" or gives.id in GIVES:
            return GIVES.get(gives.id, gives.id)
        if gives.id in vocabulary and vocabulary[gives.id].kind == "choice":
            return f"choice:{gives.id}"
    is_period = isinstance(gives, ast.BinOp) and isinstance(gives.op, ast.Div)
    names = isinstance(gives.left, ast.Name) and isinstance(gives.right, ast.Name) if is_period else False
    if names and gives.left.id == "GBP" and gives.right.id in PERIODS:
        return f"GBP/{gives.right.id}"
    raise Wrong(node.lineno, f"{node.name} does not say what it gives", form)


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
