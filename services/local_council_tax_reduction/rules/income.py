# The income that a scheme compares: which it measures, what it leaves out, and the limit above which it pays nothing.


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_income(local_measured_income, local_added_to_bands) -> GBP/week:
    """The income that the scheme compares, to the penny"""
    return max(0, round_half_up(local_measured_income - local_added_to_bands))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_income_monthly(local_income) -> GBP/month:
    """The income that the scheme compares, for a month, to the penny"""
    return round_half_up(monthly(local_income))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_measured_income(
    scheme_measure, local_route, local_net_earnings, local_gross_earnings, local_all_income, income_that_is_no_benefit,
    income_the_council_counted, needs_the_council_counted
) -> GBP/week:
    """The income that the scheme counts each week"""
    measure = band(scheme_measure, local_route)
    if measure == 1:
        "The scheme counts earnings after tax, and nothing else."
        return local_net_earnings
    if measure == 2:
        "The scheme counts earnings before tax, and nothing else."
        return local_gross_earnings
    if measure == 3:
        "The scheme counts earnings and other income."
        return local_all_income
    if measure == 4:
        "The scheme counts earnings, and other income that is no benefit."
        return local_net_earnings + income_that_is_no_benefit
    if measure == 5:
        "The scheme counts the income above what the council says you need."
        return max(0, income_the_council_counted - needs_the_council_counted)
    "The income that the council counted, from its letter."
    return income_the_council_counted


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_added_to_bands(partners, children, scheme_add_partner, scheme_add_child, scheme_add_most) -> GBP/week:
    """What the scheme adds to each limit for a partner and for each child"""
    if scheme_add_most == 0:
        "The scheme's limits are the same, whoever lives with you."
        return 0
    partner = scheme_add_partner if count(partners) > 0 else 0
    return min(scheme_add_most, partner + scheme_add_child * count(children))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own limit")
def local_no_award_by_income(scheme_no_award_weekly, scheme_no_award_monthly, local_route, local_income, local_income_monthly) -> yes_no:
    """Whether income is more than the scheme allows"""
    limit = band(scheme_no_award_weekly, local_route)
    if limit > 0 and local_income >= limit:
        "Income of {local_income} is {limit} or more."
        return True
    by_month = band(scheme_no_award_monthly, local_route)
    return by_month > 0 and local_income_monthly >= by_month


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on income left out")
def local_income_left_out(local_disabled, children, disability_benefit, scheme_disability_left_out, scheme_disabled_child_left_out, scheme_child_over_two_left_out) -> GBP/week:
    """The part of all income that the scheme leaves out"""
    disability = scheme_disability_left_out if scheme_disability_left_out > 0 and local_disabled else 0
    child = sum(scheme_disabled_child_left_out for person in children if disability_benefit != "none") if scheme_disabled_child_left_out > 0 else 0
    more = scheme_child_over_two_left_out * max(0, count(children) - 2)
    return disability + child + more


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_pension(state_pension, private_pension, tax_on_pensions) -> GBP/week:
    """Pensions after tax"""
    return max(0, state_pension + private_pension - tax_on_pensions)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_all_income(
    local_net_earnings, adults, local_pension, other_income, local_universal_credit_counted, local_income_from_savings, local_income_left_out
) -> GBP/week:
    """Earnings, pensions, other income, Universal Credit and income from savings that count"""
    pensions = sum(local_pension for person in adults)
    other = sum(other_income for person in adults)
    return max(0, local_net_earnings + pensions + other + local_universal_credit_counted + local_income_from_savings - local_income_left_out)
