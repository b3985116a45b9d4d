import hmac
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.ground.organisations.wall.tokens import pads, sign


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_the_pads_make_the_hmac_of_rfc_2104(key, message):
    inner, outer = pads(key)
    assert sha256(outer + sha256(inner + message).digest()).digest() == hmac.digest(key, message, "sha256")


def test_a_token_names_each_organisation_once_in_one_order():
    signed = sign(["thanet", "kent", "thanet"], backend=7, issued_at=1, nonce="n", key=b"k")
    assert signed.startswith("kent,thanet|7|1|n|")


@pytest.mark.parametrize("key", ["kent,thanet", "kent|1", "", "Kent", "kent\n", "k" * 41])
def test_a_key_that_could_say_two_things_is_not_signed(key):
    with pytest.raises(ValueError, match="no key of an organisation"):
        sign([key], backend=7, issued_at=1, nonce="n", key=b"k")
