"""From the bytes of rule files to typed rules, or to every fault in them. Nothing here imports or runs a rule
file.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from moothall.engines.facts import dates
from moothall.engines.facts.vocabulary import Vocabulary
from moothall.engines.rules import ir
from moothall.engines.rules.bodies import Body
from moothall.engines.rules.errors import RuleError, Wrong
from moothall.engines.rules.graph import find_faults
from moothall.engines.rules.parsing import lex_and_parse
from moothall.engines.rules.rates import Rate
from moothall.engines.rules.signatures import ENTITIES, MOST_NODES, Signature, read_signatures
from moothall.engines.rules.symbols import Symbols

MOST_RULES = 2000


def check(
    texts: Mapping[str, bytes], rates: Mapping[str, Rate], vocabulary: Vocabulary
) -> tuple[list[ir.Rule], list[RuleError]]:
    """All rules of all files, in their order, and all faults."""
    faults: list[RuleError] = []
    signatures: list[Signature] = []
    for file, data in texts.items():
        read = lex_and_parse(file, data)
        if isinstance(read, RuleError):
            faults.append(read)
            continue
        for found in read_signatures(file, *read, vocabulary):
            if isinstance(found, Wrong):
                faults.append(RuleError(file, found.line, found.message, found.instead))
            else:
                signatures.append(found)
    if len(signatures) > MOST_RULES:
        faults.append(RuleError(signatures[-1].file, 1, f"more than {MOST_RULES} rules", "fewer"))
        return [], faults
    by_name = _by_name(signatures, rates, vocabulary, faults)
    symbols = Symbols(vocabulary, rates, by_name)
    rules = [_body(signature, symbols, faults) for signature in signatures]
    faults += find_faults(rules)
    return rules, faults


def _body(signature: Signature, symbols: Symbols, faults: list[RuleError]) -> ir.Rule:
    def report(wrong: Wrong) -> None:
        faults.append(RuleError(signature.file, wrong.line, wrong.message, wrong.instead))

    for name, line in signature.parameters.items():
        if not symbols.knows(name):
            report(Wrong(line, f"'{name}' is not a fact, a rate or a rule", symbols.close_to(name, [])))
    rule = Body(signature, symbols, report).translate()
    if size(rule.body) > MOST_NODES:
        report(Wrong(signature.line, f"{signature.name} is too long", "two rules, one reading the other"))
    return rule


def size(node: object) -> int:
    """How many nodes a typed form holds."""
    if not isinstance(node, tuple):
        return 0
    return (type(node) is not tuple) + sum(size(part) for part in node)


def _by_name(
    signatures: list[Signature], rates: Mapping[str, Rate], vocabulary: Vocabulary, faults: list[RuleError]
) -> dict[str, Signature]:
    """One signature a name. Versions of one rule must agree on whose it is and what it gives, and not
    overlap.
    """
    versions: dict[str, list[Signature]] = {}
    for signature in signatures:
        taken = _taken(signature.name, rates, vocabulary)
        if taken:
            message = f"{signature.name} is already {taken}"
            faults.append(RuleError(signature.file, signature.line, message, "another name"))
        versions.setdefault(signature.name, []).append(signature)
    for name, several in versions.items():
        for first, second in pairwise(sorted(several, key=lambda s: s.since or 0)):
            _compare_versions(name, first, second, faults)
    return {name: several[0] for name, several in versions.items()}


def _taken(name: str, rates: Mapping[str, Rate], vocabulary: Vocabulary) -> str | None:
    if name in vocabulary:
        return "a fact"
    if name in rates:
        return "a rate"
    return "a group" if name in vocabulary.groups or name in ENTITIES else None


def _compare_versions(name: str, first: Signature, second: Signature, faults: list[RuleError]) -> None:
    if (first.entity, first.unit) != (second.entity, second.unit):
        message = f"two versions of {name} are not about the same, or give different units"
        faults.append(
            RuleError(second.file, second.line, message, f"@{first.entity} and the unit of the other")
        )
    if (first.until or 99991231) >= (second.since or 0):
        day = dates.to_iso(second.since) if second.since else "the beginning"
        message = f"two versions of {name} are in force from {day}"
        faults.append(
            RuleError(second.file, second.line, message, "until= on the older, since= on the newer")
        )
