"""Figures from what happened. Only envelopes are read: no payload has to be kept for a measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q

from moothall.engines.deadlines import day_begins
from moothall.engines.indicators import Act, touch_time
from moothall.ground.organisations.acting import organisations_in_context
from moothall.ground.record.models import Entry
from moothall.work.measures.figures import (
    Cases,
    Facts,
    Figures,
    Interviews,
    Period,
    Reviews,
    Time,
    screens_of,
)

# An officer's acts on a case decided in the period may lie before it, but not longer than this.
EARLIEST_ACT = timedelta(days=366)
COLUMNS = ("verb", "at", "step", "channel", "case", "actor_kind", "actor", "minutes", "details")


@dataclass(frozen=True, slots=True)
class Envelope:
    """The parts of an entry that a measure may read."""

    verb: str
    at: datetime
    step: str
    channel: str
    case: str
    actor_kind: str
    actor: str
    minutes: int | None
    details: Mapping[str, Any]


def figures(service: str, *, organisation: str, period: Period) -> Figures:
    """What happened with one service of one body. Raises OutsideTheWall for a body not in context."""
    begin, end = day_begins(period.since), day_begins(period.until + timedelta(days=1))
    told = _envelopes(service, organisation, since=begin - EARLIEST_ACT, until=end)
    here = [one for one in told if one.at >= begin]
    decided = _first_decisions(told)
    return Figures(
        service=service,
        organisation=organisation,
        period=period,
        interviews=_interviews(here),
        screens=screens_of(
            (one.details.get("screens", []) for one in here if one.verb in ENDED),
            (one.step for one in here if one.verb == "application.left"),
        ),
        channels=_counted(one.channel for one in here if one.verb == "case.opened"),
        cases=_cases(told, [one for one in decided.values() if one.at >= begin], since=begin),
        time=_time(told, {case for case, one in decided.items() if one.at >= begin}, here),
        facts=_facts(here),
        reviews=_reviews(here),
    )


def busiest(organisations: Iterable[str]) -> tuple[str, str] | None:
    """(organisation, service) with the most cases of all those named that are in context, or None."""
    named = set(organisations) & organisations_in_context()
    counted = (
        Entry.objects.filter(organisation__in=named, verb="case.opened")
        .values_list("organisation", "service")
        .annotate(cases=Count("id"))
    )
    most = counted.order_by("-cases", "organisation", "service").first()
    return most[:2] if most else None


ENDED = frozenset({"application.submitted", "application.left"})
MEASURED = frozenset(
    {
        "application.started",
        *ENDED,
        "promise.made",
        "case.opened",
        "case.viewed",
        "case.decided",
        "case.closed",
        "task.started",
        "task.put_back",
        "task.finished",
        "review.asked",
    }
)


def _envelopes(service: str, organisation: str, *, since: datetime, until: datetime) -> list[Envelope]:
    """The record lies beneath the first wall, so the context is asked here."""
    named = {organisation} & organisations_in_context()
    # Whatever carries minutes that somebody entered counts too: a call, a visit, a letter.
    counted = Q(verb__in=MEASURED) | Q(minutes__isnull=False)
    rows = Entry.objects.filter(counted, organisation__in=named, service=service, at__gte=since, at__lt=until)
    return [Envelope(*row) for row in rows.order_by("id").values_list(*COLUMNS)]


def _interviews(here: Iterable[Envelope]) -> Interviews:
    told = Counter(one.verb for one in here)
    return Interviews(
        started=told["application.started"],
        sent=told["application.submitted"],
        forgotten=told["application.left"],
    )


def _first_decisions(told: Iterable[Envelope]) -> dict[str, Envelope]:
    """A case that is decided again after a review was decided when it was decided first."""
    first: dict[str, Envelope] = {}
    for one in told:
        if one.verb == "case.decided":
            first.setdefault(one.case, one)
    return first


def _cases(told: list[Envelope], decided: list[Envelope], *, since: datetime) -> Cases:
    opened = {one.case for one in told if one.verb == "case.opened"}
    settled = {one.case for one in told if one.verb in ("case.decided", "case.closed")}
    return Cases(
        opened=sum(one.verb == "case.opened" and one.at >= since for one in told),
        decided=len(decided),
        open_at_end=len(opened - settled),
        late=sum(bool(one.details.get("late")) for one in decided),
        days=tuple(one.details["days"] for one in decided if "days" in one.details),
        outcomes=_counted(one.details.get("outcome", "") for one in decided),
    )


def _time(told: list[Envelope], decided: set[str], here: list[Envelope]) -> Time:
    """Of cases that were decided: a case still open has not shown yet how long it takes."""
    acts = [
        Act(case=one.case, actor=one.actor, at=one.at)
        for one in told
        if one.actor_kind == "officer" and one.case in decided
    ]
    minutes: Counter[str] = Counter()
    for one in here:
        minutes[one.channel] += one.minutes or 0
    return Time(
        measured=tuple(touch_time(acts).values()),
        entered=tuple((channel, spent) for channel, spent in sorted(minutes.items()) if spent),
    )


def _facts(here: Iterable[Envelope]) -> Facts:
    told = [one.details for one in here if one.verb == "promise.made"]
    return Facts(
        asked=sum(details.get("asked", 0) for details in told),
        reused=sum(details.get("reused", 0) for details in told),
    )


def _reviews(here: list[Envelope]) -> Reviews:
    answered = [one for one in here if one.verb == "task.finished" and one.step == "look_again"]
    return Reviews(
        asked=sum(one.verb == "review.asked" for one in here),
        answered=len(answered),
        changed=sum(one.details.get("outcome") == "changed" for one in answered),
    )


def _counted(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """The most frequent first; those that are equal in order of their names."""
    return tuple(sorted(Counter(words).items(), key=lambda one: (-one[1], one[0])))
