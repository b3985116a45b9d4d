"""An interview in progress: what a resident has said so far."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class Draft(BelongsToOrganisation):
    """The answers to one interview, kept in the database so that no lost session loses them.

    It belongs to the body whose service it is. Nobody at that body reads it: it is the
    resident's until she submits, and it expires.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    service = models.SlugField(max_length=60)
    # The questions are pinned when the interview starts.
    edition = models.ForeignKey("catalogue.Edition", on_delete=models.PROTECT, related_name="+")
    serving = models.JSONField()  # keys of the organisations that serve the address
    answers = models.JSONField()  # the circumstances so far, as engines.facts writes them
    seen = models.JSONField(default=list)  # keys of the screens answered, in order
    language = models.CharField(max_length=2, default="en")
    revision = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
