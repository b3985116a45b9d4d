"""An address of a postcode that is split between two districts."""

from django.db import models


class SplitAddress(models.Model):
    """One address of a split postcode, and the district that it lies in.

    A postcode with rows here is proven to be split, and its district is no longer guessed
    from the register. Addresses name no person. Who licensed them to us is the source.
    """

    uprn = models.BigIntegerField(primary_key=True)  # Unique Property Reference Number, BS 7666
    postcode = models.CharField(max_length=7, db_index=True)  # without the space: CT45NA
    address = models.CharField(max_length=200)
    district_code = models.CharField(max_length=9)
    source = models.CharField(max_length=200)
