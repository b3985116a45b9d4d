"""About how many screens are still ahead: those on the way of somebody who has little to tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from moothall.engines.facts import Circumstances, Fact, Family, Person, Vocabulary, dates
from moothall.engines.facts.limits import range_of
from moothall.engines.questions.needs import LazyRun, touched
from moothall.engines.questions.plan import Plan
from moothall.engines.questions.subjects import Gap, chain_of, is_known


def screens_ahead(
    rules,
    goals: Sequence[str],
    known: Circumstances,
    plan: Plan,
    vocabulary: Vocabulary,
    matters: Callable[[str, str], bool],
) -> set[str]:
    """The keys of the screens that come if every answer from now on is the plainest: none, no or nothing.

    Whoever has more to tell sees a few more, and whoever tells what settles a result a few fewer; how far
    this is from what came is measured in tests/proof/few_questions.py. To count every screen whose facts may
    still matter would promise several times as many. As long as nobody has said who lives here, it is
    somebody who lives alone. `known` is left as it is.
    """
    if not known.roster_known:
        known = _with_somebody_alone(known, plan, vocabulary, rules)
        can_change = touched(rules, goals, known)
        return screens_ahead(rules, goals, known, plan, vocabulary, lambda *gap: Gap(*gap) in can_change)
    run, screens = LazyRun(rules, goals, known, matters), set()
    while (need := run.next_need()) is not None:
        about = vocabulary[need.fact].about
        if question := plan.asking(need.fact):
            here = chain_of(known, about, need.whom)
            deciding = (plan.asking(one.fact) for one in question.depends if not is_known(one.fact, here))
            screens |= {question.key, *(before.key for before in deciding if before is not None)}
        run.tell(about, need.whom, {need.fact: rules.stand_in(need.fact)})
    return screens


def _with_somebody_alone(known: Circumstances, plan: Plan, vocabulary: Vocabulary, rules) -> Circumstances:
    """One person, of the first kind that may live there, in the middle of the ages."""
    asked = [vocabulary[name] for name in plan.roster.facts] if plan.roster else []
    somebody = Person("somebody", {fact.name: _in_the_middle(fact, rules) for fact in asked})
    return replace(known, families=[Family("family1", {}, [somebody])], roster_known=True)


def _in_the_middle(fact: Fact, rules) -> object:
    if fact.kind == "choice":
        return fact.codes[0]
    if fact.kind != "date":
        return rules.stand_in(fact.name)
    first, last = (dates.to_date(end) for end in range_of(fact, rules.day))
    return dates.to_number(first + timedelta(days=(last - first).days // 2))
