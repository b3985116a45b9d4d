"""The short version of the proof. The long one, with at least 150 kills, is `make proof`."""

import pytest

from tests.proof import kill


@pytest.mark.parametrize("database", kill.DATABASES)
def test_a_submission_is_there_once_and_whole_wherever_the_server_dies(database):
    result = kill.run(seed=1, short=True, progress=print, databases=[database])
    assert result.failures == []
    assert result.counts[f"kills on {database}"] == kill.KILLS[True]
    assert result.counts[f"kills of reports on {database}"] > 0
    assert result.counts[f"submissions on {database}"] >= kill.KILLS[True]
