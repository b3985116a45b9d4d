"""The page on which she says what would be otherwise: its inputs, and what was posted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict

from moothall.doors.frontdoor.interview.fields import Group
from moothall.doors.frontdoor.interview.inputs import Key, Raw, field_for, input_name, raw_of, raw_of_known
from moothall.doors.frontdoor.interview.people import ROLE, name_of
from moothall.doors.frontdoor.interview.unfit import CONFIRMED
from moothall.doors.frontdoor.interview.what_if.years import TaxYear, years_of
from moothall.doors.kit import current_language, t
from moothall.doors.kit.fields import Field, Option
from moothall.engines.facts import Circumstances, Misread
from moothall.engines.questions import Found
from moothall.work.applications.actions.imagine import BORN, EARNINGS, WORKS, WhatIf
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import circumstances_of

OF_A_PERSON = (EARNINGS, "hours_worked")
OF_THE_HOME = ("rent", "savings")
PARTNER, CHILD, YEAR = "partner_moves_in", "child_is_born", "tax_year"
PARTNER_BORN = input_name(BORN, "partner")


@dataclass(frozen=True)
class Form:
    """The inputs for one household, with what stands in them."""

    draft: Draft
    told: Circumstances  # her own answers
    shown: Circumstances  # the copy as it stands, or her own answers
    years: tuple[TaxYear, ...]
    on: date | None
    post: QueryDict | None = None
    wrong: Mapping[Key, Misread | Found] | None = None

    @property
    def facts(self) -> Iterator[Key]:
        """What can be changed: of each of a couple, and of the home as far as it was asked."""
        adults = [one for one in self.told.people() if one.facts.get(ROLE) in ("claimant", "partner")]
        for person in adults:
            yield from ((fact, person.id) for fact in OF_A_PERSON)
        yield from ((fact, "household") for fact in OF_THE_HOME if fact in self.told.household)

    @property
    def has_partner(self) -> bool:
        return any(one.facts.get(ROLE) == "partner" for one in self.told.people())

    def what_if(self, *, today: date) -> WhatIf:
        """What was posted. An input left empty changes nothing."""
        post, vocabulary = self.post or QueryDict(), self.draft.edition.definition.vocabulary
        typed = {
            key: raw
            for key in self.facts
            if (raw := raw_of(post, vocabulary[key[0]], input_name(*key))) and str(raw).strip()
        }
        on = next((year.day for year in self.years if year.key == post.get(YEAR)), None)
        arriving = {}
        if post.get(PARTNER) == "yes" and not self.has_partner:
            arriving["partner"] = {BORN: raw_of(post, vocabulary[BORN], PARTNER_BORN)}
        if post.get(CHILD) == "yes":
            born = on or today
            parts = {"day": born.day, "month": born.month, "year": born.year}
            arriving["child"] = {BORN: {part: str(number) for part, number in parts.items()}}
        return WhatIf(typed=typed, arriving=arriving, on=on, confirmed=post.getlist(CONFIRMED))

    def groups(self) -> list[Group]:
        """The inputs, person by person, then the home, then what may happen, then whose rates."""
        by_person: dict[str, list[Field]] = {}
        for fact, whom in self.facts:
            by_person.setdefault(whom, []).append(self._field(fact, whom))
        groups = [Group(self._title(whom), tuple(fields)) for whom, fields in by_person.items()]
        happenings = [] if self.has_partner else [self._yes_no(PARTNER, "partner"), self._partner_born()]
        happenings.append(self._yes_no(CHILD, "child"))
        if len(self.years) > 1:
            happenings.append(self._year())
        return [*groups, Group(t("frontdoor.what_if.happens"), tuple(happenings))]

    def _title(self, whom: str) -> str:
        vocabulary, language = self.draft.edition.definition.vocabulary, current_language()
        if whom == "household":
            return t("frontdoor.what_if.home")
        return name_of(whom, self.told, vocabulary, language=language)

    def _field(self, fact: str, whom: str) -> Field:
        known = self.draft.edition.definition.vocabulary[fact]
        field = field_for(
            known,
            input_name(fact, whom),
            language=current_language(),
            raw=self._raw(fact, whom),
            misread=(self.wrong or {}).get((fact, whom)),
        )
        return replace(field, label=known.words(current_language()).label, hint=None)

    def _raw(self, fact: str, whom: str) -> Raw:
        known = self.draft.edition.definition.vocabulary[fact]
        if self.post is not None:
            return raw_of(self.post, known, input_name(fact, whom))
        facts = next((one.facts for one in self.shown.people() if one.id == whom), {})
        if fact in OF_A_PERSON and facts.get(WORKS) is False:
            return "0" if fact == EARNINGS else ""
        return raw_of_known(known, self.shown, whom)

    def _yes_no(self, name: str, role: str) -> Field:
        chosen = "yes" if self._arrived(role) else "no"
        return Field(
            name=name,
            label=t(f"frontdoor.what_if.{name}"),
            kind="radios",
            value=chosen if self.post is None else self.post.get(name, "no"),
            options=(Option("yes", t("frontdoor.yes")), Option("no", t("frontdoor.no"))),
        )

    def _partner_born(self) -> Field:
        fact, partner = self.draft.edition.definition.vocabulary[BORN], self._arrived("partner")
        whom = partner.id if partner else "nobody"
        raw = (
            raw_of_known(fact, self.shown, whom)
            if self.post is None
            else raw_of(self.post, fact, PARTNER_BORN)
        )
        field = field_for(
            fact,
            PARTNER_BORN,
            language=current_language(),
            raw=raw,
            misread=(self.wrong or {}).get((BORN, "partner")),
        )
        return replace(field, label=t("frontdoor.what_if.partner_born"), hint=None)

    def beside(self, unfit: Mapping[Key, Found]) -> dict[Key, Found]:
        """What does not fit in the copy, by the inputs of this page; an imagined partner has one too."""
        partner = self._arrived("partner")
        return {
            (fact, "partner" if partner and whom == partner.id else whom): found
            for (fact, whom), found in unfit.items()
        }

    def _arrived(self, role: str):
        """The imagined person of that role in the copy, if there is one."""
        real = {person.id for person in self.told.people()}
        return next((p for p in self.shown.people() if p.id not in real and p.facts.get(ROLE) == role), None)

    def _year(self) -> Field:
        now = next((year.key for year in self.years if year.day == self.on), self.years[0].key)
        return Field(
            name=YEAR,
            label=t("frontdoor.what_if.tax_year"),
            hint=t("frontdoor.what_if.tax_year_hint"),
            kind="radios",
            value=now if self.post is None else self.post.get(YEAR, now),
            options=tuple(Option(year.key, year.label) for year in self.years),
        )


def form_of(
    draft: Draft,
    copy: Draft | None,
    *,
    today: date,
    post: QueryDict | None = None,
    wrong: Mapping[Key, Misread | Found] | None = None,
) -> Form:
    """The inputs as they stand in the copy, or in her own answers when there is none; or as posted."""
    return Form(
        draft=draft,
        told=circumstances_of(draft),
        shown=circumstances_of(copy or draft),
        years=years_of(draft.edition.definition, today=today),
        on=copy.imagined_on if copy else None,
        post=post,
        wrong=wrong,
    )
