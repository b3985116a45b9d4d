"""Something that a person is told in writing."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class Notice(BelongsToOrganisation):
    """One letter or message, its words frozen when it was queued.

    It says what it is about by an id alone: a notice never points at a case, because
    visits, payments and reviews send notices too.
    """

    STATUSES = [("queued", "queued"), ("sent", "sent")]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    about = models.UUIDField(db_index=True)
    kind = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    subject_line = models.CharField(max_length=200)
    text = models.TextField()
    # Where to send it. Empty when the person gave no address for messages: then it waits on the case page.
    send_to = models.CharField(max_length=254, blank=True)
    status = models.CharField(max_length=10, choices=STATUSES, default="queued")
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about", "kind", "language"],
                name="told_once",
                violation_error_message="This person has been told this already.",
            )
        ]
