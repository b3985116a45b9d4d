import logging
import sys

from moothall.doors.kit.logs import WithoutWords


def test_a_traceback_keeps_its_places_and_loses_its_words():
    row = "Failing row contains (Mair Example)"
    try:
        try:
            raise ValueError(row)
        except ValueError as cause:
            raise RuntimeError(row) from cause
    except RuntimeError:
        record = logging.LogRecord("moothall", logging.ERROR, __file__, 1, "It failed.", (), sys.exc_info())
    line = WithoutWords("{levelname} {message}", style="{").format(record)
    assert "Mair" not in line
    assert "builtins.RuntimeError" in line and "builtins.ValueError" in line and "test_logs.py" in line
