"""An officer's own answer in place of the rules', kept between two pages until she signs it.

It waits in her session, on the server's side, and names the revision of the case that she
was looking at. Nothing is decided until she has read the letter and confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from moothall.engines.facts.writing import write_money
from moothall.work.cases.actions import Departure
from moothall.work.cases.models import Case


@dataclass(frozen=True, slots=True)
class Intent:
    """What she means to decide: accept (no departure), or depart, on that revision."""

    revision: int
    departure: Mapping[str, Any] | None

    def as_departure(self) -> Departure | None:
        """As the action reads it, with each amount in words in both languages."""
        if self.departure is None:
            return None
        amounts = self.departure["amounts"]
        return Departure(
            outcome=self.departure["outcome"],
            results={goal: _result(one["pence"], one["unit"]) for goal, one in amounts.items()},
            why=self.departure["why"],
            law=self.departure["law"],
        )


def keep_intent(request: HttpRequest, case: Case, intent: Intent) -> None:
    request.session[_key(case)] = {"revision": intent.revision, "departure": intent.departure}


def intent_of(request: HttpRequest, case: Case) -> Intent | None:
    kept = request.session.get(_key(case))
    return Intent(**kept) if kept else None


def forget_intent(request: HttpRequest, case: Case) -> None:
    request.session.pop(_key(case), None)


def _key(case: Case) -> str:
    return f"decision:{case.pk}"


def _result(pence: float, unit: str) -> dict[str, Any]:
    return {
        "value": pence,
        "unit": unit,
        "text": {language: write_money(pence, unit, language) for language in ("en", "cy")},
    }
