"""What a resident sent, once."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.work.applications.models.draft import Draft


class Application(BelongsToOrganisation):
    """One submission, taken by one organisation on behalf of all that it goes to.

    `draft` is unique: however often the button is pressed or the answer is lost, one
    interview becomes one application.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="application")
    idempotency_key = models.CharField(max_length=80, unique=True)
    reference = models.CharField(max_length=20, unique=True)
    service = models.SlugField(max_length=60)
    edition = models.ForeignKey("catalogue.Edition", on_delete=models.PROTECT, related_name="+")
    # What the resident holds: [{case, organisation, service, reference}] for every body told.
    told = models.JSONField()
    # What nobody is told for her: [{service, organisation}] and [{link}]; her pages say where to go.
    left_to_her = models.JSONField(default=list)
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    submitted_at = models.DateTimeField()
