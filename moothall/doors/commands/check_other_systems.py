"""What a service says of other systems, and of one matter, is about its own facts: a slip would be silent."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.engines.facts import Fault
from moothall.engines.facts.yaml_lines import read_yaml
from moothall.ground.catalogue.definition import Definition


def other_systems(definition: Definition) -> Iterator[Fault]:
    """Every fact of `checks:` and `one_matter:` is told to the body; what a system answers is never asked."""
    file, service = f"{definition.key}/service.yaml", definition.service
    if not {"checks", "one_matter", "asked_first"} & set(service):
        return  # it may have no questions of its own to compare with
    table = read_yaml(file, definition.files[file].encode())
    told, given = set(service.get("facts", ())), definition.plan.given
    for check in service.get("checks", ()):
        answers = [check["answered"], *check["attests"]]
        for name in [*check["about"], *answers]:
            if name not in told:
                yield Fault(file, table.line_of("checks"), f"its checks name {name}", f"{name} under facts")
        for name in answers:
            if name not in given:
                expected = f"{name} under given in questions.yaml"
                yield Fault(file, table.line_of("checks"), f"{name} is answered by {check['of']}", expected)
    for name in service.get("one_matter", ()):
        if name not in told:
            yield Fault(file, table.line_of("one_matter"), f"one_matter names {name}", f"{name} under facts")
    for key in service.get("asked_first", ()):
        screen = definition.plan.screens.get(key)
        if screen is None or not screen.identity:
            yield Fault(file, table.line_of("asked_first"), f"{key} is asked first", "an identity screen")
