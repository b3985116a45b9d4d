"""Begin a claim with the answers of an estimate, so that nothing is asked twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from moothall.engines.facts import Circumstances, Family, Person
from moothall.engines.questions.contradictions import CONFIRMED
from moothall.ground.places.postcodes import read_postcode
from moothall.ground.places.queries import who_serves
from moothall.work.applications.actions.start_draft import start_draft
from moothall.work.applications.models import Draft
from moothall.work.applications.queries import interview


def carry_over(draft: Draft, *, service: str, today: date, now: datetime) -> Draft:
    """A new interview for the service, at the same body, with each answer that this service asks for too.

    Only what the estimate stands on is taken: an answer that a later one made needless is left behind.
    The estimate's own interview stays as it is and expires in its time. Call inside `acting_for` the body
    of the draft. Raises NotPublished, and BadPostcode when the address is no longer served.
    """
    used = interview(draft, today=today).used
    postcode = read_postcode(used.household["postcode"])
    # Where the postcode may be in several areas, she has chosen before whose her home is.
    serving = who_serves(postcode, on=today, council=draft.serving[0])
    claim = start_draft(
        service,
        organisation=draft.organisation_id,
        serving=serving,
        postcode=postcode,
        language=draft.language,
        now=now,
    )
    definition = claim.edition.definition
    asked = {fact for question in definition.plan for fact in question.facts} | set(definition.plan.given)
    asked.add(CONFIRMED)
    claim.answers = _only(asked, used).to_dict(definition.vocabulary)
    claim.save(update_fields=["answers"])
    return claim


def _only(asked: Iterable[str], used: Circumstances) -> Circumstances:
    """The same people, and of what is known only the facts that are asked."""

    def of(facts: dict) -> dict:
        return {name: value for name, value in facts.items() if name in asked}

    return Circumstances(
        household=of(used.household),
        case=of(used.case),
        roster_known=used.roster_known,
        families=[
            Family(family.id, of(family.facts), [Person(one.id, of(one.facts)) for one in family.people])
            for family in used.families
        ],
    )
