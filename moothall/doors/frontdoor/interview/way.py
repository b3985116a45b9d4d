"""Where she is in the interview: what comes next, what came before, where a change leads back to.

The questions' walk decides which screens there are; this only turns it into addresses. Order:
the questions of the rules, the estimate, the questions about who she is, the answers to check.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from moothall.doors.kit import current_language
from moothall.engines.questions import Question, Screen, Walk, identity_screens
from moothall.ground.catalogue.marks import mark_of
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import deciding, interview

CHECK = "check"


@dataclass(frozen=True)
class Way:
    """The way through one draft, as it stands now."""

    draft: Draft
    walk: Walk
    identity: tuple[Screen, ...]
    first: tuple[Screen, ...] = ()  # fixed screens that come before the others

    def screen(self, key: str) -> Screen | None:
        """The screen of that key, when it is answered, next, or one of those about who she is."""
        # What comes next stands first: a screen that was answered for one person may come again for another.
        later = self.identity if self.walk.finished else (self.walk.next,)
        asked = (*self.first, *(later if self.first_unanswered is None else ()), *self.walk.path)
        return next((screen for screen in asked if screen.key == key), None)

    def asked_by(self, fact: str) -> Question | None:
        """The question, among those answered so far, that asked for this fact."""
        return next((one.question for one in self.walk.path if fact in one.facts), None)

    @property
    def estimate_reached(self) -> bool:
        return self.walk.finished and self.first_unanswered is None

    @property
    def first_unanswered(self) -> Screen | None:
        """The first of the fixed screens before the others that is open still."""
        return next((screen for screen in self.first if screen.open), None)

    @property
    def unanswered(self) -> Screen | None:
        """The first question about who she is that she has not seen, or has left open."""
        seen = self.draft.seen
        return next((screen for screen in self.identity if screen.open or screen.key not in seen), None)

    @property
    def ready_to_check(self) -> bool:
        return self.applied_for and self.estimate_reached and self.unanswered is None

    @property
    def applied_for(self) -> bool:
        """Whether the estimate leads on to a claim; otherwise it is the end."""
        return self.draft.edition.definition.applied_for

    def not_adopted(self, *, today: date) -> str | None:
        """What every page says once it shows that a scheme which no council has adopted decides; or None."""
        mark = mark_of(deciding(self.draft, on=today), self.walk.used, on=today)
        return mark[current_language()] if mark else None

    def next_address(self, *, returning: bool = False) -> str:
        """Where she goes after an answer; `returning` when she came from the page that checks them."""
        if self.first_unanswered:
            return self._screen_address(self.first_unanswered, returning=returning)
        if not self.walk.finished:
            return self._screen_address(self.walk.next, returning=returning)
        if not self.applied_for:
            return self._address("frontdoor_estimate")
        if self.unanswered is None:
            return self._address("frontdoor_check")
        began = any(screen.key in self.draft.seen for screen in self.identity)
        return self._screen_address(self.unanswered) if began else self._address("frontdoor_estimate")

    def after_estimate(self) -> str:
        return self._screen_address(self.unanswered) if self.unanswered else self._address("frontdoor_check")

    def before(self, key: str, *, returning: bool = False) -> str:
        """Where Back leads from a screen, or from the estimate or the check page."""
        if returning and self.ready_to_check:
            return self._address("frontdoor_check")
        stops = [self._screen_address(screen) for screen in (*self.first, *self.walk.path)]
        if self.walk.finished:
            stops += [self._address("frontdoor_estimate")]
            stops += [self._screen_address(screen) for screen in self.identity]
        here = self._here(key)
        earlier = stops[: stops.index(here)] if here in stops else stops
        return earlier[-1] if earlier else reverse("frontdoor_service", args=[self.draft.service])

    def _here(self, key: str) -> str:
        names = {"estimate": "frontdoor_estimate", CHECK: "frontdoor_check"}
        return self._address(names[key]) if key in names else self._address("frontdoor_screen", key)

    def _screen_address(self, screen: Screen, *, returning: bool = False) -> str:
        address = self._address("frontdoor_screen", screen.key)
        return f"{address}?return={CHECK}" if returning else address

    def _address(self, name: str, *rest: str) -> str:
        return reverse(name, args=[self.draft.service, *rest])


def way_of(draft: Draft, *, today: date) -> Way:
    definition = draft.edition.definition
    walked = interview(draft, today=today)
    fixed = identity_screens(definition.plan, walked.used, definition.vocabulary)
    before = definition.service.get("asked_first", ())
    identity = [screen for screen in fixed if screen.for_whom and screen.key not in before]
    return Way(
        draft=draft,
        walk=walked,
        identity=tuple(identity) if walked.finished else (),
        first=tuple(screen for screen in fixed if screen.key in before),
    )
