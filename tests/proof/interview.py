"""Interview: what was never asked changes no result.

Random households are interviewed with the real plan and rules until nothing more is asked; then all that
stayed open is filled in at random, again and again, and every result is worked out anew. Half of the
interviews end as soon as the bounds of every result are one value, so that these are proved as well.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date

from moothall.doors.commands.households import definition_of
from moothall.engines.facts import Circumstances, Fact, Family, Person
from moothall.engines.facts.limits import range_of
from moothall.engines.questions import Gap, Screen, walk
from moothall.engines.questions.completions import random_value, try_completions
from tests.proof.report import Progress, Result, Sabotage

NAME = "interview"
SAYS = "what was never asked changes no result"
SABOTAGE = Sabotage(
    file="moothall/engines/questions/needs.py",
    line="    return all(bounds[goal].settled for goal in goals)\n",
    replacement="    return any(bounds[goal].settled for goal in goals)\n",
    why="an interview that stops when one result is settled leaves the others to chance",
)

# Of each service with an interview: how many interviews, and how many completions of each.
SERVICES = {
    "council_tax_reduction": {False: (240, 50), True: (40, 10)},
    "council_tax_discount": {False: (240, 50), True: (40, 10)},
    "what_could_i_get": {False: (240, 50), True: (12, 25)},
}
MOST_SCREENS = 60
DAYS = (date(2025, 6, 2), date(2026, 5, 1))
# Chance alone would seldom reach pension age, an ordinary pension or savings near the limit.
LIKELY = {
    "working_age_benefit": (False, False, False, False, True),
    "liable_for_council_tax": ("alone_or_with_partner",) * 4,
    "savings": (0.0, 400_000.0, 1_000_000.0, 1_250_001.0, 1_600_000.0, 1_600_001.0),
}
AMOUNTS = (0.0, 0.0, 4_500.0, 12_345.0, 23_045.0)
BORN = {"claimant": (19380412, 19491130, 19590701), "partner": (19400101, 19580606, 19710909)}
BORN_OTHERS = {"child": (20120303, 20240229), "other_adult": (19470101, 19800505, 20080101)}
# What could I get? is asked by people of every age.
BORN_LATER = {"claimant": (19380412, 19590701, 19780302, 20030917), "partner": (19580606, 19850909, 20040101)}


def run(*, seed: int, short: bool, progress: Progress) -> Result:
    result = Result()
    for service, amounts in SERVICES.items():
        interviews, completions = amounts[short]
        _interview(service, interviews, completions, seed=seed, result=result, progress=progress)
    return result


def _interview(
    service: str, interviews: int, completions: int, *, seed: int, result: Result, progress: Progress
) -> None:
    """That many interviews of the service, and of each that many completions of what was left open."""
    chance = random.Random(seed)
    for number in range(interviews):
        interview = Interview(
            chance=chance, today=DAYS[number % 2], explained=number % 4 < 2, service=service
        )
        interview.hold(result)
        report = try_completions(
            interview.rules, interview.goals, interview.used, interview.vocabulary,
            seed=seed + number, count=completions, today=interview.today,
        )  # fmt: skip
        result.count("interviews")
        result.count("screens", interview.screens)
        result.count("completions", report.tried)
        result.count("facts filled in", report.facts_filled)
        result.failures += [f"{service}, interview {number}: {changed}" for changed in report.changed[:1]]
        if (number + 1) % 60 == 0:
            progress(
                f"{service}: {number + 1} interviews, {result.counts['completions']:,} completions in all"
            )


@dataclass
class Interview:
    """One interview of an invented household, answered at random."""

    chance: random.Random
    today: date
    explained: bool
    service: str
    screens: int = 0
    known: Circumstances = field(
        # The postcode has said which nation it is before the first question.
        default_factory=lambda: Circumstances(household={"nation": "england"}, roster_known=False)
    )

    def __post_init__(self):
        definition = definition_of(self.service)
        if "lives_in_london" in definition.plan.given:
            self.known.household["lives_in_london"] = False
        self.vocabulary, self.plan, self.goals = definition.vocabulary, definition.plan, definition.goals
        self.rules, self.applied_for = definition.rules_on(self.today), definition.applied_for

    def hold(self, result: Result) -> None:
        """Answers every screen until none comes."""
        asked: set[Gap] = set()
        for _ in range(MOST_SCREENS):
            found = walk(
                self.rules, self.goals, self.known, self.plan, self.vocabulary,
                explained=self.explained, sparing=not self.applied_for,
            )  # fmt: skip
            if found.finished:
                self.used = found.used
                return
            result.expect(not asked & set(found.next.open), f"asked twice: {asked & set(found.next.open)}")
            asked |= set(found.next.open)
            self.screens += 1
            self.answer(found.next)
        raise AssertionError("the interview does not end")

    def answer(self, screen: Screen) -> None:
        if screen.roster and not self.known.roster_known:
            self.known.families, self.known.roster_known = [Family("family1", {}, self.people())], True
        holders = {"household": self.known.household, "case": self.known.case}
        holders |= {person.id: person.facts for person in self.known.people()}
        for fact, whom in screen.open:
            holders[whom][fact] = self.value(self.vocabulary[fact])

    def people(self) -> list[Person]:
        others = [
            self.chance.choice(("child", "other_adult"))
            for _ in range(self.chance.choice((0, 0, 0, 1, 2, 3)))
        ]
        roles = ["claimant", *(["partner"] if self.chance.random() < 0.4 else []), *others]
        born = (BORN if self.service == "council_tax_reduction" else BORN_LATER) | BORN_OTHERS
        return [
            Person(f"person{number}", {"role": role, "date_of_birth": self.chance.choice(born[role])})
            for number, role in enumerate(roles)
        ]

    def value(self, fact: Fact) -> object:
        if fact.name in LIKELY:
            return self.chance.choice(LIKELY[fact.name])
        if fact.kind == "money" and self.chance.random() < 0.8:
            return min(range_of(fact, self.today)[1], self.chance.choice(AMOUNTS))
        return random_value(fact, self.chance, self.today)
