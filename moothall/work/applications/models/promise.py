"""A case that one body must open, promised to the resident when she submitted."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class Promise(BelongsToOrganisation):
    """Made with its reference, its due time and only the facts that the body's service names.

    The row belongs to the body that was told, so the body that took the application
    cannot read what another was told.
    """

    STATUSES = [("kept", "kept"), ("waiting", "waiting"), ("late", "late"), ("refused", "refused")]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    submission = models.UUIDField(db_index=True)
    service = models.SlugField(max_length=60)
    reference = models.CharField(max_length=20, unique=True)
    facts = models.JSONField()  # place of the subject -> fact -> value
    due_on = models.DateField()
    case = models.UUIDField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=STATUSES)
    made_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "organisation", "service"],
                name="one_promise_a_body_and_service",
                violation_error_message="This body has been told of this service in this submission already.",
            )
        ]
