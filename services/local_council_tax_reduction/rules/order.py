# Order: the limit by band of the home, the discount, other adults, the percentage, the taper.


@household("Local Government Finance Act 1992 s.5 and Sch 1A")
def local_weekly_bill(council_tax_after_discount, local_route, scheme_cap_ninths, council_tax_valuation_band, ninths_of_band) -> GBP/week:
    """The council tax for a week that the scheme can reduce, after any discount"""
    most = band(scheme_cap_ninths, local_route)
    if most == 0:
        "The scheme has no limit by the band of the home."
        return per_week_by_days(council_tax_after_discount)
    if lookup(ninths_of_band, council_tax_valuation_band) <= most:
        "The home is not in a higher band than the scheme allows."
        return per_week_by_days(council_tax_after_discount)
    "The scheme helps as if the home were in a lower band."
    return per_week_by_days(council_tax_after_discount) * most / max(1, lookup(ninths_of_band, council_tax_valuation_band))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule")
def local_kind(scheme_award_kind, local_route) -> number:
    """How the scheme works the reduction out: 1 a percentage, 2 with a taper, 3 a table of percentages, 4 and 5 a table of what you pay"""
    return band(scheme_award_kind, local_route)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule")
def local_reduction_before_minimum(
    local_kind, local_route, local_weekly_bill, local_non_dependant_deductions, scheme_deduct_before, scheme_taper_first, scheme_maximum,
    scheme_taper, local_income, local_share, local_contribution
) -> GBP/week:
    """The reduction a week before the scheme's rule on small amounts"""
    if local_kind >= 4:
        "You pay a set amount, and the scheme takes off the rest."
        return max(0, local_weekly_bill - local_non_dependant_deductions - local_contribution)
    share = local_share if local_kind == 3 else band(scheme_maximum, local_route)
    tapered = band(scheme_taper, local_route) * local_income if local_kind == 2 else 0
    if band(scheme_taper_first, local_route):
        "The share of income is taken off first, and then the percentage is applied."
        return max(0, local_weekly_bill - local_non_dependant_deductions - tapered) * share
    if band(scheme_deduct_before, local_route):
        "What other adults are expected to pay comes off the bill before the percentage."
        return max(0, max(0, local_weekly_bill - local_non_dependant_deductions) * share - tapered)
    return max(0, local_weekly_bill * share - local_non_dependant_deductions - tapered)
