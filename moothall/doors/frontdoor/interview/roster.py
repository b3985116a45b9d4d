"""Who lives here: one page that lists everybody, on which people are added, changed and removed.

It works without scripts: "add" and "remove" are buttons of the form, which comes back with all that
was typed. Nothing is kept until she goes on, so that a half-filled person is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, QueryDict

from moothall.doors.frontdoor.interview.around import around
from moothall.doors.frontdoor.interview.inputs import Key, Raw, field_for, input_name, raw_of, raw_of_known
from moothall.doors.frontdoor.interview.people import CLAIMANT, ROLE
from moothall.doors.frontdoor.interview.unfit import NOTHING_UNFIT, unfit_on
from moothall.doors.frontdoor.interview.way import CHECK, Way
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.fields import Field, Problem, problems
from moothall.engines.facts import Fact, Misread, Vocabulary
from moothall.engines.questions import Found, Screen
from moothall.work.applications.queries import circumstances_of

PERSON = re.compile(r"person([1-9][0-9]?)")
MOST_PEOPLE = 20
People = dict[str, dict[str, Raw]]  # id -> fact -> what was typed


@dataclass(frozen=True)
class Row:
    """One person on the page: what she is called there, and her inputs."""

    id: str
    title: str
    fields: tuple[Field, ...]


def people_for(request: HttpRequest, way: Way, screen: Screen) -> People:
    """The people on the page as it should be shown or kept, after the button that was pressed."""
    if request.method != "POST":
        return _people_known(way, screen)
    people = _people_posted(request.POST, way.draft.edition.definition.vocabulary, screen)
    pressed = request.POST.get("do", "")
    if pressed == "add" and len(people) < MOST_PEOPLE:
        people[_new_id(people, way)] = {}
    if pressed.startswith("remove-") and pressed != f"remove-{CLAIMANT}":
        people.pop(pressed.removeprefix("remove-"), None)
    return people


def is_finished(request: HttpRequest) -> bool:
    """Whether she pressed the button that goes on, and not one that adds or removes somebody."""
    pressed = request.POST.get("do", "")
    return request.method == "POST" and pressed != "add" and not pressed.startswith("remove-")


def second_partner(people: People) -> list[Problem]:
    """One person has at most one partner: the law of benefits knows no more."""
    partners = [who for who, facts in people.items() if facts.get(ROLE) == "partner"]
    return [Problem(t("frontdoor.roster.one_partner"), anchor=input_name(ROLE, who)) for who in partners[1:]]


def show_roster(
    request: HttpRequest,
    way: Way,
    screen: Screen,
    people: People,
    *,
    misread: Mapping[Key, Misread] | None = None,
    also: Iterable[Problem] = (),
) -> HttpResponse:
    # Before anything is typed, what is known may not fit together, and the page comes again to say so.
    unfit = unfit_on(way, screen) if request.method != "POST" else NOTHING_UNFIT
    rows = _rows(people, way.draft.edition.definition.vocabulary, screen, misread or unfit.beside)
    wrong = [*problems([field for row in rows for field in row.fields]), *also]
    returning = (request.POST or request.GET).get("return") == CHECK
    shown = {"rows": rows, "wrong": wrong, "claimant": CLAIMANT, "room": len(rows) < MOST_PEOPLE}
    shown["unfit"] = unfit
    shown |= around(request, way, screen, returning=returning)
    return page(request, "frontdoor/roster.html", shown, status=422 if misread or also else 200)


def _people_known(way: Way, screen: Screen) -> People:
    """Those already told of, she first; she alone on the first visit."""
    known, vocabulary = circumstances_of(way.draft), way.draft.edition.definition.vocabulary
    people = {
        person.id: {fact: raw_of_known(vocabulary[fact], known, person.id) for fact in screen.facts}
        for person in known.people()
    }
    return {CLAIMANT: people.pop(CLAIMANT, {}), **people}


def _people_posted(post: QueryDict, vocabulary: Vocabulary, screen: Screen) -> People:
    ids = [CLAIMANT, *(one for one in post.getlist("person") if PERSON.fullmatch(one))][:MOST_PEOPLE]
    people = {
        who: {fact: raw_of(post, vocabulary[fact], input_name(fact, who)) for fact in screen.facts}
        for who in ids
    }
    for who, facts in people.items():
        # The person who asks is not chosen from a list, and nobody else is she.
        if ROLE in facts and (who == CLAIMANT or facts[ROLE] == "claimant"):
            facts[ROLE] = "claimant" if who == CLAIMANT else ""
    return people


def _new_id(people: People, way: Way) -> str:
    """One that nobody has or had on this page: an id used again would bring its old answers back."""
    taken = [*people, *(person.id for person in circumstances_of(way.draft).people())]
    numbers = [int(match[1]) for one in taken if (match := PERSON.fullmatch(one))]
    return f"person{max(numbers, default=1) + 1}"


def _rows(
    people: People, vocabulary: Vocabulary, screen: Screen, misread: Mapping[Key, Misread | Found]
) -> list[Row]:
    rows = []
    for number, (who, facts) in enumerate(people.items(), start=1):
        title = t(
            "frontdoor.person.claimant" if who == CLAIMANT else "frontdoor.roster.person", number=number
        )
        asked = [vocabulary[fact] for fact in screen.facts if not (who == CLAIMANT and fact == ROLE)]
        rows.append(
            Row(id=who, title=title, fields=tuple(_field(fact, who, facts, misread, title) for fact in asked))
        )
    return rows


def _field(
    fact: Fact, who: str, facts: Mapping[str, Raw], misread: Mapping[Key, Misread | Found], title: str
) -> Field:
    empty: Raw = {"day": "", "month": "", "year": ""} if fact.kind == "date" else ""
    field = field_for(
        fact,
        input_name(fact.name, who),
        language=current_language(),
        raw=facts.get(fact.name, empty),
        misread=misread.get((fact.name, who)),
        who=title,
    )
    if fact.name == ROLE:
        return replace(field, options=tuple(one for one in field.options if one.value != "claimant"))
    return field
