"""The second wall: PostgreSQL itself gives no row of an organisation that is not in context.

Invariants:
- the context is a list of organisations that this process signed, for one backend and for
  one transaction; a database function checks the signature with a key that the
  application's role cannot read, so the role cannot widen or invent a context;
- whatever is wrong with a context, it is empty, and every list is empty;
- row-level security is forced on every table that belongs to organisations; a table that
  is neither behind the wall nor listed as open gives the application nothing at all.

SQLite has no such wall: there the first one, in code, stands alone.
"""

from moothall.ground.organisations.wall.enforcing import enforce_wall
from moothall.ground.organisations.wall.entering import WallRefused, enter

__all__ = ["WallRefused", "enforce_wall", "enter"]
