"""A named thing, true of a subject from when until when, and known since when."""

import uuid

from django.db import models
from django.db.models import F, Q

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.ground.subjects.models.subject import Subject


class Fact(BelongsToOrganisation):
    """One statement of one fact. Never overwritten: a correction supersedes and names the old one."""

    PROVENANCE = [(kind, kind) for kind in ("stated", "derived", "attested", "observed")]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="facts")
    name = models.CharField(max_length=80)
    value = models.JSONField()

    # Two times: when it is true in the world, and when we knew it.
    true_from = models.DateField()
    true_until = models.DateField(null=True, blank=True)
    known_from = models.DateTimeField()
    known_until = models.DateTimeField(null=True, blank=True)
    supersedes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )

    provenance = models.CharField(max_length=10, choices=PROVENANCE)
    said_by = models.CharField(max_length=80)
    channel = models.CharField(max_length=20)
    # Using a fact from another case is sharing, so each says for which service it was given.
    purpose = models.CharField(max_length=60)
    case = models.UUIDField(null=True, blank=True, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "name"], name="fact_of_subject")]
        constraints = [
            models.CheckConstraint(
                condition=Q(true_until__isnull=True) | Q(true_until__gte=F("true_from")),
                name="fact_ends_after_it_begins",
                violation_error_message="A fact cannot stop being true before it begins.",
            ),
            models.UniqueConstraint(
                fields=["subject", "name", "case"],
                condition=Q(known_until__isnull=True, true_until__isnull=True),
                name="one_open_statement",
                violation_error_message="This fact has an open statement; supersede it instead.",
            ),
        ]
