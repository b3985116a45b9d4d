# Savings: the limit, and the income that is counted for them.


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own limit")
def local_too_much_saved(scheme_capital_limited, scheme_capital_limit, scheme_capital_limit_is_out, local_route, savings) -> yes_no:
    """Whether savings are more than the scheme allows"""
    limit = band(scheme_capital_limit, local_route)
    if not band(scheme_capital_limited, local_route):
        "The scheme has no limit for savings here."
        return False
    if savings > limit:
        "Savings of {savings} are over {limit}."
        return True
    if savings < limit:
        "Savings of {savings} are under {limit}."
        return False
    return band(scheme_capital_limit_is_out, local_route)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule")
def local_income_from_savings(savings, scheme_tariff_above, scheme_tariff_each, scheme_tariff_counts, scheme_tariff_whole_steps) -> GBP/week:
    """Income counted for savings"""
    if scheme_tariff_counts == 0 or savings <= scheme_tariff_above:
        "No income is counted for savings of {savings}."
        return 0
    steps = (savings - scheme_tariff_above) / scheme_tariff_each
    if scheme_tariff_whole_steps:
        "{scheme_tariff_counts} for each whole {scheme_tariff_each} over {scheme_tariff_above}."
        return scheme_tariff_counts * floor(steps)
    "{scheme_tariff_counts} for each {scheme_tariff_each}, or part of it, over {scheme_tariff_above}."
    return scheme_tariff_counts * ceil(steps)
