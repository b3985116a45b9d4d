"""What every page of a case says while its figures are those of a scheme that no council has adopted."""

from __future__ import annotations

from moothall.ground.catalogue.marks import Mark, mark_of
from moothall.ground.catalogue.queries import current
from moothall.ground.subjects.queries import facts_of_case
from moothall.work.cases.letters import mark_in
from moothall.work.cases.models import Case
from moothall.work.cases.queries import newest_decision
from moothall.work.cases.told import circumstances_from


def mark_of_case(case: Case) -> Mark | None:
    """Language -> sentence; None where national rules or an adopted scheme decide.

    A decision keeps the mark of the figures that it stood on; before one, the newest approved edition counts.
    """
    decision = newest_decision(case)
    if decision is not None:
        return mark_in(decision.results)
    definition = current(case.service, organisation=case.organisation_id).definition
    if definition.sheet_on(case.claimed_on) is None:
        return None
    known = circumstances_from(facts_of_case(case.id), definition.vocabulary, today=case.claimed_on)
    return mark_of(definition, known, on=case.claimed_on)
