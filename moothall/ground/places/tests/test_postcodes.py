import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.ground.places.postcodes import (
    NOT_SERVED_HERE,
    WHOLE,
    BadPostcode,
    ForeignPostcode,
    HalfPostcode,
    NoPostcode,
    NorthernIreland,
    NotAPostcode,
    read_postcode,
    written,
)


@pytest.mark.parametrize("typed", ["CT1 1AA", "ct1 1aa", " CT11AA ", "CT1-1AA", "c t 1 1 a a"])
def test_one_postcode_however_it_is_typed(typed):
    assert read_postcode(typed) == "CT11AA"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CT1 IAA", "CT11AA"),
        ("CTl 1AA", "CT11AA"),
        ("CT10 OAA", "CT100AA"),
        ("0X1 1AA", "OX11AA"),
        ("S014 OAA", "SO140AA"),
        ("1G1 1AA", "IG11AA"),
        ("W1A 1AA", "W1A1AA"),
    ],
)
def test_a_letter_typed_for_a_figure_is_put_right(typed, meant):
    assert read_postcode(typed) == meant


def test_what_could_be_two_postcodes_is_not_guessed():
    with pytest.raises(NotAPostcode):  # LO1 1AA, or L01 1AA
        read_postcode("LOL 1AA")


@given(st.from_regex(WHOLE, fullmatch=True))
def test_every_postcode_is_itself_however_it_is_spaced(postcode):
    try:
        assert read_postcode(f" {written(postcode).lower()} ") == postcode
    except (NorthernIreland, ForeignPostcode):
        assert postcode.startswith(("BT", *NOT_SERVED_HERE))


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
