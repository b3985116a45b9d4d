"""A public body, and the codes that others know it by."""

from django.db import models


class Organisation(models.Model):
    """A body that serves people at an address: a council, a county, a department.

    Its key is a short word that never changes (`canterbury`), because codes do: see
    OrganisationCode.
    """

    KINDS = [
        (kind, kind.replace("_", " "))
        for kind in (
            "district",
            "county",
            "unitary",
            "metropolitan",
            "london_borough",
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
    homepage = models.URLField()
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="districts"
    )

    def __str__(self) -> str:
        return self.name_en

    def name(self, language: str) -> str:
        """Its name as its residents read it; bodies without a Welsh name keep their own."""
        return (self.name_cy if language == "cy" else "") or self.name_en


class OrganisationCode(models.Model):
    """A code that a register gave this body, with the dates between which it was the code."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(max_length=20)
    code = models.CharField(max_length=20)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "code", "since"],
                name="one_body_a_code",
                violation_error_message="Another body already has this code from this date.",
            )
        ]
