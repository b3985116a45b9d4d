"""What could I get? Each nation's council tax reduction stands on the pages of its own bodies alone."""

from types import SimpleNamespace

import pytest

from moothall.doors.commands.households import definition_of
from moothall.doors.frontdoor.interview.everything import rows_here

REDUCTION = "council_tax_reduction"


@pytest.mark.parametrize(
    ("nation", "goal"),
    [
        ("england", REDUCTION),
        ("wales", f"{REDUCTION}_wales"),
        ("scotland", f"{REDUCTION}_scotland"),
        ("northern_ireland", REDUCTION),
    ],
)
def test_the_reduction_of_the_nation_is_offered_and_no_other(nation, goal):
    edition = SimpleNamespace(definition=definition_of("what_could_i_get"))
    draft = SimpleNamespace(organisation=SimpleNamespace(nation=nation), edition=edition)
    rows = rows_here(SimpleNamespace(draft=draft))
    assert [one for one in rows if one.startswith(REDUCTION)] == [goal]
    assert "universal_credit" in rows
