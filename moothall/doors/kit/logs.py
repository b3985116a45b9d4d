"""Log lines without anybody's data.

A database's error often quotes the row that it refused ("Failing row contains (Mair, ...)"), and
a log keeps for years what the record would erase. So a traceback is written with its places and
the kind of its error, and never with the error's own words.
"""

from __future__ import annotations

import logging
import traceback


class WithoutWords(logging.Formatter):
    """Writes a traceback's files, lines and kinds of error, and leaves the messages out."""

    def formatException(self, ei) -> str:
        lines: list[str] = []
        raised: BaseException | None = ei[1]
        while raised is not None:
            lines += traceback.format_list(traceback.extract_tb(raised.__traceback__))
            lines.append(f"{type(raised).__module__}.{type(raised).__qualname__}")
            raised = raised.__cause__ or raised.__context__
        return "\n".join(line.rstrip() for line in lines)
