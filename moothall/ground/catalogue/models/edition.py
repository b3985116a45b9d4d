"""One service for one organisation, as approved on a day, kept for ever."""

from django.db import models


class WithoutFiles(models.Manager):
    """Leaves the files, some hundred kilobytes, in the database until somebody compiles them."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().defer("files")


class Edition(models.Model):
    """The shared definition with the organisation's overlay laid on, and a hash over every file.

    At run time this row is the truth; the files in `services/` are its source and its
    exchange form. Published definitions are public, so an edition stands outside both
    walls though an organisation owns it.
    """

    organisation = models.ForeignKey(
        "organisations.Organisation", on_delete=models.PROTECT, related_name="editions"
    )
    service = models.SlugField(max_length=60)
    content_hash = models.CharField(max_length=64)
    files = models.JSONField()  # path under services/ -> text
    # Copied from service.yaml, so that a list of services needs no file.
    card = models.JSONField()
    approved_by = models.CharField(max_length=120)
    why = models.TextField()
    published_at = models.DateTimeField()

    objects = WithoutFiles()

    class Meta:
        base_manager_name = "objects"
        indexes = [models.Index(fields=["service", "organisation", "-id"], name="newest_edition")]

    def __str__(self) -> str:
        return f"{self.service} of {self.organisation_id} ({self.content_hash[:12]})"

    @property
    def definition(self):
        """The files read, checked and compiled; kept in this process by content hash."""
        from moothall.ground.catalogue.definition import definition_of

        return definition_of(self)
