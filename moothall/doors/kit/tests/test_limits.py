import pytest
from django.core.cache import cache

from moothall.doors.kit.limits import TooManyTries, count_try


def test_tries_are_counted_for_each_who_and_forgotten_in_the_next_window():
    cache.clear()
    for _ in range(2):
        count_try("key", "mair", most=2, seconds=60, now=600)
    with pytest.raises(TooManyTries) as raised:
        count_try("key", "mair", most=2, seconds=60, now=610)
    assert raised.value.wait == 50
    count_try("key", "gwen", most=2, seconds=60, now=610)
    count_try("key", "mair", most=2, seconds=60, now=661)
    cache.clear()
