"""A matter that one organisation has to settle for one person."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class Case(BelongsToOrganisation):
    """One service that one organisation owes an answer on.

    Cases of two organisations share no foreign key: what binds those that came of one
    telling is the `submission`, an id and nothing more.
    """

    STATUSES = [
        (status, status.replace("_", " ")) for status in ("open", "decided", "under_review", "closed")
    ]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    service = models.SlugField(max_length=60)
    reference = models.CharField(max_length=20, unique=True)
    submission = models.UUIDField(db_index=True)
    # The person that the case is about, and what she is called in a list of work.
    subject = models.ForeignKey("subjects.Subject", on_delete=models.PROTECT, related_name="+")
    known_as = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="en")
    send_to = models.CharField(max_length=254, blank=True)

    # The process is pinned when the case opens; rules and rates are taken at each decision.
    edition = models.ForeignKey("catalogue.Edition", on_delete=models.PROTECT, related_name="+")
    process_state = models.JSONField()
    status = models.CharField(max_length=20, choices=STATUSES, default="open")
    # Two officers may look at one case: an act names the revision that it saw.
    revision = models.PositiveIntegerField(default=1)

    # The legal date that the decision is about: the day on which she asked.
    claimed_on = models.DateField()
    opened_at = models.DateTimeField()
    # Empty where neither law nor council sets a period.
    due_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    # Two reports of one thing are one matter: the second joins the first while that is open, and has no work
    # of its own. `matter` is a keyed digest of what they agree in: a row does not say what it is about.
    matter = models.CharField(max_length=64, blank=True, default="")
    joins = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="joined_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "service", "matter"],
                condition=models.Q(joins__isnull=True, closed_at__isnull=True) & ~models.Q(matter=""),
                name="one_open_case_a_matter",
                violation_error_message="This has been reported already and is being dealt with.",
            )
        ]
        indexes = [
            models.Index(fields=["organisation", "status", "due_on", "id"], name="case_queue"),
            models.Index(fields=["organisation", "service", "due_on", "id"], name="case_queue_of_service"),
        ]

    def __str__(self) -> str:
        return self.reference
