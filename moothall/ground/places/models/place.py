"""A postcode, and the district that most of it lies in."""

from django.db import models


class Place(models.Model):
    """One postcode of Great Britain, from Ordnance Survey's Code-Point Open.

    A postcode has no single council by law: the district here is the register's best
    fit, and a split postcode needs the address. Public data, so it has no owner.
    """

    postcode = models.CharField(primary_key=True, max_length=7)  # without the space: CT11AA
    district_code = models.CharField(max_length=9)

    def __str__(self) -> str:
        return f"{self.postcode[:-3]} {self.postcode[-3:]}"
