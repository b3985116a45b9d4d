"""Each proof can still be sabotaged: the line that it names is there, once, and is changed to another."""

from importlib import import_module

import pytest

from tests.kit.places import ROOT
from tests.proof.__main__ import PROOFS


@pytest.mark.parametrize("name", PROOFS)
def test_the_line_that_a_sabotage_changes_is_there_once(name):
    sabotage = import_module(f"tests.proof.{name}").SABOTAGE
    text = (ROOT / sabotage.file).read_text(encoding="utf-8")

    assert text.count(sabotage.line) == 1, (
        f"{sabotage.file} has changed; name another line in tests/proof/{name}.py"
    )
    assert sabotage.replacement not in text
    assert sabotage.why
