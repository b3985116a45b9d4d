"""The folders of services side by side: overlays, rules that nobody reads, names that are taken twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from moothall.engines.facts import Fault, Faults, Vocabulary
from moothall.engines.facts.yaml_lines import NotReadable, Table, read_yaml
from moothall.engines.rules import RuleBook
from moothall.ground.catalogue.definition import SHEETS
from moothall.ground.catalogue.files import rule_files


def together(services: Path) -> list[Fault]:
    """Rules and figures of all folders are read by one estimate, so no two things have one name.

    A folder that says `stands_in_for:` another has the other's names on purpose, and is not read with it.
    """
    read_together = {
        folder: files for folder, files in rule_files(services).items() if not _stands_in(services / folder)
    }
    rules = _read(services, (path for files in read_together.values() for path in files))
    rates, wordings = (
        _read(services, (services / folder / name for folder in read_together))
        for name in ("rates.yaml", "wording.cy.yaml")
    )
    words = _read(services, services.glob("vocabulary/*.yaml"))
    try:
        RuleBook.build(rules, rates, Vocabulary.from_yaml(words), wording_texts=wordings)
    except Faults as found:
        return list(found)
    return []


def _read(services: Path, paths: Iterable[Path]) -> dict[str, bytes]:
    return {path.relative_to(services).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def _stands_in(folder: Path) -> bool:
    file = folder / "service.yaml"
    return file.is_file() and "stands_in_for" in read_yaml(file.name, file.read_bytes())


def rules_that_nobody_reads(services: Path) -> Iterator[Fault]:
    """A folder rules/ holds rule files and nothing else: a file that is not read would look as if it held."""
    read = {path for files in rule_files(services).values() for path in files}
    for path in sorted(services.glob("*/rules/**/*")):
        if path.is_file() and path not in read:
            where = path.relative_to(services).as_posix()
            yield Fault(where, 1, "this file is not read", "a .py file directly in rules/, or another folder")


def uses(services: Path, service: str) -> list[str]:
    """The folders of rules that a service uses; none when its file cannot be read, a finding elsewhere."""
    try:
        return list(
            read_yaml("service.yaml", (services / service / "service.yaml").read_bytes()).get("uses", ())
        )
    except NotReadable:
        return []


def keys_of_overlay(services: Path, folder: Path) -> Iterator[Fault]:
    """An overlay says in another way what the shared file says; a key of its own would be read by nobody."""
    for path in sorted(folder.glob("*.yaml")):
        # A sheet of an organisation's own scheme has its own keys, and is checked with the rules.
        if path.name.startswith(SHEETS):
            continue
        where, shared_path = path.relative_to(services).as_posix(), services / folder.name / path.name
        try:
            local = read_yaml(where, path.read_bytes())
            shared = (
                read_yaml(shared_path.name, shared_path.read_bytes()) if shared_path.is_file() else Table()
            )
        except NotReadable as wrong:
            yield wrong.fault
            continue
        for key in local:
            if key not in shared:
                yield Fault(
                    where, local.line_of(key), f"'{key}' is not in the shared definition", ", ".join(shared)
                )
