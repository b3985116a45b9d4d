# The year's council tax before any discount, as the bill says it: a band that was lowered for a disabled person is in it.
# The folder disabled_band_reduction has the same name and says `stands_in_for:` this one.


@household("Local Government Finance Act 1992 ss.10 and 78; SI 1992/554 reg 4")
def council_tax_charge(council_tax_before_discount) -> GBP/year:
    """The council tax for the year before any discount, as the bill says"""
    return council_tax_before_discount
