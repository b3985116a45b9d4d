"""How long officers were busy with a case, as far as their own acts show it.

Between two acts of one officer on one case lies a spell. A spell without an act for longer than five minutes
counts as five: she may have been reading, or at lunch. It is measured and never entered; what people enter
(a call, a visit, a letter) is shown apart and never added to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

LONGEST_SPELL = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that an officer did with a case. Both are pseudonyms."""

    case: str
    actor: str
    at: datetime


def touch_time(acts: Iterable[Act]) -> dict[str, timedelta]:
    """The touch time of each case. One act alone shows no time: then it is nought, and not left out."""
    told: defaultdict[str, defaultdict[str, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    for act in acts:
        told[act.case][act.actor].append(act.at)
    return {
        case: sum((_spells(instants) for instants in officers.values()), timedelta())
        for case, officers in told.items()
    }


def _spells(instants: list[datetime]) -> timedelta:
    ordered = sorted(instants)
    return sum((min(later - earlier, LONGEST_SPELL) for earlier, later in pairwise(ordered)), timedelta())
