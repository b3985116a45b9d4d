import pytest

from moothall.doors.frontdoor.finding import Findable, find

TAX = Findable("tax", "Council tax reduction", ("help with council tax", "single person discount"))
BUS = Findable("bus", "Older person's bus pass", ("free bus travel", "tocyn bws"))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("help with my council tax", ["tax"]),
        ("COUNSIL TAX", ["tax"]),
        ("bws", ["bus"]),
        ("bus", ["bus"]),
        ("living on the moon", []),
        ("", []),
        ("the", []),
        ("x" * 100_000, []),
    ],
)
def test_plain_words_find_what_they_mean(asked, found):
    assert [one.key for one in find(asked, [TAX, BUS])] == found


def test_the_better_match_comes_first():
    assert find("person bus pass", [TAX, BUS])[0] == BUS
