"""The first wall: every row belongs to a body, and queries see only those in context."""

from django.db import models

from moothall.ground.organisations.acting import organisations_in_context


class ScopedManager(models.Manager):
    """Finds only rows of the organisations in context; raises OutsideTheWall without one."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(organisation_id__in=sorted(organisations_in_context()))


class BelongsToOrganisation(models.Model):
    """A row of work or ground that one organisation owns.

    On PostgreSQL a second wall stands behind this one: see `organisations/wall`.
    """

    organisation = models.ForeignKey("organisations.Organisation", on_delete=models.PROTECT, related_name="+")

    objects = ScopedManager()

    class Meta:
        abstract = True
        # Related access (`task.case`) goes through the wall too.
        base_manager_name = "objects"
