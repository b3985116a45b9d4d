"""The first wall: every row belongs to a body, and queries see only those in context."""

from functools import lru_cache

from django.db import models

from moothall.ground.organisations.acting import organisations_in_context


class ScopedManager(models.Manager):
    """Finds only rows of the organisations in context; raises OutsideTheWall without one."""

    def get_queryset(self) -> models.QuerySet:
        found = super().get_queryset()
        found.query = _within(self.model, organisations_in_context()).chain()
        return found


@lru_cache(maxsize=512)
def _within(model: type[models.Model], organisations: frozenset[str]) -> models.sql.Query:
    """The rows of these organisations. Every use takes a copy: to build it anew costs as much as a short page
    spends on all of its templates.
    """
    return models.QuerySet(model).filter(organisation_id__in=sorted(organisations)).query


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
