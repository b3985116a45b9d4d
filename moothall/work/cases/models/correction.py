"""A resident's request to put right something that a body holds about her."""

import uuid

from django.db import models
from django.db.models import Q

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.work.cases.models.case import Case
from moothall.work.cases.models.task import Task

# The step of a case that no process draws: anybody may ask at any time.
CORRECT = "correct"


class Correction(BelongsToOrganisation):
    """What one body was asked to correct. It belongs to that body, which answers for itself alone.

    She asks once; every body that holds the statement gets a row of its own. What binds them is `asked`,
    an id and nothing more.
    """

    STATUSES = [(status, status) for status in ("asked", "accepted", "refused", "withdrawn")]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    asked = models.UUIDField(db_index=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="corrections")
    of = models.ForeignKey("subjects.Fact", on_delete=models.PROTECT, related_name="+")
    task = models.OneToOneField(Task, on_delete=models.PROTECT, related_name="correction")
    value = models.JSONField()  # what she says is right, as facts are kept
    why = models.TextField()
    channel = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    status = models.CharField(max_length=10, choices=STATUSES, default="asked")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=80, blank=True)
    answer = models.TextField(blank=True)  # why it was refused; of an acceptance, what the officer adds
    # The statement that superseded the old one, once accepted.
    made = models.OneToOneField(
        "subjects.Fact", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["of"],
                condition=Q(status="asked"),
                name="one_open_correction",
                violation_error_message="A correction of this has been asked for already.",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(answer=""),
                name="refusal_has_a_reason",
                violation_error_message="Say why this is not corrected.",
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.status == "asked"

    @property
    def may_be_withdrawn(self) -> bool:
        """Until somebody at the body has taken it up."""
        return self.is_open and not self.task.taken_by
