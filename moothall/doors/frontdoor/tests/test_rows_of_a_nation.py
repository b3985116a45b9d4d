"""What could I get? Each nation's council tax reduction stands on the pages of its own bodies alone."""

from types import SimpleNamespace

import pytest

from moothall.doors.commands.households import definition_of
from moothall.doors.frontdoor.interview.everything import rows_here

REDUCTION = "council_tax_reduction"


def way(nation: str) -> SimpleNamespace:
    edition = SimpleNamespace(definition=definition_of("what_could_i_get"))
    body = SimpleNamespace(nation=nation)
    return SimpleNamespace(draft=SimpleNamespace(organisation=body, edition=edition))


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
    rows = rows_here(way(nation))
    assert [one for one in rows if one.startswith(REDUCTION)] == [goal]
    assert "universal_credit" in rows


@pytest.mark.parametrize(
    ("goal", "name", "page"),
    [
        ("winter_fuel_payment", "Pension Age Winter Heating Payment", "pension-age-winter-heating-payment"),
        ("carers_allowance_of_the_family", "Carer Support Payment", "carer-support-payment"),
        ("best_start_foods", "Best Start Foods", "best-start-foods"),
    ],
)
def test_what_scotland_has_of_its_own_has_its_own_name_and_page_there(goal, name, page):
    row = rows_here(way("scotland"))[goal]
    assert row["name"]["en"] == name and page in row["where_to_ask"]["url"]
    assert "where_to_ask" not in rows_here(way("wales")).get(goal, {})
