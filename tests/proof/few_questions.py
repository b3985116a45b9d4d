"""Few questions: brute force looks for questions that need not have been asked.

Each invented household is interviewed for everything it could get. Then every answer that it gave is looked
at again, with every other value of a small grid in its place:

- *idle when asked*: with the answers given until then, and the open ones drawn at random again and again, no
  value of the grid ever changed a result. Nobody could have missed that question.
- *idle in the end*: with all other answers of the interview as given, those after it as well, no value of the
  grid changed a result, whatever would have been said to the questions that it would have opened. Whether
  somebody is a carer is often idle in the end; it could not be known before she was asked.

A screen is idle when every answer on it is. Who lives here is left out: it is always asked first. What is
promised is the stricter of the two: of the screens asked, at most one in ten is idle in the end. On the way
each page said about how many more there are; how far that was from what came is measured as well.
"""

from __future__ import annotations

import random
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.questions import Gap, walk
from moothall.engines.rules.outcome import Outcome
from tests.proof.few_households import Invented, asked_facts, grid, holder, invent
from tests.proof.report import Progress, Result, Sabotage

NAME = "few_questions"
SAYS = "of the questions asked, at most one in ten could be answered otherwise without changing a result"
SABOTAGE = Sabotage(
    file="moothall/engines/questions/walk.py",
    line="        return fact in answers or Gap(fact, whom) in self._matters()\n",
    replacement="        return True\n",
    why="an interview that asks whatever the rules read asks much that can change nothing",
)

SERVICE, TODAY = "what_could_i_get", date(2026, 5, 1)
HOUSEHOLDS = {False: 200, True: 10}
MOST_IDLE = 0.10
MOST_IDLE_OF_FEW = 0.15  # ten households differ much more from each other than two hundred
DRAWS = (
    60  # of the open answers, before a question counts as idle when it was asked; fewer can only find more
)
MOST_RUNS = 400  # through the questions that another answer would have opened
MOST_SCREENS = 60
MOST_OFF = 2.5  # screens by which "about N more" may be wrong, in the mean of all pages


@dataclass(frozen=True, eq=False)
class Asked:
    """One answer of an interview: the number of the screen that asked it, and what was known before it."""

    gap: Gap
    screen: int
    before: Circumstances


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    result, brute = Result(), Brute()
    chance, draws = random.Random(seed), random.Random(f"draws {seed}")
    idle_by_screen: Counter[str] = Counter()
    for number in range(HOUSEHOLDS[short]):
        invented = invent(brute.definition, chance, TODAY)
        asked, known = brute.interviewed(invented)
        base = results(brute.work_out(known))
        # What changes a result in the end could have been drawn when it was asked: it is tried once.
        in_the_end = {one for one in asked if brute.is_idle_in_the_end(one, known, base)}
        when_asked = {one for one in asked if one in in_the_end and brute.is_idle_when_asked(one, draws)}
        idle = {"when asked": when_asked, "in the end": in_the_end}
        result.count("households")
        result.count("answers", len(asked))
        result.count("screens", len({one.screen for one in asked}))
        for when, found in idle.items():
            result.count(f"answers idle {when}", len(found))
            result.count(f"screens idle {when}", len(_idle_screens(asked, found)))
        idle_screens = _idle_screens(asked, in_the_end)
        idle_by_screen.update({brute.screen_of(one) for one in asked if one.screen in idle_screens})
        if (number + 1) % 20 == 0:
            progress(f"{number + 1} households, {result.counts['answers']} answers")
    for what in ("answers", "screens"):
        early, late = _share(result, what, "when asked"), _share(result, what, "in the end")
        progress(f"{what}: {early:.1%} idle when asked, {late:.1%} in the end")
        result.expect(early <= MOST_IDLE, f"{early:.1%} of the {what} could change nothing when asked")
    strictly = _share(result, "screens", "in the end")
    most = MOST_IDLE_OF_FEW if short else MOST_IDLE
    result.expect(strictly <= most, f"{strictly:.1%} of the screens changed nothing, whatever was answered")
    progress(f"most often idle in the end: {idle_by_screen.most_common(8)}")
    off = sum(map(abs, brute.off)) / len(brute.off)
    progress(f"about N more: {off:.1f} screens off in the mean of {len(brute.off)} pages")
    result.expect(off <= MOST_OFF, f"about N more is {off:.1f} screens off in the mean")
    return result


def _idle_screens(asked: list[Asked], idle: set[Asked]) -> set[int]:
    """The numbers of the screens of which every answer is idle."""
    return {one.screen for one in asked} - {one.screen for one in asked if one not in idle}


def _share(result: Result, what: str, when: str) -> float:
    return result.counts[f"{what} idle {when}"] / result.counts[what]


def results(outcome: Outcome) -> tuple:
    """What a resident would see of each result: its kind, its value, and which rule refused."""
    return tuple(
        (type(answer).__name__, getattr(answer, "value", None), getattr(answer, "rule", None))
        for answer in outcome.answers.values()
    )


class Brute:
    """Interviews with the real plan and rules, and tries every answer of the grid."""

    def __init__(self) -> None:
        self.definition = definition_of(SERVICE)
        self.rules = self.definition.rules_on(TODAY)
        self.facts = asked_facts(self.definition)
        # By how many screens each page was wrong about those still to come.
        self.off: list[int] = []

    def screen_of(self, asked: Asked) -> str:
        return self.definition.plan.asking(asked.gap.fact).key

    def work_out(self, known: Circumstances) -> Outcome:
        return self.rules.work_out(self.definition.goals, known)

    def interviewed(self, invented: Invented) -> tuple[list[Asked], Circumstances]:
        """Every answer in the order of asking, and what is known in the end."""
        plan, given = self.definition.plan, invented.about("household")
        known = Circumstances(
            household={name: given[name] for name in plan.given if name in given}, roster_known=False
        )
        asked: list[Asked] = []
        said: list[int] = []
        for number in range(MOST_SCREENS):
            walked = walk(
                self.rules, self.definition.goals, known, plan, self.definition.vocabulary, sparing=True
            )
            if walked.finished:
                self.off += [left - (len(said) - page) for page, left in enumerate(said)]
                return asked, walked.used
            screen = walked.next
            said.append(walked.about_left)
            if screen.roster and not known.roster_known:
                known.families, known.roster_known = [_roster(invented, screen.facts)], True
                continue
            before = deepcopy(known)
            asked += [Asked(gap, number, before) for gap in screen.open]
            for fact, whom in screen.open:
                holder(known, whom)[fact] = invented.about(whom)[fact]
        raise AssertionError("the interview does not end")

    def is_idle_when_asked(self, asked: Asked, chance: random.Random) -> bool:
        """Whether no value changed a result, in many draws of all that was still open."""
        fact, whom = asked.gap
        values = grid(self.definition.vocabulary[fact], TODAY)
        for _ in range(DRAWS):
            drawn = self._drawn(asked.before, chance)
            seen = set()
            for value in values:
                holder(drawn, whom)[fact] = value
                seen.add(results(self.work_out(drawn)))
            if len(seen) > 1:
                return False
        return True

    def _drawn(self, before: Circumstances, chance: random.Random) -> Circumstances:
        """All that is open, answered: by a household of the kind that comes, or by any value of the grid."""
        drawn, other = deepcopy(before), invent(self.definition, chance, TODAY)
        usual = chance.random() < 0.5
        for fact in self.facts:
            for whom in _subjects(drawn, fact.about):
                held = holder(drawn, whom)
                if fact.name not in held:
                    like = other.about("person0" if fact.about == "person" else whom)
                    held[fact.name] = like[fact.name] if usual else chance.choice(grid(fact, TODAY))
        return drawn

    def is_idle_in_the_end(self, asked: Asked, known: Circumstances, base: tuple) -> bool:
        """Whether no value changed a result, with all other answers as given."""
        fact, whom = asked.gap
        changed = deepcopy(known)
        for value in grid(self.definition.vocabulary[fact], TODAY):
            holder(changed, whom)[fact] = value
            if self._differs(changed, base, [MOST_RUNS]):
                return False
        return True

    def _differs(self, known: Circumstances, base: tuple, runs: list[int]) -> bool:
        """Whether some answer to what is needed now gives another result. `runs` are those left to try."""
        runs[0] -= 1
        outcome = self.work_out(known)
        found = results(outcome)
        if any(now != then and now[0] != "Needs" for now, then in zip(found, base, strict=True)):
            return True
        need = outcome.needs
        if need is None or runs[0] < 0:
            return False
        held = holder(known, need.entity_id)
        for value in grid(self.definition.vocabulary[need.fact], TODAY):
            held[need.fact] = value
            if self._differs(known, base, runs):
                del held[need.fact]
                return True
        del held[need.fact]
        return False


def _roster(invented: Invented, facts: tuple[str, ...]) -> Family:
    (family,) = invented.whole.families
    people = [Person(one.id, {fact: one.facts[fact] for fact in facts}) for one in family.people]
    return Family(family.id, {}, people)


def _subjects(known: Circumstances, about: str) -> list[str]:
    if about == "person":
        return [person.id for person in known.people()]
    return [family.id for family in known.families] if about == "family" else [about]
