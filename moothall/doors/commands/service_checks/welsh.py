"""Every word that a resident may read has its Welsh, were it a draft."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.doors.commands.service_checks.languages import LANGUAGES
from moothall.engines.facts import Fault
from moothall.engines.rules import RuleBook
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.local_schemes import RATES_OF_SHEETS


def welsh(definition: Definition) -> Iterator[Fault]:
    """Every word that a resident may read has its Welsh, were it a draft."""
    for fact in definition.vocabulary:
        if "cy" not in fact.wording:
            yield Fault(
                fact.file, fact.line, f"{fact.name} has no Welsh", "wording: {cy: {status: draft, ...}}"
            )
        for choice in fact.choices:
            if not choice.cy:
                yield Fault(fact.file, fact.line, f"the choice {choice.code} has no Welsh", "cy: ...")
    yield from rules_in_welsh(definition.rule_book)
    yield from rates_in_words(definition.rule_book)


def rules_in_welsh(book: RuleBook) -> Iterator[Fault]:
    """Every sentence of every rule has its Welsh."""
    for rule in book.versions:
        for english in filter(None, [rule.says, *rule.sentences]):
            if book.wordings.words.get("cy", {}).get(rule.name, {}).get(english) is None:
                yield Fault(
                    rule.file, rule.line, f"{rule.name} has no Welsh for '{english[:60]}'", "wording.cy.yaml"
                )


def rates_in_words(book: RuleBook) -> Iterator[Fault]:
    """Every figure has a name in both languages. Those of sheets have the names of the scheme's values."""
    for rate in book.rates.values():
        words = dict(rate.wording)
        for language in LANGUAGES:
            if not words.get(language) and rate.name not in RATES_OF_SHEETS:
                expected = "wording: {en: ..., cy: ...}"
                yield Fault(rate.file, rate.line, f"{rate.name} has no wording in {language}", expected)
