"""Which rule reads which: circles and long chains, found without recursion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moothall.engines.rules import ir
from moothall.engines.rules.errors import RuleError

# The lazy reading recurses once or twice for each link of a chain.
MOST_LINKS = 120


def find_faults(rules: list[ir.Rule]) -> list[RuleError]:
    """Circles, each shown as r1 -> r2 -> r1; or, when there are none, chains that are too long."""
    reads: dict[str, list[str]] = {}
    places: dict[str, ir.Rule] = {}
    for rule in rules:
        places.setdefault(rule.name, rule)
        reads.setdefault(rule.name, []).extend(name for name in rule.rules)
    order, circles = _walk(reads, list(reads))
    if circles:
        return [_circle(circle, places) for circle in circles]
    faults, links = [], count_links(order, reads)
    for name in order:
        if links[name] == MOST_LINKS + 1:
            rule = places[name]
            message = f"{name} ends a chain of more than {MOST_LINKS} rules"
            faults.append(RuleError(rule.file, rule.line, message, "fewer steps"))
    return faults


def _circle(circle: list[str], places: dict[str, ir.Rule]) -> RuleError:
    rule = places[circle[0]]
    shown = circle if len(circle) <= 12 else [*circle[:6], "...", *circle[-5:]]
    return RuleError(
        rule.file, rule.line, f"rules read each other in a circle: {' -> '.join(shown)}", "break it"
    )


def count_links(order: list[str], reads: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How long the longest chain is that ends at each rule. `order` has what is read before its readers."""
    links: dict[str, int] = {}
    for name in order:
        links[name] = 1 + max((links.get(read, 0) for read in reads[name]), default=0)
    return links


def in_order(reads: Mapping[str, Sequence[str]], goal: str) -> list[str]:
    """The goal and every rule on the way to it, each after those that it reads."""
    return _walk(reads, [goal])[0]


def _walk(reads: Mapping[str, Sequence[str]], starts: list[str]) -> tuple[list[str], list[list[str]]]:
    """Names with those that they read first, and the circles met on the way. Depth first with a list of its
    own.
    """
    order: list[str] = []
    circles: list[list[str]] = []
    state: dict[str, str] = {}
    for start in starts:
        if start in state:
            continue
        way = [(start, iter(reads[start]))]
        state[start] = "open"
        while way:
            name, rest = way[-1]
            following = next(rest, None)
            if following is None:
                state[name] = "done"
                order.append(name)
                way.pop()
            elif state.get(following) == "open":
                names = [step for step, _ in way]
                circles.append([*names[names.index(following) :], following])
            elif following not in state and following in reads:
                state[following] = "open"
                way.append((following, iter(reads[following])))
    return order, circles
