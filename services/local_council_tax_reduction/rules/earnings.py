# Earnings: after tax or before it, the least for self-employed people, childcare, and the part left out.


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own minimum for self-employed people")
def local_earnings(works_for_pay, earnings, tax_on_earnings, pension_contributions, scheme_floor_hours, scheme_floor_pay, self_employed_over_a_year) -> GBP/week:
    """Earnings after tax, or the least that the scheme counts for self-employed people"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    # Half of a payment into a pension is left out, as in the means test that most schemes grew from.
    after_tax = max(0, earnings - tax_on_earnings - pension_contributions / 2)
    least = scheme_floor_pay * scheme_floor_hours
    if scheme_floor_hours > 0 and self_employed_over_a_year:
        "The scheme counts at least {least} for people who are self-employed for more than a year."
        return max(after_tax, least)
    return after_tax


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on childcare")
def local_childcare(adults, works_for_pay, hours_worked, children, childcare_costs, scheme_childcare_one, scheme_childcare_more, scheme_childcare_hours) -> GBP/week:
    """Childcare that the scheme takes off earnings"""
    if scheme_childcare_one == 0 or count(children) == 0:
        "The scheme takes nothing off for childcare here."
        return 0
    if any(not works_for_pay for person in adults):
        "Childcare is taken off when you, and a partner, work."
        return 0
    if any(hours_worked < scheme_childcare_hours for person in adults):
        "Childcare is taken off from {scheme_childcare_hours} hours of work a week."
        return 0
    most = scheme_childcare_one if count(children) == 1 else scheme_childcare_more
    return min(most, weekly(sum(childcare_costs for person in children)))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own part of earnings left out")
def local_earnings_left_out(
    partners, children, local_disabled, local_works, adults, carers_allowance, works_for_pay, hours_worked,
    scheme_left_out_single, scheme_left_out_couple, scheme_left_out_lone_parent, scheme_left_out_disabled, scheme_left_out_carer,
    scheme_left_out_longer_hours, scheme_longer_hours
) -> GBP/week:
    """The part of earnings that the scheme leaves out"""
    if not local_works:
        "There is no paid work."
        return 0
    longer = scheme_left_out_longer_hours if scheme_left_out_longer_hours > 0 and any(works_for_pay and hours_worked >= scheme_longer_hours for person in adults) else 0
    if count(partners) == 0:
        basic = scheme_left_out_lone_parent if count(children) > 0 else scheme_left_out_single
    else:
        basic = scheme_left_out_couple
    disabled = scheme_left_out_disabled if scheme_left_out_disabled > basic and local_disabled else 0
    carer = scheme_left_out_carer if scheme_left_out_carer > basic and any(carers_allowance for person in adults) else 0
    return max(basic, disabled, carer) + longer


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_net_earnings(adults, local_earnings, local_earnings_left_out, local_childcare) -> GBP/week:
    """Earnings after tax, the part left out, and childcare"""
    return max(0, sum(local_earnings for person in adults) - local_earnings_left_out - local_childcare)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_gross_earnings(adults, works_for_pay, earnings, local_earnings_left_out, local_childcare) -> GBP/week:
    """Earnings before tax, less the part left out, and childcare"""
    return max(0, sum(earnings for person in adults if works_for_pay) - local_earnings_left_out - local_childcare)
