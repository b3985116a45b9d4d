"""The short version of the proof: each trouble at one answer and at the sending of one claim."""

import pytest

from tests.proof import faults
from tests.proof.faults_definitions import MISTAKES


@pytest.mark.parametrize("database", faults.DATABASES)
def test_whatever_fails_the_page_says_so_and_nothing_is_lost(database):
    result = faults.run(seed=1, short=True, progress=print, databases=[database])
    assert result.failures == []
    assert result.counts["pages that told of trouble"] >= 3
    if database == "sqlite":
        assert result.counts["definitions that cannot be right"] == len(MISTAKES)
