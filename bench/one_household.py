"""What one household costs: answers with reasons kept, their tree, bounds, the rule book, and from a cold
start.

The households are the worked cases of the services. Figures are CPU, the least of several rounds, beside
their floor: the same printed arithmetic as plain Python functions, which keep no reads and remember nothing
but values.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from moothall.engines.facts import Circumstances, Vocabulary
from moothall.engines.facts.yaml_lines import read_yaml
from moothall.engines.rules import RuleBook, Rules
from moothall.engines.rules.lazy import Reading, figures_of
from moothall.engines.rules.parsing import lex_and_parse
from moothall.engines.rules.rates import find_band
from moothall.engines.rules.world import World

ROOT = Path(__file__).parents[1]
SERVICES = ROOT / "services"
# The claim, and all that a household could get: the national benefits with council tax reduction.
CLAIM, EVERYTHING = "council_tax_reduction", "what_could_i_get"
ROUNDS, TIMES = 5, 4
# What a cold process does: read every file, check and compile every rule, work out one household, say why.
COLD = (
    "-m", "moothall", "calculate", "services/what_could_i_get/examples/everything.yaml",
    "--reasons", "--case",
    "guarantee credit opens the whole rent, the whole council tax and the winter payment",
)  # fmt: skip


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

    def with_trees(rules: Rules, known: Circumstances) -> None:
        outcome = rules.work_out(goals, known)
        for goal in goals:
            if outcome[goal].is_settled:
                outcome.reasons(goal, "cy")

    return {
        f"{service}: reasons kept": _figure(per_household(lambda r, k: r.work_out(goals, k)), 0.5, floor),
        f"{service}: every tree in Welsh": _figure(per_household(with_trees), floor=floor),
        f"{service}: bounds": _figure(per_household(lambda r, k: r.bounds(goals, k)), floor=floor),
        f"{service}: exact rationals": _figure(per_household(lambda r, k: r.exact(goals, k)), floor=floor),
    }


def _loading(words: Vocabulary) -> dict:
    """Checking and compiling every rule file, and bringing the same book back from its kept bytes."""
    store: dict[str, bytes] = {}
    build(words, EVERYTHING, store)
    read = _cpu(lambda: _files(EVERYTHING))

    def anew() -> None:
        lex_and_parse.cache_clear()  # which services share that use the same folders
        build(words, EVERYTHING)

    return {
        "vocabulary from its files": _figure(_cpu(vocabulary)),
        "every rule file read, checked, compiled": _figure(_cpu(anew), 300, read),
        "the same book brought back": _figure(_cpu(lambda: build(words, EVERYTHING, store)), 20, read),
    }


def _cold() -> dict:
    """From the start of a process to all answers with reasons; the floor starts Python alone."""
    with tempfile.TemporaryDirectory() as bytecode:
        _child(COLD, bytecode)  # so that our modules are compiled, as they are wherever they ran before
        figure = _figure(_child(COLD, bytecode), 300, _child(("-c", "pass"), bytecode))
    return {"process start to answers with reasons": figure}


def _plainly(rules: Rules, known: Circumstances, goals: list[str]) -> None:
    """The same printed rules bound to names that keep no reads: what the arithmetic alone costs."""
    if rules not in _PLAIN:
        _PLAIN[rules] = rules.reading(kind=_Plain)
    world = World(known, rules.vocabulary, rules.book.numbers.facts, today=rules.day)
    for goal in goals:
        try:
            _PLAIN[rules].value(rules.subject(world, goal), rules.book.numbers.rules[goal])
        except _NoFurther:
            continue


class _NoFurther(Exception):
    """It is not covered, or a fact is needed that the case does not state."""


class _Plain(Reading):
    """A binding of the compiled text without reads, ways out or refusals kept."""

    def bind(self, rates, convert):
        figures, bands, tables = figures_of(rates, convert)

        def refuse(*_):
            raise _NoFurther

        def read_fact(subject, reads, fact):
            try:
                return subject.facts[fact]
            except KeyError:
                raise _NoFurther from None

        def answer(subject, rule, reads, value, branch, kept):
            subject.memo[rule] = value
            return value

        return super().bind(rates, convert) | {
            "F": read_fact,
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


def _child(command: tuple[str, ...], bytecode: str) -> float:
    """Milliseconds of CPU of a process of its own, the least of five."""
    least = float("inf")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": bytecode}
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, *command], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least * 1000
