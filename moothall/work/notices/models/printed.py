"""The letter as a PDF, made once."""

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.work.notices.models.notice import Notice


class Printed(BelongsToOrganisation):
    """The PDF of one notice. The words are frozen in the notice; this is how they look on paper."""

    notice = models.OneToOneField(Notice, primary_key=True, on_delete=models.CASCADE, related_name="printed")
    pdf = models.BinaryField()
    # SHA-256 of the bytes, so that a copy can be shown to be the one that was made here.
    digest = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
