"""A case that one body must open, promised to the resident when she submitted."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class Promise(BelongsToOrganisation):
    """Made with its reference, its due time and only the facts that the body's service names.

    The row belongs to the body that was told, so the body that took the application
    cannot read what another was told. A body of another node has no rows here: until it has answered, the
    promise to it belongs to the body that took the application, which has to see that it arrives. Its facts
    go when it has.
    """

    STATUSES = [("kept", "kept"), ("waiting", "waiting"), ("late", "late"), ("refused", "refused")]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    # A body of another node, and that node; empty for a body that this node works for.
    to = models.ForeignKey(
        "organisations.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    node = models.SlugField(max_length=40, blank=True)
    submission = models.UUIDField(db_index=True)
    service = models.SlugField(max_length=60)
    reference = models.CharField(max_length=20, unique=True)
    facts = models.JSONField()  # place of the subject -> fact -> value
    due_on = models.DateField()
    case = models.UUIDField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=STATUSES)
    made_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True, blank=True)
    # Where a body of another node refused: when, and by which code of the agreed list.
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_for = models.SlugField(max_length=40, blank=True)
    # What a body of another node said last: the reference of its case, how that stands, and when it said so.
    said_reference = models.CharField(max_length=20, blank=True)
    said_status = models.CharField(max_length=20, blank=True)
    said_decided_on = models.DateField(null=True, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "organisation", "service"],
                condition=models.Q(to=None),
                name="one_promise_a_body_and_service",
                violation_error_message="This body has been told of this service in this submission already.",
            ),
            models.UniqueConstraint(
                fields=["submission", "to", "service"],
                condition=models.Q(to__isnull=False),
                name="one_promise_a_body_elsewhere_and_service",
                violation_error_message="This body has been told of this service in this submission already.",
            ),
        ]
