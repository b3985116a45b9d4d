"""Something that one person has to do for a case."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.work.cases.models.case import Case


class Task(BelongsToOrganisation):
    """One step of the process, open until somebody in its role finishes it or it falls away."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    # `node` is the step in the process; `number` is this doing of it, for a step may come round again.
    node = models.CharField(max_length=80)
    number = models.CharField(max_length=80)
    names = models.JSONField()  # language -> what the step is called
    role = models.CharField(max_length=40)
    opened_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    taken_by = models.CharField(max_length=80, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by = models.CharField(max_length=80, blank=True)
    fell_away_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["organisation", "role", "due_on", "id"],
                name="open_tasks",
                condition=models.Q(finished_at__isnull=True, fell_away_at__isnull=True),
            )
        ]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_row_a_task")]

    @property
    def is_open(self) -> bool:
        return self.finished_at is None and self.fell_away_at is None

    def name(self, language: str) -> str:
        """What the step is called, in English where there is no other."""
        return self.names.get(language) or self.names["en"]
