"""What one household costs: answers with reasons kept, their tree, bounds, the rule book, and from a cold
start.

The households are the worked cases of the services. Figures are CPU, the least of several rounds, beside
their floor: the same printed arithmetic as plain Python functions, which keep no reads and remember nothing
but values.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from moothall.engines.facts import Circumstances, Vocabulary
from moothall.engines.facts.yaml_lines import read_yaml
from moothall.engines.rules import RuleBook, Rules
from moothall.engines.rules.lazy import Reading, figures_of
from moothall.engines.rules.rates import find_band
from moothall.engines.rules.world import World

ROOT = Path(__file__).parents[1]
SERVICES = ROOT / "services"
# The claim, and all that a household could get: the national benefits with council tax reduction.
CLAIM, EVERYTHING = "council_tax_reduction", "what_could_i_get"
ROUNDS, TIMES = 5, 4
# What a cold process does: read every file, check and compile every rule, work out one household, say why.
COLD = """
from bench.one_household import EVERYTHING, build, cases, goals_of, vocabulary
words, goals = vocabulary(), goals_of(EVERYTHING)
rules, known = next(cases(build(words, EVERYTHING), words, EVERYTHING))
outcome = rules.work_out(goals, known)
assert outcome.reasons(goals[0]).children
"""


def main(argv: list[str]) -> dict:
    """Prints each figure beside its floor or budget; returns the figures."""
    words = vocabulary()
    figures = _warm(CLAIM, words) | _warm(EVERYTHING, words) | _loading(words) | _cold()
    for name, figure in figures.items():
        beside = f"  floor {figure['floor']:.3f}" if "floor" in figure else ""
        beside += f"  budget {figure['budget']}" if "budget" in figure else ""
        print(f"{name:<42} {figure['value']:8.3f} {figure['unit']}{beside}")
    return figures


def _warm(service: str, words: Vocabulary) -> dict:
    """One household, everything loaded: the mean over the worked cases of the service."""
    book, goals = build(words, service), goals_of(service)
    households = list(cases(book, words, service))
    print(f"{service}: {len(households)} worked cases, {len(book.versions)} rules, {len(book.rates)} rates")
    floor = _cpu(lambda: [_plainly(rules, known, goals) for rules, known in households]) / len(households)

    def per_household(what: Callable[[Rules, Circumstances], object]) -> float:
        return _cpu(lambda: [what(rules, known) for rules, known in households]) / len(households)

    def with_tree(rules: Rules, known: Circumstances) -> None:
        rules.work_out(goals, known).reasons(goals[0], "cy")

    return {
        f"{service}: reasons kept": _figure(per_household(lambda r, k: r.work_out(goals, k)), 0.5, floor),
        f"{service}: its tree in Welsh": _figure(per_household(with_tree), floor=floor),
        f"{service}: bounds": _figure(per_household(lambda r, k: r.bounds(goals, k)), floor=floor),
        f"{service}: exact rationals": _figure(per_household(lambda r, k: r.exact(goals, k)), floor=floor),
    }


def _loading(words: Vocabulary) -> dict:
    """Checking and compiling every rule file, and bringing the same book back from its kept bytes."""
    store: dict[str, bytes] = {}
    build(words, EVERYTHING, store)
    read = _cpu(lambda: _files(EVERYTHING))
    return {
        "vocabulary from its files": _figure(_cpu(vocabulary)),
        "every rule file read, checked, compiled": _figure(_cpu(lambda: build(words, EVERYTHING)), 300, read),
        "the same book brought back": _figure(_cpu(lambda: build(words, EVERYTHING, store)), 20, read),
    }


def _cold() -> dict:
    """From the start of a process to an answer with reasons, nothing kept; the floor starts Python alone."""
    return {"process start to answer with reasons": _figure(_child(COLD), 300, _child("pass"))}


def _plainly(rules: Rules, known: Circumstances, goals: list[str]) -> None:
    """The same printed rules bound to names that keep no reads: what the arithmetic alone costs."""
    if rules not in _PLAIN:
        _PLAIN[rules] = rules.reading(kind=_Plain)
    world = World(known, rules.vocabulary, rules.book.numbers.facts, today=rules.day)
    for goal in goals:
        try:
            _PLAIN[rules].value(rules.subject(world, goal), rules.book.numbers.rules[goal])
        except _NotCovered:
            continue


class _NotCovered(Exception):
    pass


class _Plain(Reading):
    """A binding of the compiled text without reads, ways out or refusals kept."""

    def bind(self, rates, convert):
        figures, bands, tables = figures_of(rates, convert)

        def refuse(*_):
            raise _NotCovered

        def answer(subject, rule, reads, value, branch, kept):
            subject.memo[rule] = value
            return value

        return super().bind(rates, convert) | {
            "F": lambda subject, reads, fact: subject.facts[fact],
            "T": lambda reads, rate: figures[rate],
            "B": lambda reads, rate, value: find_band(bands[rate], value).figure,
            "L": lambda reads, rate, keys: tables[rate][keys],
            "D": answer,
            "N": refuse,
        }

    def read_rule(self, subject, reads, rule):
        memo = subject.memo
        return memo[rule] if rule in memo else self.rules[rule](subject)


_PLAIN: dict[Rules, _Plain] = {}


def vocabulary() -> Vocabulary:
    return Vocabulary.from_yaml(_read("vocabulary/*.yaml"))


def goals_of(service: str) -> list[str]:
    return [str(goal) for goal in _described(service)["goals"]]


def build(words: Vocabulary, service: str, store: dict[str, bytes] | None = None) -> RuleBook:
    rules, rates, wordings = _files(service)
    return RuleBook.build(rules, rates, words, wordings, cache=store)


def cases(book: RuleBook, words: Vocabulary, service: str):
    """Each worked case of the service: the rules of its day, and its household."""
    for file, data in _read(f"{service}/examples/*.yaml").items():
        for case in read_yaml(file, data).get("cases", []):
            yield book.on(date.fromisoformat(case["day"])), _household(case, words)


def _household(case, words: Vocabulary) -> Circumstances:
    about: dict[str, dict] = {"household": {}, "family": {}, "case": {}}
    for name, value in case["household"].items():
        about[words[name].about][name] = value
    people = [{"id": name, "facts": facts} for name, facts in case["people"].items()]
    families = [{"id": "family", "facts": about["family"], "people": people}]
    plain = {"household": about["household"], "case": about["case"], "families": families}
    return Circumstances.from_dict(plain, words)


def _files(service: str) -> list[dict[str, bytes]]:
    """Rules, rates and wordings of the service and of every folder that it uses."""
    folders = [service, *(str(folder) for folder in _described(service)["uses"])]
    kinds = (("rules.py", "rules/*.py"), ("rates.yaml",), ("wording.*.yaml",))
    return [
        {k: v for folder in folders for name in kind for k, v in _read(f"{folder}/{name}").items()}
        for kind in kinds
    ]


def _described(service: str):
    return read_yaml("service.yaml", (SERVICES / service / "service.yaml").read_bytes())


def _read(pattern: str) -> dict[str, bytes]:
    return {str(path.relative_to(ROOT)): path.read_bytes() for path in sorted(SERVICES.glob(pattern))}


def _figure(value: float, budget: float | None = None, floor: float | None = None) -> dict:
    figure: dict = {"value": value, "unit": "ms CPU"}
    if floor is not None:
        figure["floor"] = floor
    return figure if budget is None else figure | {"budget": budget, "over": value > budget}


def _cpu(what: Callable[[], object]) -> float:
    """Milliseconds of CPU of one run: the least of some rounds, so that a busy machine says little."""
    least = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for _ in range(TIMES):
            what()
        least = min(least, time.process_time() - started)
    return least / TIMES * 1000


def _child(program: str) -> float:
    """Milliseconds of CPU of a process of its own, the least of three."""
    least = float("inf")
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least * 1000
