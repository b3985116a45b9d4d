"""The way back to an interview from another device."""

import uuid

from django.db import models

from moothall.ground.organisations.models import BelongsToOrganisation
from moothall.work.applications.models.draft import Draft


class DraftLink(BelongsToOrganisation):
    """What opens an interview that is kept for later: a mailed link, or a reference and a key on paper.

    Neither the link nor the key is stored: both are worked out from `id` with a secret. There is one for an
    interview at a time. It opens as often as she likes, with her postcode, until the interview is sent or its
    time is over; a new row, made when it goes to another address or was tried too often, ends the old one.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="saved")
    # Begins like every reference of that body, so that it says where to look.
    reference = models.CharField(max_length=20, unique=True)
    # Empty when she wrote down the reference and the key instead.
    send_to = models.CharField(max_length=254, blank=True)
    mails = models.PositiveSmallIntegerField(default=0)
    # Since it was last opened or saved. Kept here, not in a process's memory: several processes share it.
    wrong_tries = models.PositiveSmallIntegerField(default=0)
    saved_at = models.DateTimeField()
