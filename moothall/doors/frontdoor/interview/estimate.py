"""What she would get, and why, before she applies; and where to turn when we do not cover it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from moothall.doors.frontdoor.interview.doors import with_her_draft
from moothall.doors.frontdoor.interview.way import Way, way_of
from moothall.doors.frontdoor.places import in_language_of
from moothall.doors.kit import current_language, page
from moothall.doors.kit.clock import today
from moothall.engines.facts import Vocabulary
from moothall.engines.rules import NotCovered, Outcome
from moothall.engines.rules.answers import show
from moothall.work.applications.models import Draft


@dataclass(frozen=True)
class Result:
    """One thing worked out: what it is, what it comes to, and the tree of reasons."""

    goal: str
    covered: bool
    nothing: bool  # worked out, and it comes to nothing: not the same as not covered
    text: str
    tree: Mapping[str, object]


@require_safe
@with_her_draft
def estimate_page(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The estimate, with its reasons, or the way to the question that is still open."""
    way = way_of(draft, today=today())
    if not way.estimate_reached:
        return redirect(way.next_address())
    service, language = draft.edition.definition.service, current_language()
    main, *others = results_of(way, today=today())
    goals = draft.edition.definition.goals
    yearly = next((one for one in others if one.goal == f"{main.goal}_yearly" and one.covered), None)
    return page(
        request,
        "frontdoor/estimate.html",
        {
            "brand": draft.organisation.name(language),
            "name": in_language_of(service["name"], language),
            "main": main,
            "yearly": yearly,
            # What comes to nothing is shown when it is what the service is for, not when it is an aside.
            "others": [one for one in others if one is not yearly and (one.goal in goals or not one.nothing)],
            "on": today(),
            "back": way.before("estimate"),
            "onward": way.after_estimate(),
            "elsewhere": in_language_of(service.get("below_pension_age"), language),
            "elsewhere_link": service.get("apply_below_pension_age") or draft.organisation.homepage,
            "not_looked_at": (service.get("not_looked_at") or {}).get(language, []),
            "changed_meanwhile": "changed" in request.GET,
        },
    )


def results_of(way: Way, *, today: date) -> list[Result]:
    """The service's goals, the first being what she came for; then what is shown beside them."""
    definition = way.draft.edition.definition
    goals = [*definition.goals, *definition.service.get("also_shown", [])]
    outcome = definition.rules_on(today).work_out(goals, way.walk.used)
    return [_result(goal, outcome, definition.vocabulary) for goal in goals if outcome[goal].is_settled]


def _result(goal: str, outcome: Outcome, vocabulary: Vocabulary) -> Result:
    language, answer = current_language(), outcome[goal]
    tree = outcome.reasons(goal, language=language)
    if isinstance(answer, NotCovered):
        return Result(
            goal=goal,
            covered=False,
            nothing=False,
            text=tree.sentence or answer.sentence,
            tree=tree.to_dict(),
        )
    return Result(
        goal=goal,
        covered=True,
        nothing=not answer.value,
        text=show(answer.value, answer.unit, language, vocabulary),
        tree=tree.to_dict(),
    )
