# The limit on benefits, and who is outside it.


@household("Welfare Reform Act 2012 ss.4 and 5; SI 2013/376 regs 3 and 18")
def age_and_savings_allow_it(adults, reached_pension_age, savings, capital_limit) -> yes_no:
    """Whether somebody is below State Pension age and savings are not over the limit"""
    if all(reached_pension_age for person in adults):
        "You have reached State Pension age."
        return False
    return savings <= capital_limit


@household("Welfare Reform Act 2012 s.96; SI 2013/376 regs 79 to 83")
def benefit_cap_reduction(
    age_and_savings_allow_it, award_before_the_cap, benefits_under_the_cap, most_benefits_a_month, outside_the_benefit_cap,
    childcare_costs_element
) -> GBP/month:
    """What the limit on benefits takes off"""
    if not age_and_savings_allow_it or award_before_the_cap <= 0:
        "There is no Universal Credit that it could take from."
        return 0
    if benefits_under_the_cap <= most_benefits_a_month:
        "Benefits of {benefits_under_the_cap} are not over the limit of {most_benefits_a_month}."
        return 0
    if outside_the_benefit_cap:
        "The limit does not hold for you."
        return 0
    over = benefits_under_the_cap - most_benefits_a_month
    if childcare_costs_element >= over:
        "Help with childcare is not capped, and it is as much as the {over} over the limit, or more."
        return 0
    "Benefits of {benefits_under_the_cap} are {over} over the limit of {most_benefits_a_month}. Help with childcare is left out."
    return max(0, min(award_before_the_cap, over - childcare_costs_element))


@household("SI 2013/376 reg 80A")
def most_benefits_a_month(
    partners, children, lives_in_london, cap_london_families, cap_london_single, cap_families, cap_single
) -> GBP/month:
    """The limit on benefits"""
    if count(partners) > 0 or count(children) > 0:
        if lives_in_london:
            "The limit for couples and for people with children, in Greater London."
            return round_half_up(monthly(cap_london_families))
        "The limit for couples and for people with children, outside Greater London."
        return round_half_up(monthly(cap_families))
    if lives_in_london:
        "The limit for single people without children, in Greater London."
        return round_half_up(monthly(cap_london_single))
    "The limit for single people without children, outside Greater London."
    return round_half_up(monthly(cap_single))


@household("Welfare Reform Act 2012 s.96(10); SI 2013/376 reg 80")
def benefits_under_the_cap(award_before_the_cap, adults, earnings_replacement_benefits, child_benefit) -> GBP/month:
    """Universal Credit, Child Benefit and benefits that stand in for earnings"""
    others = sum(earnings_replacement_benefits for person in adults)
    return award_before_the_cap + round_half_up(monthly(child_benefit)) + round_half_up(monthly(others))


@household("SI 2013/376 regs 6(1A) and 82(1)(a) and (4)")
def earns_enough_not_to_be_capped(
    joint_monthly_earnings, living_wage, hours_to_escape_the_cap, whole_pound_of_the_cap
) -> yes_no:
    """Whether net earnings are those of 16 hours a week at the National Living Wage, or more"""
    needed = round_down(monthly(living_wage * hours_to_escape_the_cap), whole_pound_of_the_cap)
    return joint_monthly_earnings >= needed


@person("SI 2013/376 reg 83(1)")
def benefit_lifts_the_cap(disability_benefit, carers_allowance, war_pension) -> yes_no:
    """Whether this adult gets a benefit with which there is no limit"""
    if disability_benefit != "none":
        "This person gets a disability benefit."
        return True
    if carers_allowance:
        "This person is entitled to Carer's Allowance."
        return True
    return war_pension > 0


@household("SI 2013/376 regs 82 and 83")
def outside_the_benefit_cap(
    health_element, carer_element, earns_enough_not_to_be_capped, adults, children, benefit_lifts_the_cap,
    disability_benefit, outside_the_cap
) -> yes_no:
    """Whether the limit on benefits does not hold"""
    if health_element > 0:
        "Universal Credit has the amount for limited capability for work and work-related activity in it."
        return True
    if carer_element > 0:
        "Universal Credit has the amount for a carer in it."
        return True
    if earns_enough_not_to_be_capped:
        "Your net earnings are those of 16 hours a week at the National Living Wage, or more."
        return True
    if any(benefit_lifts_the_cap for person in adults):
        "You or your partner get a benefit with which there is no limit."
        return True
    if any(disability_benefit != "none" for person in children):
        "A child gets a disability benefit."
        return True
    return outside_the_cap != "none"
