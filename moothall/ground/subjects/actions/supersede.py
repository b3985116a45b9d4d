"""Correct a fact without losing what was believed before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from moothall.ground.subjects.actions.state import Source, statement
from moothall.ground.subjects.models import Fact


class AlreadySuperseded(Exception):
    """Somebody corrected this statement first; look at theirs before correcting it again."""


def supersede(fact: Fact, value: Any, *, source: Source) -> Fact:
    """Write a correction that names the statement it replaces; the old one stays readable.

    Raises AlreadySuperseded when the statement is no longer the open one.
    """
    closed = Fact.objects.filter(id=fact.id, known_until__isnull=True).update(known_until=source.now)
    if not closed:
        raise AlreadySuperseded(f"{fact.name} was corrected meanwhile.")
    correction = statement(fact.subject, fact.name, value, replace(source, case=source.case or fact.case))
    correction.supersedes = fact
    correction.save(force_insert=True)
    return correction
