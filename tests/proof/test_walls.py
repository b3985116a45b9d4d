"""The short version of the proof of the walls: each kind of id once, by GET and by POST."""

import pytest

from tests.proof import walls


@pytest.mark.parametrize("database", walls.DATABASES)
def test_nobody_is_given_a_word_that_is_another_organisations(database):
    assert walls.run(seed=1, short=True, progress=print, databases=[database]).failures == []
