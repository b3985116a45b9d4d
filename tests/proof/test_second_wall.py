"""The proof of the second wall is short enough to be run whole."""

from tests.proof import second_wall


def test_raw_sql_shows_nobody_a_row_of_another_organisation(django_db_blocker):
    # It brings a PostgreSQL of its own, and a connection to it as the settings make it.
    with django_db_blocker.unblock():
        result = second_wall.run(seed=1, short=True, progress=print)
    assert result.failures == []
    assert result.counts["tables of organisations"] > 10 and result.counts["relations read"] > 1_000
