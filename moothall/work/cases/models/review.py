"""A resident's request to have a decision looked at again."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.work.cases.models.case import Case
from moothall.work.cases.models.decision import Decision


class Review(BelongsToOrganisation):
    """Asked for once for each decision; answered by a second decision, which it names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    of = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="review")
    why = models.TextField()
    channel = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answered_by = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
