"""What a register said of postcodes on a day."""

from django.db import models


class PlaceEdition(models.Model):
    """One release of the register, complete: it is written whole in one transaction, or not at all.

    Editions stay, because a question about a past day is answered by the one of that day.
    Public data, so it has no owner.
    """

    name = models.CharField(max_length=80)
    # The day that the release describes.
    dated = models.DateField()
    # Whether it is all of a register, or only the handful of postcodes of a demonstration.
    whole = models.BooleanField()
    # Of what it says, in one order: the same release has the same hash, whatever it was read from.
    content_hash = models.CharField(max_length=64)
    # How many postcodes, and how many of them have no district or no position.
    counts = models.JSONField()
    loaded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["whole", "dated"],
                name="one_edition_a_day",
                violation_error_message="There already is an edition of this day.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.dated.isoformat()}"


class PostcodeBlock(models.Model):
    """The postcodes of one outward code in one edition, packed: see packing.py."""

    edition = models.ForeignKey(PlaceEdition, on_delete=models.CASCADE, related_name="blocks")
    outward = models.CharField(max_length=4)
    # What a postcode here can be, with commas between: a district's code, or none where the register has
    # none; and with spaces after it, the codes of districts that a few of its addresses may lie in.
    answers = models.TextField()
    packed = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["outward", "edition"],
                name="one_block_an_outward_code",
                violation_error_message="This edition has a block of this outward code.",
            )
        ]
