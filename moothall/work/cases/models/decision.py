"""What was decided, on what, and why: enough to work it out again years later."""

import uuid

from django.db import models
from django.db.models import Q

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.work.cases.models.case import Case


class Decision(BelongsToOrganisation):
    """One decision on a case. A later one supersedes it; neither is changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=40)
    results = models.JSONField()  # goal -> {value, unit, text: {en, cy}} or {not_covered: {en, cy}}
    reasons = models.JSONField()  # language -> goal -> the tree of reasons
    law = models.JSONField()  # the provisions that the answer rests on
    # With the facts and the edition's hash the answer can be recomputed.
    edition_hash = models.CharField(max_length=64)
    facts = models.JSONField()  # the ids of the statements that it stood on
    about = models.DateField()  # the legal date that the decision is about

    departs = models.BooleanField(default=False)
    departure_reason = models.TextField(blank=True)
    decided_by = models.CharField(max_length=80)
    decided_at = models.DateTimeField()
    decided_on = models.DateField()
    letters = models.JSONField()  # language -> {subject, text}, frozen
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(departs=False) | ~Q(departure_reason=""),
                name="departure_has_a_reason",
                violation_error_message="Say why this decision departs from what the rules give.",
            )
        ]
