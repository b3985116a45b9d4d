"""Who or what facts are about."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation


class Subject(BelongsToOrganisation):
    """A person, a household, an address or a case, as one organisation knows it.

    Two organisations that serve one person hold two subjects: what one knows is not
    the other's to see.
    """

    KINDS = [(kind, kind) for kind in ("person", "household", "address", "case")]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    kind = models.CharField(max_length=10, choices=KINDS)
    # The person's place in the household that the claim describes: `claimant`, `partner`, `person3`.
    place = models.CharField(max_length=40, blank=True)
    known_since = models.DateTimeField()
