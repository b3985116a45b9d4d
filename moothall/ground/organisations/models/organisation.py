"""A public body, the codes that others know it by, and who came after whom."""

from __future__ import annotations

from datetime import date

from django.db import models

# For bodies that serve whole nations: what `nation` says, and the nations that it means.
NATIONS = {
    "united_kingdom": ("england", "wales", "scotland", "northern_ireland"),
    "great_britain": ("england", "wales", "scotland"),
    "england_and_wales": ("england", "wales"),
}


def only_english() -> list[str]:
    return ["en"]


class Organisation(models.Model):
    """A body that serves people at an address: a council, a county, a department.

    Its key is a short word that never changes (`canterbury`), because codes do: see
    OrganisationCode. A body that is no more keeps its row, for dates on which it was.
    """

    KINDS = [
        (kind, kind.replace("_", " "))
        for kind in (
            "district",
            "county",
            "unitary",
            "metropolitan",
            "london_borough",
            "northern_ireland",
            "combined",
            "strategic",
            "transport",
            "national",
            "association",
        )
    ]

    key = models.SlugField(primary_key=True, max_length=40)
    # How its references begin, so that a reference names the body that holds the case: CAN-7K3M-92QF.
    prefix = models.CharField(max_length=4, unique=True)
    name_en = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=KINDS)
    nation = models.CharField(max_length=20)
    languages = models.JSONField(default=only_english)
    homepage = models.URLField(blank=True)
    # Its first and its last day, where the sources say them. No first day is not to say that it is old.
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="districts"
    )
    combined_authority = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="members"
    )
    # Whether this node works for it: it has published a service here. Work is done for these alone.
    hosted = models.BooleanField(default=False)
    successors = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="predecessors")

    def __str__(self) -> str:
        return self.name_en

    def name(self, language: str) -> str:
        """Its name as its residents read it; bodies without a Welsh name keep their own."""
        return (self.name_cy if language == "cy" else "") or self.name_en

    def exists(self, on: date) -> bool:
        """Whether the body was there on this day, as far as the sources say."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


class OrganisationCode(models.Model):
    """A code that a register gave this body, with the dates between which it was the code.

    Registers go on using old codes for years, so a code names its body on any day; the
    dates say which code to give to others.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(max_length=20)
    code = models.CharField(max_length=60)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "code"],
                name="one_body_a_code",
                violation_error_message="Another body already has this code.",
            )
        ]
