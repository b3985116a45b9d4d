"""`moothall services check`: read every service as a running Moothall would, and say in words what is wrong.

Each finding is file, line, what was found and what was expected. Exit code: 0 when all is well, 1 with
findings, 2 for a wrong call. Figures that wait for a check against the law are counted, and are no finding.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from moothall.doors.commands.check_other_systems import other_systems
from moothall.doors.commands.households import SERVICES
from moothall.doors.commands.service_checks.folders import (
    keys_of_overlay,
    rules_that_nobody_reads,
    together,
    uses,
)
from moothall.doors.commands.service_checks.letters import letters
from moothall.doors.commands.service_checks.rates import days_of_rates, summary, years_of_rates
from moothall.doors.commands.service_checks.registers import registers
from moothall.doors.commands.service_checks.service_file import service_file
from moothall.doors.commands.service_checks.sheets import less_help_for_more_income
from moothall.doors.commands.service_checks.told import facts_read_on, facts_told, goals_are_rules, tellings
from moothall.doors.commands.service_checks.welsh import rules_in_welsh, welsh
from moothall.doors.commands.worked_cases import worked_cases
from moothall.engines.deadlines import DeadlineError
from moothall.engines.facts import Fault, Faults, Vocabulary
from moothall.engines.process import NotExecutable, ProcessError
from moothall.engines.questions import Contradictions, check_plan
from moothall.ground.catalogue.definition import Definition
from moothall.ground.catalogue.files import OF_EVERY_SERVICE, gather, rule_files


@dataclass(frozen=True)
class Report:
    """What was found in one service, and what is said about it when nothing was."""

    service: str
    faults: tuple[Fault, ...]
    said: str = ""


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="moothall services", description=__doc__)
    parser.add_argument("what", choices=("check",))
    parser.add_argument("--in", dest="services", type=Path, default=SERVICES, metavar="FOLDER")
    asked = parser.parse_args(argv)
    if not any(asked.services.glob("*/service.yaml")):
        print(
            f"moothall services: {asked.services} holds no service. Expected: a folder of services",
            file=sys.stderr,
        )
        return 2
    found: set[str] = set()
    for report in check(asked.services):
        # What is wrong in a shared folder is found by each service that reads it, and said once.
        for line in dict.fromkeys(map(str, report.faults)):
            if line not in found:
                print(line)
            found.add(line)
        if report.said:
            print(f"{report.service}: {report.said}")
    print(f"Findings: {len(found)}." if found else "Nothing is wrong.")
    return 1 if found else 0


def check(services: Path) -> list[Report]:
    """A report of every folder with a service.yaml, of every overlay, and of folders that nothing uses."""
    names = sorted(path.parent.name for path in services.glob("*/service.yaml"))
    reports = [_checked(services, name, organisation="") for name in names]
    for overlay in sorted(services.glob("local/*/*/")):
        reports.append(_overlay(services, overlay, names))
    reports.append(_contradictions(services))
    reports.append(_registers(services))
    reports.append(_unused(services, names))
    if not any(report.faults for report in reports):
        reports.append(Report("services", tuple(together(services))))
    return reports


def check_one(services: Path, service: str, *, organisation: str) -> list[Fault]:
    """What is wrong with one service as an organisation would publish it. Its approver waits for no other."""
    faults = list(_checked(services, service, organisation="").faults)
    overlay = services / "local" / organisation / service
    return faults or (list(_overlay(services, overlay, [service]).faults) if overlay.is_dir() else [])


def _checked(services: Path, name: str, *, organisation: str) -> Report:
    files = gather(services, service=name, organisation=organisation or "none")
    definition = Definition(files, service=name, organisation=organisation or "none")
    faults = list(service_file(definition, services))
    if not faults:
        faults += _parts(definition)
    if not faults:
        if definition.opens_cases:
            faults += letters(definition)
            faults += other_systems(definition)
        if definition.tells_others:
            faults += tellings(definition, services)
        faults += welsh(definition)
        faults += years_of_rates(definition.files)
        faults += less_help_for_more_income(definition)
        faults += _each_year(definition)
    # An overlay changes words and figures of one organisation; the worked cases are the shared definition's.
    if faults or organisation:
        return Report(name, tuple(_sorted(faults)))
    cases, wrong = worked_cases(definition, services)
    return Report(name, tuple(wrong), "" if wrong else summary(definition, cases))


def _parts(definition: Definition) -> list[Fault]:
    """Read each part with the engine that will run it, and take down what the engine says."""
    parts = ["vocabulary", "rule_book"]
    if definition.asked:
        parts += ["plan", "calendar"]
    if definition.opens_cases:
        parts += ["calendar", "process"]
    return [fault for part in parts for fault in _part(definition, part)]


def _part(definition: Definition, part: str) -> Iterator[Fault]:
    try:
        getattr(definition, part)
    except Faults as found:
        yield from found
    except NotExecutable as found:
        for refusal in found.refusals:
            yield Fault(found.name, refusal.line, f"{refusal.element} {refusal.id}", refusal.what_to_change)
    except ProcessError as found:
        yield Fault(f"{definition.key}/process.bpmn", getattr(found, "line", 1), str(found))
    except (DeadlineError, KeyError) as found:
        yield Fault(f"{definition.key}/service.yaml", 1, f"its {part} cannot be read: {found}")


def _each_year(definition: Definition) -> list[Fault]:
    """On the first day of every row of its rates, each rule has a figure and each fact a screen."""
    faults: dict[str, Fault] = {}
    days = days_of_rates(definition)
    # A question that a rule of another year reads is not asked for nothing: the rules decide who sees it.
    read = facts_read_on(definition, days)
    for day in days:
        for fault in _on_day(definition, day, read_on_other_days=read):
            faults.setdefault(str(fault), fault)
    return list(faults.values())


def _on_day(definition: Definition, day: date, *, read_on_other_days: set[str]) -> Iterable[Fault]:
    try:
        rules = definition.rules_on(day)
    except Faults as found:
        return list(found)
    # A goal that is no rule has no facts, so nothing further can be said about the plan.
    faults = goals_are_rules(definition, rules)
    if faults:
        return faults
    told = list(facts_told(definition, rules)) if definition.opens_cases else []
    if not definition.asked:
        return told
    faults += check_plan(
        definition.plan,
        rules,
        definition.goals,
        definition.vocabulary,
        read_on_other_days=read_on_other_days,
    )
    return [*faults, *told]


def _overlay(services: Path, overlay: Path, names: list[str]) -> Report:
    """An overlay is checked laid over its service, as its organisation would publish it."""
    organisation, service = overlay.parent.name, overlay.name
    where = f"local/{organisation}/{service}"
    if service not in names:
        return Report(where, (Fault(where, 1, f"there is no service '{service}'", ", ".join(names)),))
    faults = [
        *keys_of_overlay(services, overlay),
        *_checked(services, service, organisation=organisation).faults,
    ]
    if faults or not (overlay / "examples").is_dir():
        return Report(where, tuple(faults), "" if faults else f"laid over {service}, well")
    files = gather(services, service=service, organisation=organisation)
    own = Definition(files, service=service, organisation=organisation)
    cases, wrong = worked_cases(own, services, folder=overlay / "examples")
    said = f"laid over {service}, well. {cases} worked cases agree"
    return Report(where, tuple(wrong), "" if wrong else said)


def _contradictions(services: Path) -> Report:
    """The answers that do not fit together, which every service is read with."""
    folder = services / "contradictions"
    files = {f"contradictions/{path.name}": path.read_bytes() for path in sorted(folder.glob("*.*"))}
    try:
        found = Contradictions.read(files, _vocabulary(services))
    except Faults as faults:
        return Report("contradictions", tuple(faults))
    faults = tuple(rules_in_welsh(found.book)) if found.book else ()
    return Report("contradictions", faults, "" if faults else f"well. {len(found.each)} kinds of them.")


def _registers(services: Path) -> Report:
    """Bodies, places, and what bodies do: no service of its own reads all of them."""
    try:
        faults = tuple(registers(services, _vocabulary(services)))
    except Faults:
        return Report("registers", ())  # what is wrong in the vocabulary is said of the vocabulary
    return Report("registers", faults, "" if faults else "well. Bodies, places and what bodies do.")


def _vocabulary(services: Path) -> Vocabulary:
    paths = services.glob("vocabulary/*.yaml")
    return Vocabulary.from_yaml({path.relative_to(services).as_posix(): path.read_bytes() for path in paths})


def _unused(services: Path, names: list[str]) -> Report:
    """A folder without service.yaml that no service uses, or a stray file, would be checked by nobody."""
    used = {one for name in names for one in uses(services, name)}
    faults = [
        Fault(
            files[0].relative_to(services).as_posix(),
            1,
            "no service uses this folder",
            "a service.yaml in it, or its name under uses: of another",
        )
        for folder, files in rule_files(services).items()
        if folder not in names and folder not in used and folder not in OF_EVERY_SERVICE
    ]
    return Report("services", (*faults, *rules_that_nobody_reads(services)))


def _sorted(faults: Iterable[Fault]) -> list[Fault]:
    return sorted(faults, key=lambda fault: (fault.file, fault.line))
