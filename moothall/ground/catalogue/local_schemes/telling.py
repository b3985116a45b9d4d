"""Leaves out of reasons what a sheet says about itself: that is how a scheme is kept, and no reason.

A sheet becomes rates such as "it says which income counts: yes" and "way of working out: 3". The shared rules
need them; a resident, an officer and a tribunal need the money, the percentages, the hours and the sentences.
"""

from __future__ import annotations

from collections.abc import Mapping

from moothall.ground.catalogue.local_schemes.names import ALL

# Numbers that people read: how many children count, and hours of work.
READ_BY_PEOPLE = {
    "scheme_child_limit",
    "scheme_floor_hours",
    "scheme_longer_hours",
    "scheme_childcare_hours",
    "scheme_nd_hours",
}
FLAGS = {name for name, (unit, _) in ALL.items() if unit in ("yes_no", "number")} - READ_BY_PEOPLE
# Rules whose answer is the number of a way or of a table. The rows and the sentences say it in words.
NUMBERS = {"local_kind", "local_table"}
# Told where it is first found, with its sentence; its number alone says nothing the second time.
TOLD_ONCE = {"local_route", "local_place"}


def without_flags(tree: Mapping) -> dict:
    """The same tree as plain JSON, without those lines and whatever stands below them."""
    told = dict(tree)
    for part in ("children", "left_out"):
        kept = [without_flags(one) for one in tree.get(part, ()) if not _is_flag(one)]
        told.pop(part, None)
        if kept:
            told[part] = kept
    return told


def _is_flag(one: Mapping) -> bool:
    name = one["name"]
    return name in FLAGS or name in NUMBERS or (name in TOLD_ONCE and bool(one.get("again")))
