"""A screen as it is shown, and where an interview has got to."""

from __future__ import annotations

from dataclasses import dataclass

from moothall.engines.facts import Circumstances, Vocabulary
from moothall.engines.questions.contradictions import Found
from moothall.engines.questions.plan import Plan, Question
from moothall.engines.questions.subjects import Gap, concerned, facts_about


@dataclass(frozen=True)
class Screen:
    """One screen as it is shown: for whom, and which of its facts are still open.

    `for_whom` are ids in the order of the household; "household" and "case" stand for themselves. A roster
    whose people are not known yet has nobody in it.
    """

    question: Question
    for_whom: tuple[str, ...]
    open: tuple[Gap, ...]

    @property
    def key(self) -> str:
        return self.question.key

    @property
    def facts(self) -> tuple[str, ...]:
        return self.question.facts

    @property
    def roster(self) -> bool:
        return self.question.roster


@dataclass(frozen=True)
class Finished:
    """No answer still open can change the results."""

    about_left: int = 0


@dataclass(frozen=True)
class Walk:
    """Where an interview has got to.

    `path` are the screens answered, in order; `used` is what the results stand on; `unneeded` was
    answered once and is asked for no more: the caller keeps it, in case the resident changes back, and tells
    it to nobody. `unfit` are answers that do not fit together: no result is shown while there are any.
    """

    path: tuple[Screen, ...]
    next: Screen | Finished
    used: Circumstances
    unneeded: tuple[Gap, ...]
    about_left: int
    unfit: tuple[Found, ...] = ()

    @property
    def finished(self) -> bool:
        """Whether every result is settled, by answers that fit together."""
        return isinstance(self.next, Finished) and not self.unfit


def identity_screens(plan: Plan, circumstances: Circumstances, vocabulary: Vocabulary) -> tuple[Screen, ...]:
    """The fixed screens after the estimate, for those whom they concern, with what is still open on each."""
    return tuple(screen_of(question, circumstances, vocabulary) for question in plan.identity)


def screen_of(
    question: Question, circumstances: Circumstances, vocabulary: Vocabulary, whom: list[str] | None = None
) -> Screen:
    whom = concerned(question, circumstances, vocabulary) if whom is None else whom
    gaps = [
        Gap(fact, one)
        for one in whom
        for fact in question.facts
        if fact not in question.optional
        and fact not in (facts_about(circumstances, question.about, one) or {})
    ]
    return Screen(question, tuple(whom), tuple(gaps))
