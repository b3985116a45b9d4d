"""An interview in progress: what a resident has said so far."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class Draft(BelongsToOrganisation):
    """The answers to one interview, kept in the database so that no lost session loses them.

    It belongs to the body whose service it is. Nobody at that body reads it: it is the
    resident's until she submits, and it expires.

    A draft may be imagined from another: a copy in which something is otherwise, to see what would
    then be. It is found through the other alone, goes with it, and is never sent or carried over.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    service = models.SlugField(max_length=60)
    # The questions are pinned when the interview starts.
    edition = models.ForeignKey("catalogue.Edition", on_delete=models.PROTECT, related_name="+")
    serving = models.JSONField()  # keys of the organisations that serve the address
    # Of a move: `leaving` and `arriving`, and the keys of the bodies that serve that home, nearest first.
    ends = models.JSONField(default=dict)
    answers = models.JSONField()  # the circumstances so far, as engines.facts writes them
    seen = models.JSONField(default=list)  # keys of the screens answered, in order
    language = models.CharField(max_length=2, default="en")
    revision = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    imagined_from = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="imagined")
    # Of the other draft, when it was copied: with another one the copy is of answers that she has changed.
    imagined_revision = models.PositiveIntegerField(null=True)
    # The day whose rules and rates count in it, when that is not the day on which it is looked at.
    imagined_on = models.DateField(null=True)

    class Meta(BelongsToOrganisation.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(imagined_from__isnull=True, imagined_revision__isnull=True)
                | models.Q(imagined_from__isnull=False, imagined_revision__isnull=False),
                name="applications_draft_imagined_from_a_revision",
                violation_error_message="An imagined draft says of which revision it is a copy.",
            )
        ]
