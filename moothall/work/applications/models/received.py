"""A promise that another node made in the name of a body of ours, and the case that was opened for it."""

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class ReceivedPromise(BelongsToOrganisation):
    """What makes a promise one case here, however often and in whatever order it is delivered.

    It belongs to the body that was told. What was told stands in the case and not here.
    """

    sender = models.CharField(max_length=40)
    promise = models.UUIDField()
    service = models.SlugField(max_length=60)
    case = models.UUIDField()
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sender", "promise"],
                name="one_case_a_promise_of_a_node",
                violation_error_message="A case was opened for this promise already.",
            )
        ]

    def __str__(self) -> str:
        return f"a promise of {self.sender}"
