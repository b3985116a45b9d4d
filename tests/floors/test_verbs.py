"""What the code says has happened is declared in the record's verbs.yaml, before it ever runs."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from moothall.ground.record.verbs import CHANNELS, ENVELOPE_PARTS, declared_verbs
from tests.kit.places import ROOT


@dataclass
class Said:
    """One `Happened(...)` in the code, as far as it is written out there."""

    where: str
    verb: str
    given: set[str]
    details: set[str]
    payload: set[str]
    channel: str | None


def said_in(source: str, where: str) -> Iterator[Said]:
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Happened"
        ):
            given = {keyword.arg: keyword.value for keyword in node.keywords}
            verb = given.get("verb")
            if isinstance(verb, ast.Constant):
                yield Said(
                    where=f"{where}:{node.lineno}",
                    verb=verb.value,
                    # `**common` may hold anything, so what it lacks is left to the check at run time.
                    given=set(given) if None not in given else {*given, *ENVELOPE_PARTS},
                    details=_names(given.get("details")),
                    payload=_names(given.get("payload")),
                    channel=given["channel"].value
                    if isinstance(given.get("channel"), ast.Constant)
                    else None,
                )


def _names(value: ast.expr | None) -> set[str]:
    """The names of every dictionary written out in this expression, but not of those inside it."""
    if isinstance(value, ast.Dict):
        return {key.value for key in value.keys if isinstance(key, ast.Constant)}
    if isinstance(value, ast.IfExp):
        return _names(value.body) | _names(value.orelse)
    return set()


def faults(said: Said) -> list[str]:
    declared = declared_verbs().get(said.verb)
    if declared is None:
        return [f"{said.where}: {said.verb} is not declared"]
    found = []
    for part, names, allowed in (
        ("details", said.details, declared.details),
        ("payload", said.payload, declared.payload),
    ):
        found += [
            f"{said.where}: {said.verb} has no {name} in its {part}" for name in sorted(names - set(allowed))
        ]
    found += [f"{said.where}: {said.verb} needs {part}" for part in declared.needs if part not in said.given]
    if said.channel is not None and said.channel not in CHANNELS:
        found.append(f"{said.where}: {said.channel!r} is no channel")
    return found


def everything_said() -> list[Said]:
    return [
        said
        for path in sorted((ROOT / "moothall").rglob("*.py"))
        if "tests" not in path.parts
        for said in said_in(path.read_text(), str(path.relative_to(ROOT)))
    ]


def test_every_verb_and_field_in_the_code_is_declared():
    said = everything_said()
    assert len(said) > 5, "the walk found next to nothing, so it proves nothing"
    assert [fault for one in said for fault in faults(one)] == []


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ('Happened(verb="case.eaten")', "case.eaten is not declared"),
        ('Happened(verb="case.viewed", case=1)', "case.viewed needs actor"),
        ('record.Happened(verb="case.viewed", **common, payload={"name": 1})', "no name in its payload"),
        ('Happened(verb="case.viewed", **common, details={"page": 1, "who": 2})', "no who in its details"),
        ('Happened(verb="case.viewed", **common, channel="pigeon")', "'pigeon' is no channel"),
    ],
)
def test_an_undeclared_verb_or_field_is_found(code, fault):
    (said,) = said_in(code, "planted")
    assert fault in "".join(faults(said))


def test_every_verb_says_what_it_means():
    for verb in declared_verbs().values():
        assert verb.means.endswith("."), verb.name


# Named by the design, and waiting for the first room that writes them.
NOT_YET_WRITTEN = {"fact.stated", "fact.reused", "mandate.used", "contact.made"}


def test_a_verb_that_nothing_writes_is_not_declared():
    """Whoever reads the list must be able to trust that these things are recorded."""
    code = "".join(
        path.read_text() for path in (ROOT / "moothall").rglob("*.py") if "tests" not in path.parts
    )
    unwritten = {verb for verb in declared_verbs() if f'"{verb}"' not in code}
    assert unwritten == NOT_YET_WRITTEN
