"""What if: a copy of an interview in which something is otherwise. Her own answers stay as they are.

The copy is a draft like any other, so that what is asked because of the change is asked by the same walk. It
belongs to the interview that it was copied from and goes with it: nothing of it is kept for longer, sent to
anybody, or carried into a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from moothall.engines.facts import Circumstances, Misread, Person, dates, read_answer
from moothall.engines.questions import Gap
from moothall.engines.questions.subjects import facts_about
from moothall.engines.rules import Rules, Settled
from moothall.work.applications.actions.answer import NotUnderstood, Raw, Typed
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import circumstances_of

EARNINGS, WORKS, PROFIT = "earnings", "works_for_pay", "self_employed_profit"
ROLE, BORN = "role", "date_of_birth"
PERSON = re.compile(r"person([1-9][0-9]?)")


class NotImagined(Exception):
    """Only an interview for an estimate alone is imagined otherwise: a claim says what is so."""


@dataclass(frozen=True)
class WhatIf:
    """What would be otherwise.

    `typed` are answers to facts that she was asked, as `answer` takes them. `arriving` are people who would
    be there besides, by their role: the facts of each as typed. `on` is the day whose rules and rates count,
    or None for the day on which it is looked at. `confirmed` are the keys of unusual answers that she says
    would be right.
    """

    typed: Typed = field(default_factory=dict)
    arriving: Mapping[str, Mapping[str, Raw]] = field(default_factory=dict)
    on: date | None = None
    confirmed: Iterable[str] = ()


def imagined(draft: Draft) -> Draft | None:
    """The copy of this interview as it stands now; none when she has changed an answer since."""
    return (
        Draft.objects.select_related("edition")
        .defer("edition__files")
        .filter(imagined_from=draft, imagined_revision=draft.revision)
        .first()
    )


def imagine(draft: Draft, what_if: WhatIf, *, today: date, language: str) -> Draft:
    """The copy with these changes, and what was answered in it before. Raises NotUnderstood, NotImagined.

    With other earnings somebody works for pay or no longer does; the tax on them is worked out where the
    service says by which rule (`what_if: follows:`), and somebody who works only for themselves goes on to.
    People born after the day whose rules count are not there yet.
    """
    definition = draft.edition.definition
    if definition.applied_for:
        raise NotImagined(f"{draft.service} is a claim")
    values, arriving = _read(what_if, definition.vocabulary, today=today, language=language)
    earlier = imagined(draft)
    there = circumstances_of(earlier or draft)
    _arrive(there, arriving, told=circumstances_of(draft))
    _leave_out_the_unborn(there, what_if.on)
    rules = definition.rules_on(what_if.on or today)
    before = deepcopy(there)
    _change(there, values, rules, definition.service.get("what_if", {}).get("follows", {}))
    changed = [
        Gap(fact, whom)
        for fact, whom in values
        if _known(before, rules, fact, whom) != _known(there, rules, fact, whom)
    ]
    definition.contradictions.confirm(there, what_if.confirmed, changed=changed)
    copy = earlier or Draft(
        organisation_id=draft.organisation_id,
        service=draft.service,
        edition=draft.edition,
        serving=draft.serving,
        started_at=draft.started_at,
        expires_at=draft.expires_at,
        imagined_from=draft,
        imagined_revision=draft.revision,
    )
    copy.answers = there.to_dict(definition.vocabulary)
    copy.language, copy.imagined_on = language, what_if.on
    copy.revision += 1
    if earlier is None:
        Draft.objects.filter(imagined_from=draft).delete()
    copy.save()
    return copy


def _read(what_if: WhatIf, vocabulary, *, today: date, language: str) -> tuple[dict, dict]:
    """Every value that was typed. Raises NotUnderstood with all that is wrong."""
    typed = dict(what_if.typed)
    typed |= {(fact, role): raw for role, facts in what_if.arriving.items() for fact, raw in facts.items()}
    values, problems = {}, {}
    for (fact, whom), raw in typed.items():
        try:
            values[fact, whom] = read_answer(vocabulary[fact], raw, today=today, language=language)
        except Misread as misread:
            problems[fact, whom] = misread
    if problems:
        raise NotUnderstood(problems)
    arriving = {
        role: {fact: values.pop((fact, role)) for fact in facts} for role, facts in what_if.arriving.items()
    }
    return values, arriving


def _arrive(there: Circumstances, arriving: Mapping[str, dict], *, told: Circumstances) -> None:
    """Those who were told of stay; of those imagined before, only they stay who still arrive."""
    real = {person.id for person in told.people()}
    family = there.families[0]
    imagined_before = {p.facts[ROLE]: p for p in family.people if p.id not in real}
    family.people = [person for person in family.people if person.id in real]
    # People left out for a day on which they were not born come back with another day.
    known = {person.id for person in family.people}
    family.people += [person for person in told.families[0].people if person.id not in known]
    for role, facts in arriving.items():
        person = imagined_before.get(role) or Person(_new_id([*told.people(), *family.people]))
        person.facts |= {ROLE: role} | facts
        family.people.append(person)


def _new_id(people) -> str:
    numbers = [int(match[1]) for person in people if (match := PERSON.fullmatch(person.id))]
    return f"person{max(numbers, default=1) + 1}"


def _change(there: Circumstances, values: dict, rules: Rules, follows: Mapping[str, str]) -> None:
    earners = []
    for (fact, whom), value in values.items():
        facts = facts_about(there, rules.vocabulary[fact].about, whom)
        if facts is None:
            continue  # somebody who is not there on this page; nothing was shown about them
        if fact != EARNINGS:
            facts[fact] = value
        elif value != (0.0 if facts.get(WORKS) is False else facts.get(EARNINGS)):
            _earn(facts, value)
            earners.append((whom, facts))
    for whom, facts in earners:
        for fact, rule in follows.items():
            facts.pop(fact, None)
            answer = rules.work_out([], there).of(rule, whom) if rule in rules else None
            if isinstance(answer, Settled):
                facts[fact] = float(round(answer.value))


def _known(there: Circumstances, rules: Rules, fact: str, whom: str) -> object:
    return (facts_about(there, rules.vocabulary[fact].about, whom) or {}).get(fact)


def _earn(facts: dict, earnings: float) -> None:
    """Other earnings: whether there is work, and whose profit they are."""
    before, profit = facts.get(EARNINGS), facts.get(PROFIT)
    facts[WORKS] = earnings > 0
    facts[EARNINGS] = earnings
    if profit:
        facts[PROFIT] = earnings if profit == before else min(profit, earnings)


def _leave_out_the_unborn(there: Circumstances, on: date | None) -> None:
    if on is None:
        return
    day = dates.to_number(on)
    for family in there.families:
        family.people = [person for person in family.people if person.facts.get(BORN, 0) <= day]
