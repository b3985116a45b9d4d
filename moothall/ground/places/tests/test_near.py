from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.ground.places.near import NEAR, Points, near_another

# Small numbers put many points near each other, across the borders of cells too.
points = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900), st.integers(0, 3)), max_size=40)


@given(points)
@settings(max_examples=200)
def test_it_finds_what_comparing_all_with_all_finds(told):
    collected = Points()
    for point in told:
        collected.add(*point)
    expected = {}
    for index, (east, north, district) in enumerate(told):
        others = {
            other
            for across, up, other in told
            if other != district and (across - east) ** 2 + (up - north) ** 2 <= NEAR**2
        }
        if others:
            expected[index] = others
    assert near_another(collected) == expected
