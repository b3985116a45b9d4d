import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.ground.places.packing import (
    BYTES_EACH,
    TooManyDistricts,
    find,
    inward_code,
    inward_number,
    pack,
    unpack,
)

numbers = st.integers(0, 3999)
blocks = st.dictionaries(numbers, st.integers(0, 255), max_size=300)


@given(numbers)
def test_an_inward_code_is_a_number_and_back(number):
    assert inward_number(inward_code(number)) == number


@given(blocks, numbers)
def test_a_block_says_of_every_postcode_what_was_put_in(entries, number):
    packed = pack(entries)
    assert len(packed) == BYTES_EACH * len(entries)
    assert find(packed, number) == entries.get(number)
    assert dict(unpack(packed)) == entries


def test_a_block_is_the_same_in_whatever_order_it_is_filled():
    assert pack({1: 2, 3: 4}) == pack({3: 4, 1: 2})


def test_more_answers_than_a_byte_tells_apart_are_refused():
    with pytest.raises(TooManyDistricts):
        pack({1: 256})


@pytest.mark.parametrize("wrong", ["5CA", "CAA", "5N", "5NAA"])
def test_what_is_no_inward_code_has_no_number(wrong):
    with pytest.raises((KeyError, ValueError)):
        inward_number(wrong)
