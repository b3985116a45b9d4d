# The lower band for a home with something that a disabled person needs. It comes off before any discount.
# The folder council_tax_as_billed takes the charge from the bill instead; this one says `stands_in_for:` it.


@household("SI 1992/554 regs 3 and 4; in Scotland SI 1992/1335")
def disabled_band_reduction(
    nation, home_changed_for_disability, band_lowered_already, council_tax_before_discount, council_tax_valuation_band,
    share_of_the_band, share_of_one_band_lower
) -> GBP/year:
    """What a lower band takes off, for a home with something that a disabled person needs"""
    if home_changed_for_disability == "none":
        "Nothing of the kind is in the home."
        return 0
    if band_lowered_already:
        "The bill has the lower band already."
        return 0
    shares = lookup(share_of_the_band, nation, council_tax_valuation_band)
    lower = lookup(share_of_one_band_lower, nation, council_tax_valuation_band)
    "The home is charged as if it were one band lower."
    return round_half_up(council_tax_before_discount * (shares - lower) / max(1, shares))


@household("Local Government Finance Act 1992 ss.10 and 13; ss.78 and 80 in Scotland; SI 1992/554 reg 4")
def council_tax_charge(council_tax_before_discount, disabled_band_reduction) -> GBP/year:
    """The council tax for the year before any discount, after a lower band for a disabled person"""
    return council_tax_before_discount - disabled_band_reduction
