"""The database engine `moothall.ground.sqlite`. Django looks for it in a module of this name.

Invariants:
- nothing is read from or committed to a file that is no longer at its path;
- a process that serves never makes a database.
"""

from __future__ import annotations

import os
import sqlite3

from django.db.backends.sqlite3 import base

# In SQLite's own words, so that whoever explains it to a resident finds one kind of trouble and not two.
GONE = "unable to open database file"


class DatabaseWrapper(base.DatabaseWrapper):
    """Compares, at each use, the file at its path with the one that was opened.

    A file that is moved or deleted stays open for whoever has it open, and SQLite goes on: it would issue
    a reference for a submission that stands in a file which nobody will read again.
    """

    may_make = True  # whether a missing file is made, as `moothall prepare` does
    _opened: tuple[int, int] | None = None

    def get_new_connection(self, conn_params):
        self._opened = None
        if not self.may_make and self._at_path() is None:
            raise sqlite3.OperationalError(GONE)
        connection = super().get_new_connection(conn_params)
        self._opened = self._at_path()
        return connection

    def create_cursor(self, name=None):
        self._refuse_another_file()
        return super().create_cursor(name)

    def is_usable(self):
        return self._opened == self._at_path() and super().is_usable()

    def _commit(self):
        with self.wrap_database_errors:
            self._refuse_another_file()
        return super()._commit()

    def _refuse_another_file(self) -> None:
        if self._opened != self._at_path():
            raise sqlite3.OperationalError(GONE)

    def _at_path(self) -> tuple[int, int] | None:
        """Which file is there now; None when there is none, and for a database that is only in memory."""
        try:
            found = os.stat(self.settings_dict["NAME"])  # noqa: PTH116  Path costs more, at each statement.
        except OSError:
            return None
        return found.st_dev, found.st_ino


def serving() -> None:
    """From now on a missing file is trouble, and is not made.

    An empty database in the place of a lost one would write its log beside it, and the true file, put back,
    would be read with that log.
    """
    DatabaseWrapper.may_make = False
