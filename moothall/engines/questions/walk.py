"""The way through an interview: the screens so far, the next one, and when nothing more need be asked.

The walk begins again each time from what was given beforehand and takes the answers screen by screen, as the
rules ask for them. So Back and Change need no history, and an answer that a change has made needless is
simply not reached.

Invariants:
- A screen that comes next asks at least one fact that is not known and may matter: nothing is asked twice.
- The interview is finished only when every result was worked out without the facts still open (or, with
  `explained=False`, when their bounds are a single value): no answer still open can change the results.
- Narrowing who is asked (`touched`) can make a screen shorter, never end the interview.
- What can still change a result is worked out from all that was told, which is quick. Where some of that is
  not reached any more, the walk begins again and goes by what is reached alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from moothall.engines.facts import Circumstances, Family, Person, Vocabulary
from moothall.engines.questions.ahead import screens_ahead
from moothall.engines.questions.contradictions import Found, NotAskedAgain
from moothall.engines.questions.needs import LazyRun, Need, NotAsked, settled, touched
from moothall.engines.questions.plan import Plan, Question
from moothall.engines.questions.screens import Finished, Screen, Walk, screen_of
from moothall.engines.questions.subjects import Gap, chain_of, concerned, facts_about, holder_of, is_known


def next_screen(
    rules, goals: Sequence[str], circumstances: Circumstances, plan: Plan, vocabulary: Vocabulary, **how
) -> Screen | Finished:
    """The screen to show now. Raises `NotAsked` when a rule needs a fact that no screen asks."""
    return walk(rules, goals, circumstances, plan, vocabulary, **how).next


def walk(
    rules,
    goals: Sequence[str],
    circumstances: Circumstances,
    plan: Plan,
    vocabulary: Vocabulary,
    *,
    explained: bool = True,
    sparing: bool = False,
    unfit: Callable[[Circumstances], Sequence[Found]] | None = None,
) -> Walk:
    """Take the answers in the order in which the rules ask for them.

    `explained` waits until the rules can also say why. Without it the interview ends as soon as the bounds of
    every result are one value, which can be earlier; such a result has no reasons that a letter could quote.
    `sparing` leaves out facts that the reasons would tell and of which no answer can change a result; what is
    used says so, and the rules work it out all the same.
    `unfit` finds answers that do not fit together among those taken: the last screen that asked one of them
    comes again then, and nothing is finished.
    """
    walker = _Walker(rules, goals, circumstances, plan, vocabulary, sparing)
    next_one = walker.go(explained=explained)
    used = walker.used()
    if walker.has_looked_ahead and any(_beyond(circumstances, used)):
        walker = _Walker(rules, goals, circumstances, plan, vocabulary, sparing, may_look_ahead=False)
        next_one = walker.go(explained=explained)
        used = walker.used()
    found = tuple(unfit(used)) if unfit else ()
    again = walker.asked_again(found)
    next_one = again or next_one
    left = 0 if isinstance(next_one, Finished) else walker.screens_left(next_one)
    beyond = tuple(_beyond(circumstances, used))
    return Walk(tuple(walker.path.values()), next_one, used, beyond, left, found)


class _Walker:
    def __init__(
        self,
        rules,
        goals,
        told: Circumstances,
        plan: Plan,
        vocabulary: Vocabulary,
        sparing: bool,
        may_look_ahead: bool = True,
    ):
        self.rules, self.goals, self.told, self.plan, self.vocabulary = (
            rules,
            list(goals),
            told,
            plan,
            vocabulary,
        )
        # What has been reached so far. It starts with all that no screen of the interview asks for.
        self.known = Circumstances(
            household=self._unasked(told.household),
            case=self._unasked(told.case),
            roster_known=plan.roster is None,
            sparing=sparing,
        )
        self.may_look_ahead, self.has_looked_ahead = may_look_ahead, False
        self._can_change: frozenset[Gap] | None = None
        self._run: LazyRun | None = None
        if plan.roster is None:
            self._take_people()
        self.path: dict[str, Screen] = {}

    def go(self, *, explained: bool) -> Screen | Finished:
        # What is known on the way is a part of what was told: bounds that are wide for all of it stay wide.
        can_settle = not explained and settled(self.rules, self.goals, self.told)
        while True:
            enough = can_settle and settled(self.rules, self.goals, self.known)
            need = None if enough else self.run().next_need()
            if need is None and self.somebody_must_be_named():
                need = Need.roster()
            if need is None:
                return Finished()
            if not need.people and self.nobody(need):
                need = Need.roster()
            screen = self.answered(self.question_for(need), need)
            if screen.open or (screen.roster and not self.known.roster_known):
                return screen
            self.path[screen.key] = screen

    def run(self) -> LazyRun:
        """The lazy run of the goals. It begins anew only when we come to know who lives here."""
        if self._run is None:
            self._run = LazyRun(self.rules, self.goals, self.known, self.is_wanted)
        return self._run

    def somebody_must_be_named(self) -> bool:
        """Whether a fixed screen asks about people and nobody has said who lives here."""
        return not self.known.roster_known and any(
            question.about == "person" for question in self.plan.identity
        )

    def nobody(self, need: Need) -> bool:
        """Whether the rules ask about a family or a person before anybody has said who lives here."""
        return facts_about(self.known, self.vocabulary[need.fact].about, need.whom) is None

    def question_for(self, need: Need) -> Question:
        """The screen that asks for it, or first the one that decides whom that screen concerns."""
        question = self.plan.roster if need.people else self.plan.asking(need.fact)
        if question is None or question.identity:
            raise NotAsked(need, self.plan.file)
        return question if need.people else self._first_in_chain(question, need)

    def _first_in_chain(self, question: Question, need: Need) -> Question:
        known = chain_of(self.known, self.vocabulary[need.fact].about, need.whom)
        seen = [question.key]
        while True:
            unknown = [
                condition.fact for condition in question.depends if not is_known(condition.fact, known)
            ]
            deciding = next(filter(None, map(self.plan.asking, unknown)), None)
            if deciding is None or deciding.key in seen or deciding.identity:
                return question
            seen.append(deciding.key)
            question = deciding

    def answered(self, question: Question, need: Need) -> Screen:
        """The screen with the answers that were given to it taken over; what is open on it has none."""
        if question.roster and not self.known.roster_known and self.told.roster_known:
            self._take_people()
        # The rules have the last word: whom they ask about is asked, whatever the plan says about the screen.
        asked_for = [] if need.people else [self._subject(need, question)]
        whom = list(dict.fromkeys([*concerned(question, self.known, self.vocabulary), *asked_for]))
        for one in whom:
            self._take(question.facts, question.about, one)
        screen = screen_of(question, self.known, self.vocabulary, whom)
        return self._narrowed(screen, need) if screen.open else screen

    def _subject(self, need: Need, question: Question) -> str:
        """Whom a question is put to when the rules need this: the subject itself, its family or its home."""
        about = self.vocabulary[need.fact].about
        return need.whom if question.about == about else holder_of(self.known, need.whom, question.about)

    def _narrowed(self, screen: Screen, need: Need) -> Screen:
        """Leave out answers that cannot matter any more; facts that decide other screens are always asked.

        A screen whose needed answer is there was answered before. What is open on it did not matter then;
        should it matter now, the rules come to it.
        """
        if screen.roster or need.fact not in screen.facts:
            return screen
        if (need.fact, need.whom) not in screen.open:
            still: tuple[Gap, ...] = ()
            told = {whom for whom in screen.for_whom if self._has_said(screen, whom)}
        else:
            matters = self._matters()
            still = tuple(gap for gap in screen.open if gap == (need.fact, need.whom) or gap in matters)
            told = {*screen.for_whom} - {gap.whom for gap in screen.open} | {gap.whom for gap in still}
        return replace(screen, open=still, for_whom=tuple(whom for whom in screen.for_whom if whom in told))

    def is_wanted(self, fact: str, whom: str) -> bool:
        """Whether a fact that the rules need is to be asked, or was answered and is taken."""
        answers = facts_about(self.told, self.vocabulary[fact].about, whom) or {}
        return fact in answers or Gap(fact, whom) in self._matters()

    def _has_said(self, screen: Screen, whom: str) -> bool:
        known = facts_about(self.known, screen.question.about, whom) or {}
        return any(fact in known for fact in screen.facts)

    def screens_left(self, next_one: Screen) -> int:
        """About how many screens are left, with the next one."""
        ahead = screens_ahead(self.rules, self.goals, self.known, self.plan, self.vocabulary, self.is_wanted)
        return len(ahead - set(self.path) | {next_one.key})

    def asked_again(self, found: Sequence[Found]) -> Screen | None:
        """The screen of the last answer given that does not fit, with every such answer of it open again.

        Raises `NotAskedAgain` when no screen so far asked any of them: such a household came from nowhere.
        """
        if not found:
            return None
        gaps = {gap for one in found for gap in one.gaps}
        for screen in reversed(self.path.values()):
            if open_again := tuple(gap for gap in gaps if gap.fact in screen.facts):
                return replace(screen, open=tuple(sorted(open_again)))
        raise NotAskedAgain(f"{self.plan.file}: no screen asked what {found[0].contradiction.rule} is about")

    def used(self) -> Circumstances:
        """What was reached, with the answers to the fixed screens, which are always asked."""
        for question in self.plan.identity:
            for whom in concerned(question, self.known, self.vocabulary):
                self._take(question.facts, question.about, whom)
        return self.known

    def _matters(self) -> frozenset[Gap]:
        """What can still change a result. Looking ahead is sound while all that was told is reached."""
        if self._can_change is None:
            self.has_looked_ahead = self.may_look_ahead
            known = self.told if self.may_look_ahead else self.known
            self._can_change = touched(self.rules, self.goals, known)
        return self._can_change

    def _forget(self) -> None:
        """More is known now, so less can change a result."""
        if not self.may_look_ahead:
            self._can_change = None

    # Taking answers over

    def _take_people(self) -> None:
        self._forget()
        self._run = None
        roster = self.plan.roster.facts if self.plan.roster else ()
        self.known.roster_known = self.told.roster_known
        self.known.families = [
            Family(
                family.id,
                self._unasked(family.facts),
                [Person(person.id, self._unasked(person.facts, roster)) for person in family.people],
            )
            for family in self.told.families
        ]

    def _take(self, facts: Iterable[str], about: str, whom: str) -> None:
        told = facts_about(self.told, about, whom)
        known = facts_about(self.known, about, whom)
        if told is None or known is None:
            return
        taken = {fact: told[fact] for fact in facts if fact in told and fact not in known}
        if taken:
            self._forget()
            known.update(taken)
            self.run().tell(about, whom, taken)

    def _unasked(self, facts: dict, and_these: Iterable[str] = ()) -> dict:
        return {
            fact: value
            for fact, value in facts.items()
            if fact in self.plan.given or fact in and_these or self.plan.asking(fact) is None
        }


def _beyond(told: Circumstances, used: Circumstances) -> Iterable[Gap]:
    """What was told and is not used."""
    yield from (Gap(fact, "household") for fact in told.household if fact not in used.household)
    yield from (Gap(fact, "case") for fact in told.case if fact not in used.case)
    for about, holders in (("family", told.families), ("person", told.people())):
        for holder in holders:
            known = facts_about(used, about, holder.id) or {}
            yield from (Gap(fact, holder.id) for fact in holder.facts if fact not in known)
