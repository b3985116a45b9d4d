"""The way through a copy: only what the change needs is asked, and then everything is compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.urls import reverse

from moothall.doors.frontdoor.interview.way import Way, way_of
from moothall.engines.questions import Screen
from moothall.work.applications.actions.imagine import BORN, EARNINGS, ROLE
from moothall.work.applications.models import Draft

# What the page of the changes itself asks: what does not fit among these is put right there.
CHANGEABLE = {EARNINGS, "hours_worked", "rent", "savings", ROLE, BORN}


class ImaginedWay(Way):
    """As the way through an interview, with addresses of its own and screens cut down to what is open."""

    def screen(self, key: str) -> Screen | None:
        found = super().screen(key)
        return only_what_is_open(found) if found and found.open else found

    def next_address(self, *, returning: bool = False) -> str:
        if self.walk.finished:
            return reverse("frontdoor_then", args=[self.draft.service])
        if self.walk.unfit and {gap.fact for gap in self.walk.next.open} <= CHANGEABLE:
            return reverse("frontdoor_what_if", args=[self.draft.service])
        return self._screen_address(self.walk.next)

    def before(self, key: str, *, returning: bool = False) -> str:
        """The screen that was answered before this one because of the change, or the change itself."""
        answered = [screen.key for screen in self.walk.path if screen.key in self.draft.seen]
        earlier = answered[: answered.index(key)] if key in answered else answered
        if not earlier:
            return reverse("frontdoor_what_if", args=[self.draft.service])
        return self._address("frontdoor_screen", earlier[-1])

    def all_that_can_change(self) -> Screen:
        """The page of the changes as if it were a screen, to find what does not fit among its answers."""
        roster = self.draft.edition.definition.plan.roster
        return Screen(replace(roster, facts=tuple(sorted(CHANGEABLE))), for_whom=(), open=())

    def day(self, today: date) -> date:
        """The day whose rules and rates count in it."""
        return self.draft.imagined_on or today

    def _address(self, name: str, *rest: str) -> str:
        names = {"frontdoor_screen": "frontdoor_what_if_screen"}
        return reverse(names.get(name, name), args=[self.draft.service, *rest])


def way_of_copy(copy: Draft, *, today: date) -> ImaginedWay:
    """The way through the copy, by the rules of the day that it is imagined on."""
    way = way_of(copy, today=copy.imagined_on or today)
    return ImaginedWay(draft=way.draft, walk=way.walk, identity=way.identity)


def only_what_is_open(screen: Screen) -> Screen:
    """The screen without the people and facts of which she has said everything: nothing is asked twice."""
    facts = tuple(fact for fact in screen.facts if any(gap.fact == fact for gap in screen.open))
    whom = tuple(one for one in screen.for_whom if any(gap.whom == one for gap in screen.open))
    return replace(screen, question=replace(screen.question, facts=facts), for_whom=whom)
