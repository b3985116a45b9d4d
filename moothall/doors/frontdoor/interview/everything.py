"""The estimate of an interview over many benefits: for each what it comes to, why, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse

from moothall.doors.frontdoor.interview.checking import sections_of
from moothall.doors.frontdoor.interview.results import Result, results_of
from moothall.doors.frontdoor.interview.saving import back_again
from moothall.doors.frontdoor.interview.way import Way
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, page, t
from moothall.doors.kit.bar_chart import Bar, Chart, chart_of
from moothall.doors.kit.clock import today
from moothall.engines.facts.writing import write_money
from moothall.ground.catalogue.queries import offered_by

WEEKS, MONTHS = 52, 12  # of a year, where an amount is turned into another period to compare it
PERIODS = {"GBP/week": WEEKS, "GBP/month": MONTHS, "GBP/year": 1}


@dataclass(frozen=True)
class Money:
    """One amount over a period; `about` when the law gives it over another and this is turned into it."""

    text: str
    about: bool

    def said(self) -> str:
        return t("frontdoor.everything.about", amount=self.text) if self.about else self.text


@dataclass(frozen=True)
class Where:
    """A page of the body that pays: its address, and what to call it."""

    url: str
    name: str


@dataclass(frozen=True)
class Row:
    """One benefit: its figure over the periods, its reasons, and where to go on."""

    name: str
    result: Result
    week: Money | None
    month: Money | None
    pence_a_month: float
    as_paid: str
    next_step: str
    link: str
    where_to_ask: Where | None  # the page on which people ask for it, outside this site
    apply: str  # the service that takes these answers over, or empty
    counted_in: str  # the benefits due here that take this one off in full, or empty
    not_looked_at: tuple[str, ...]


def everything_page(request: HttpRequest, way: Way) -> HttpResponse:
    """Each benefit in the part of the page where its answer belongs. Not covered is a part of its own."""
    rows = rows_of(way, today=today())
    due = [row for row in rows if row.result.covered and not row.result.nothing and not row.result.may_ask]
    service, language = way.draft.edition.definition.service, current_language()
    shown = {
        "not_adopted": way.not_adopted(today=today()),
        "brand": way.draft.organisation.name(language),
        "service": way.draft.service,
        "back_again": back_again(request, way.draft),
        "due": due,
        "may_ask": [row for row in rows if row.result.may_ask],
        "homepage": way.draft.organisation.homepage,
        "nothing": [row for row in rows if row.result.nothing],
        "not_covered": [row for row in rows if not row.result.covered],
        "chart": chart_for(due),
        "not_looked_at": (service.get("not_looked_at") or {}).get(language, []),
        "sections": sections_of(way),
        "what_if": "what_if" in service,
        "on": today(),
        "back": way.before("estimate"),
        "changed_meanwhile": "changed" in request.GET,
    }
    return page(request, "frontdoor/everything.html", shown)


def rows_of(way: Way, *, today: date) -> list[Row]:
    """A row for each goal, in the order of the service."""
    plans, begun_here = rows_here(way), _published(way)
    results = [result for result in results_of(way, today=today) if result.goal in plans]
    due = {result.goal for result in results if result.covered and not result.nothing}
    return [_row(way, result, plans, due, begun_here) for result in results]


def rows_here(way: Way) -> dict[str, Mapping]:
    """The rows of the service as they are in the nation of her council: some stand in others only."""
    nation = way.draft.organisation.nation
    rows = way.draft.edition.definition.service["rows"]
    return {
        goal: row | row.get("in_nation", {}).get(nation, {})
        for goal, row in rows.items()
        if nation in row.get("nations", [nation])
    }


def _published(way: Way) -> set[str]:
    """The services that her council has published, so that a claim for them can be made here."""
    return {edition.service for edition in offered_by([way.draft.organisation_id])}


def _row(
    way: Way, result: Result, plans: Mapping[str, Mapping], all_due: set[str], begun_here: set[str]
) -> Row:
    plan = plans[result.goal]
    words = way.draft.edition.definition.words_of(str(plan["of"]))
    due = result.goal in all_due
    # What is no amount, such as meals at school, has no place in the table or the chart.
    figure = due and result.unit in PERIODS
    apply = str(plan.get("apply") or "") if due else ""
    # The council that bills her decides it, whether or not it takes claims here.
    elsewhere = bool(apply) and apply not in begun_here
    return Row(
        name=_name(way, plan),
        result=result,
        week=_money(result, WEEKS) if figure else None,
        month=_money(result, MONTHS) if figure else None,
        pence_a_month=_a_year(result) / MONTHS if figure else 0.0,
        as_paid=result.text,
        next_step=_next_step(words | plan, covered=result.covered)
        or (t("frontdoor.everything.ask_council") if elsewhere else ""),
        link=str(words.get("apply_below_pension_age") or ""),
        where_to_ask=_of_her_council(way) if elsewhere else _where_to_ask(words | plan),
        apply="" if elsewhere else apply,
        counted_in=", ".join(
            _name(way, plans[other]) for other in plan.get("counts_in", ()) if due and other in all_due
        ),
        not_looked_at=tuple((words.get("not_looked_at") or {}).get(current_language(), [])),
    )


def _name(way: Way, plan: Mapping[str, object]) -> str:
    name = plan.get("name") or way.draft.edition.definition.words_of(str(plan["of"]))["name"]
    return in_language_of(name, current_language())


def _next_step(words: Mapping[str, object], *, covered: bool) -> str:
    """Where to ask; a service of our own that does not cover her says where people like her turn."""
    elsewhere = None if covered else words.get("below_pension_age")
    return in_language_of(elsewhere or words.get("what_to_do_next"), current_language())


def _where_to_ask(words: Mapping[str, object]) -> Where | None:
    place = words.get("where_to_ask")
    return Where(str(place["url"]), in_language_of(place["name"], current_language())) if place else None


def _of_her_council(way: Way) -> Where:
    council = way.draft.organisation
    return Where(council.homepage, t("frontdoor.area.site", name=council.name(current_language())))


def chart_for(due: list[Row]) -> Chart | None:
    """The bars in the order of the table; none when no amount is due."""
    bars = [Bar(row.name, row.pence_a_month, row.month.said()) for row in due if row.month]
    if not bars:
        return None
    told = "; ".join(f"{bar.label}: {bar.value}" for bar in bars)
    return chart_of(
        bars, title=t("frontdoor.everything.chart"), told=t("frontdoor.everything.chart_told", bars=told)
    )


def _a_year(result: Result) -> float:
    return float(result.value) * PERIODS[result.unit]


def _money(result: Result, periods: int) -> Money:
    about = PERIODS[result.unit] != periods
    return Money(write_money(_a_year(result) / periods, "GBP", current_language()), about=about)
