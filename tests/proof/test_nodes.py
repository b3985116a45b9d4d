"""The short version of the proof: each trouble of the road once. The long one is `make proof`."""

import pytest

from tests.proof import nodes


@pytest.mark.parametrize("database", nodes.DATABASES)
def test_a_promise_to_another_node_is_one_case_there_and_her_page_is_true(database):
    result = nodes.run(seed=1, short=True, progress=print, databases=[database])
    assert result.failures == []
    assert result.counts["looks at her page"] >= 5
