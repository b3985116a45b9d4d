# What is taken off for earnings, for other income and for savings.


@household("SI 2013/376 reg 22(1)")
def joint_monthly_earnings(adults, net_pay) -> GBP/month:
    """The net earnings of you and your partner together"""
    return sum(net_pay for person in adults)


@household("SI 2013/376 regs 22(1)(b) and 62")
def earnings_with_the_floor(adults, earnings_that_are_counted) -> GBP/month:
    """The earnings that count, with what self-employed people are treated as earning"""
    return sum(earnings_that_are_counted for person in adults)


@household("SI 2013/376 reg 22")
def work_allowance(
    adults, children, work_capability, housing_costs_element, work_allowance_with_housing, work_allowance_without_housing
) -> GBP/month:
    """The part of earnings that takes nothing off"""
    if count(children) == 0 and not any(work_capability != "no_decision" for person in adults):
        "It is for people with children or with limited capability for work."
        return 0
    if housing_costs_element > 0:
        "The lower one, because there is help with rent."
        return work_allowance_with_housing
    "The higher one, because there is no help with rent."
    return work_allowance_without_housing


@household("SI 2013/376 reg 22(1)(b)")
def taken_for_earnings(earnings_with_the_floor, work_allowance, taper) -> GBP/month:
    """What is taken off for earnings"""
    if earnings_with_the_floor <= 0:
        "There are no earnings."
        return 0
    if earnings_with_the_floor <= work_allowance:
        "Earnings of {earnings_with_the_floor} are not more than the work allowance of {work_allowance}."
        return 0
    over = earnings_with_the_floor - work_allowance
    return round_half_up(over * taper)


@person("SI 2013/376 reg 66")
def unearned_income_of_one(state_pension, private_pension, other_income) -> GBP/month:
    """Pensions and other income in a month, all of it"""
    return round_half_up(monthly(state_pension + private_pension + other_income))


@household("SI 2013/376 regs 22(1)(a) and 66")
def unearned_income(adults, unearned_income_of_one) -> GBP/month:
    """Pensions and other income of you and your partner, which are taken off in full"""
    return sum(unearned_income_of_one for person in adults)


@household("SI 2013/376 reg 72")
def assumed_income_from_savings(
    savings, savings_without_effect, savings_step, assumed_income_for_each_step
) -> GBP/month:
    """Income assumed for savings: 4.35 pounds for each 250, or part of 250, over 6,000"""
    if savings <= savings_without_effect:
        "Savings of {savings} are not over {savings_without_effect}."
        return 0
    return assumed_income_for_each_step * ceil((savings - savings_without_effect) / savings_step)
