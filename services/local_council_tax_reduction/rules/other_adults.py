# Other adults in the home, and what a scheme expects them to pay.


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_care_benefit(severely_sight_impaired, disability_benefit) -> yes_no:
    """Whether there is a severe sight impairment, or a benefit for care"""
    return severely_sight_impaired or disability_benefit not in ("none", "pip_mobility_only", "dla_mobility_only")


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_non_dependant_deductions(
    adults, other_adults, local_care_benefit, scheme_nd_stopped_by_disability, local_non_dependant, scheme_nd_share, local_route,
    local_weekly_bill, local_non_dependant_shares
) -> GBP/week:
    """What the scheme expects other adults in the home to pay"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return 0
    if scheme_nd_stopped_by_disability and any(local_care_benefit for person in adults):
        "You or your partner are severely sight impaired or get a benefit for care, so nothing is expected from other adults."
        return 0
    shares = band(scheme_nd_share, local_route) * local_weekly_bill * local_non_dependant_shares
    return shares + sum(local_non_dependant for person in other_adults)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_non_dependant_shares(other_adults, works_for_pay, gross_income, scheme_nd_share_over, local_route) -> number:
    """How many other adults are expected to pay a share of the bill"""
    over = band(scheme_nd_share_over, local_route)
    return count(person for person in other_adults if works_for_pay and gross_income > over)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_number_of_other_adults(other_adults) -> number:
    """How many other adults live in the home"""
    return count(other_adults)


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_non_dependant(
    date_of_birth, on_date, adult_age, income_related_benefit, not_counted_because, counted_with_partner, works_for_pay, hours_worked,
    gross_income, local_number_of_other_adults, local_route, scheme_nd_any, scheme_nd_exempt_on_benefit, scheme_nd_exempt_not_counted, scheme_nd_couple_once, scheme_nd_hours,
    scheme_nd_not_working, scheme_nd_rows, scheme_nd_edge, scheme_nd_amount, scheme_nd_a_month
) -> GBP/week:
    """What the scheme expects another adult to pay"""
    if not band(scheme_nd_any, local_route):
        "The scheme expects nothing from other adults."
        return 0
    if years_between(date_of_birth, on_date) < adult_age:
        "Nothing is expected from somebody under {adult_age}."
        return 0
    if scheme_nd_exempt_on_benefit and income_related_benefit not in ("none", "universal_credit_with_earnings"):
        "Nothing is expected from somebody who gets a benefit because of a low income."
        return 0
    if scheme_nd_exempt_not_counted and not_counted_because not in ("none", "care_leaver"):
        "Nothing is expected from a student or from somebody who is not counted for the bill."
        return 0
    if scheme_nd_couple_once and local_number_of_other_adults > 1 and counted_with_partner:
        "Only one amount is expected from a couple."
        return 0
    place = local_route * 10
    monthly_part = weekly(band(scheme_nd_a_month, local_route))
    if not works_for_pay:
        "This adult does not work for pay."
        return band(scheme_nd_not_working, local_route) + monthly_part
    if band(scheme_nd_hours, local_route) > 0 and hours_worked < band(scheme_nd_hours, local_route):
        "The hours of work are too few to count as being in work."
        return band(scheme_nd_not_working, local_route) + monthly_part
    rows = band(scheme_nd_rows, local_route)
    if rows <= 1 or gross_income < band(scheme_nd_edge, place + 1):
        "This adult works."
        return band(scheme_nd_amount, place + 1) + monthly_part
    if rows <= 2 or gross_income < band(scheme_nd_edge, place + 2):
        "This adult works and has {gross_income}."
        return band(scheme_nd_amount, place + 2) + monthly_part
    if rows <= 3 or gross_income < band(scheme_nd_edge, place + 3):
        "This adult works and has {gross_income}."
        return band(scheme_nd_amount, place + 3) + monthly_part
    "This adult works and has {gross_income}."
    return band(scheme_nd_amount, place + 4) + monthly_part
