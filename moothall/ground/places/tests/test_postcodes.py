import pytest

from moothall.ground.places.postcodes import (
    BadPostcode,
    ForeignPostcode,
    HalfPostcode,
    NoPostcode,
    NorthernIreland,
    NotAPostcode,
    read_postcode,
)


@pytest.mark.parametrize("typed", ["CT1 1AA", "ct1 1aa", " CT11AA ", "CT1-1AA", "c t 1 1 a a"])
def test_one_postcode_however_it_is_typed(typed):
    assert read_postcode(typed) == "CT11AA"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", NoPostcode),
        ("   ", NoPostcode),
        ("CT1", HalfPostcode),
        ("CT1 1", HalfPostcode),
        ("CT1 1A", HalfPostcode),
        ("90210", ForeignPostcode),
        ("1012 AB", ForeignPostcode),
        ("K1A 0B1", ForeignPostcode),
        ("JE2 3AB", ForeignPostcode),
        ("BT1 5GS", NorthernIreland),
        ("hello", NotAPostcode),
        ("CT1 1AA CT1 1AA CT1 1AA", NotAPostcode),
        ("😀", NotAPostcode),
        ("x" * 10_000_000, NotAPostcode),
    ],
)
def test_each_kind_of_wrong_has_its_own_name(typed, problem):
    with pytest.raises(BadPostcode) as raised:
        read_postcode(typed)
    assert raised.type is problem
