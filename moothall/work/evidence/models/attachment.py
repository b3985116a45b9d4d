"""A paper that supports what somebody said."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation, ScopedManager


class WithoutContent(ScopedManager):
    """Leaves the bytes in the database until somebody saves the file."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().defer("content")


class Attachment(BelongsToOrganisation):
    """One file as it came. It belongs to the body whose service asked for it, and to no other.

    `telling` is the interview and, once that is sent, the submission of its case: the same id, so that
    sending moves nothing. The case that may show it is the one of this service in that submission.
    """

    KINDS = [(kind, kind) for kind in ("pdf", "jpeg", "png", "heic")]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    telling = models.UUIDField(db_index=True)
    service = models.SlugField(max_length=60)
    supports = models.SlugField(max_length=60)  # which of the papers that the service asks for
    name = models.CharField(max_length=120)  # what she called it, shown and never used as a path
    kind = models.CharField(max_length=10, choices=KINDS)
    size = models.PositiveIntegerField()  # bytes
    # SHA-256 of the bytes, so that a copy can be shown to be what was given here.
    digest = models.CharField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField()

    objects = WithoutContent()

    class Meta(BelongsToOrganisation.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["telling", "supports", "digest"],
                name="one_paper_once",
                violation_error_message="This paper has been added already.",
            )
        ]

    @property
    def kilobytes(self) -> int:
        """Its size in words for people: thousands of bytes, and never none."""
        return max(1, round(self.size / 1000))
