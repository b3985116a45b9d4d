"""Every programme that is compared with the oracle.

A module of this folder exports `programmes() -> dict[str, Programme]`, new ones each time that it is asked.
To add a module is enough: nothing else names it.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from moothall.doors.commands.oracle_comparison import Programme


def programmes() -> dict[str, Programme]:
    """The programmes of every module here, by name. Raises ValueError for a second of the same name."""
    found: dict[str, Programme] = {}
    for module in sorted(each.name for each in iter_modules(__path__)):
        for name, programme in import_module(f"{__name__}.{module}").programmes().items():
            if name in found:
                raise ValueError(f"{module} compares {name}, which another module compares already")
            found[name] = programme
    return found
