"""The manager's page of one service: what came in, how long it took, where people gave up, what was asked."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from moothall.doors.desk.furniture import desk_page
from moothall.doors.desk.guard import officers_only
from moothall.doors.desk.shown.measures import Table, tables_of
from moothall.doors.kit.clock import today
from moothall.doors.kit.languages import current_language
from moothall.ground.catalogue.models import Edition
from moothall.ground.catalogue.queries import offered_by
from moothall.ground.organisations.acting import acting_for
from moothall.ground.organisations.models import Organisation
from moothall.ground.people.actor import Actor
from moothall.ground.people.may import NotPermitted, may
from moothall.work.measures.figures import Figures, Period
from moothall.work.measures.queries import busiest, figures

PERIODS = {"month": 30, "quarter": 91, "year": 365}
LONGEST = 366


@require_safe
@officers_only
def measures(request: HttpRequest) -> HttpResponse:
    """The figures of a service and a period; as a file of figures with `as=csv`."""
    bodies = _answers_for(request.actor)
    if not bodies:
        raise NotPermitted(request.actor, "measures.view")
    with acting_for(bodies):
        editions = offered_by(bodies)
        chosen = _chosen(request, editions)
        shown = _period(request)
        found = figures(chosen.service, organisation=chosen.organisation_id, period=shown) if chosen else None
        tables = tables_of(found, chosen) if found else []
        if request.GET.get("as") == "csv" and found:
            return _as_csv(found, tables)
        context = {
            "choices": [(f"{one.organisation_id}.{one.service}", _name(one)) for one in editions],
            "chosen": f"{chosen.organisation_id}.{chosen.service}" if chosen else "",
            "name": _name(chosen) if chosen else "",
            "period": shown,
            "periods": list(PERIODS),
            "kind": request.GET.get("period", "quarter"),
            "found": found,
            "tables": tables,
        }
        return desk_page(request, "desk/measures.html", context)


def _answers_for(actor: Actor) -> set[str]:
    bodies = Organisation.objects.filter(pk__in=actor.organisations)
    return {body.pk for body in bodies if may(actor, "measures.view", body)}


def _chosen(request: HttpRequest, editions: list[Edition]) -> Edition | None:
    """The service that she asked for, or the busiest. One that is not hers does not exist for her."""
    named = request.GET.get("service")
    if named is None:
        most = busiest({one.organisation_id for one in editions})
        first = editions[0] if editions else None
        return next((one for one in editions if (one.organisation_id, one.service) == most), first)
    for one in editions:
        if f"{one.organisation_id}.{one.service}" == named:
            return one
    raise Http404


def _period(request: HttpRequest) -> Period:
    """The days asked for, no more than a year of them; what cannot be read is the last three months."""
    until = today()
    if request.GET.get("period") == "days":
        try:
            since, until = (date.fromisoformat(request.GET.get(name, "")) for name in ("since", "until"))
        except ValueError:
            pass
        else:
            if since <= until:
                return Period(max(since, until - timedelta(days=LONGEST)), until)
            until = today()
    days = PERIODS.get(request.GET.get("period", ""), PERIODS["quarter"])
    return Period(until - timedelta(days=days - 1), until)


def _name(edition: Edition) -> str:
    names = edition.card["name"]
    return f"{names.get(current_language()) or names['en']}, {edition.organisation.name(current_language())}"


def _as_csv(found: Figures, tables: list[Table]) -> HttpResponse:
    """One row for each figure, with the table that it stands in, so that a spreadsheet can filter it."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(["service", "organisation", "since", "until", "table", "row", "column", "value"])
    head = [found.service, found.organisation, found.period.since.isoformat(), found.period.until.isoformat()]
    for table in tables:
        for row in table.rows:
            for column, value in zip(table.columns, row.values, strict=True):
                rows.writerow([*head, table.key, row.name, column, value])
    response = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{found.service}-{found.period.until}.csv"'
    return response
