"""Every slip is refused at its place with the message that the how-to prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from moothall.engines.rules import RuleErrors
from moothall.engines.rules.tests.refusals import SLIPS, refusal, table
from moothall.engines.rules.tests.sample import build

HOW_TO = Path(__file__).parents[4] / "docs" / "how-to" / "rules.md"
MARK = "<!-- the table of refusals: python -m moothall.engines.rules.tests.refusals -->\n"


@pytest.mark.parametrize(
    "slip", SLIPS, ids=[f"{number} {slip.wrote[:40]!r}" for number, slip in enumerate(SLIPS)]
)
def test_a_slip_is_refused_with_its_message(slip):
    message = refusal(slip)

    assert slip.message in message
    assert f"{slip.file}" in message.split(":")[0]


def test_all_faults_of_a_file_are_reported_not_only_the_first():
    with pytest.raises(RuleErrors) as refused:
        build(
            '@household("Act 1")\ndef a(rent, rooms) -> GBP/month:\n    """A."""\n    return rent + rooms\n\n'
            '@household("Act 1")\ndef b(rnet) -> GBP/month:\n    """B."""\n    return rnet\n'
        )

    assert [(fault.line, fault.file) for fault in refused.value] == [
        (4, "rules.py"),
        (7, "rules.py"),
        (9, "rules.py"),
    ]


def test_one_mistake_in_a_name_does_not_cascade():
    with pytest.raises(RuleErrors) as refused:
        build(
            '@household("Act 1")\ndef a(rent) -> GBP/month:\n    """A."""\n'
            "    x = rent + 3\n    y = x + rent\n    return max(x, y)\n"
        )

    assert len(refused.value) == 1


def test_the_how_to_prints_the_messages_as_they_are():
    text = HOW_TO.read_text(encoding="utf-8")

    assert text.partition(MARK)[2] == table(), "print the table again: see the mark in docs/how-to/rules.md"
