"""One table for everything that is to be done later."""

from django.db import models
from django.db.models import Q

from moothall.ground.organisations.models import BelongsToOrganisation


class Work(BelongsToOrganisation):
    """Something to be done from `due_at` on, once.

    `payload` holds ids only, so that nothing personal waits in a queue. `problem` is the
    name of the last error, never its text, which may hold an answer.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=100)
    payload = models.JSONField(default=dict)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    # Whoever holds it, and until when. A worker that was killed never says so; its lease ends.
    lease = models.UUIDField(null=True)
    leased_until = models.DateTimeField(null=True)
    problem = models.CharField(max_length=100, blank=True)
    done_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)

    class Meta(BelongsToOrganisation.Meta):
        verbose_name_plural = "work"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "key"],
                name="work_is_due_once",
                violation_error_message="This is already to be done.",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at", "id"],
                name="work_waiting",
                condition=Q(done_at__isnull=True, given_up_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
