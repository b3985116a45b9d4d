# The income that counts below State Pension age without Universal Credit, and the parts that Universal Credit leaves alone.


@person("SSI 2021/249 regs 39, 40 and 50; SI 2013/3029 Sch 6 paras 15 and 16")
def net_earnings_below_pension_age(works_for_pay, earnings, pension_contributions, tax_and_insurance_on_earnings) -> GBP/week:
    """Earnings after tax, National Insurance and half of any payment into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return max(0, earnings - tax_and_insurance_on_earnings - pension_contributions / 2)


@household("SSI 2021/249 regs 36 and 38(2)(a); SI 2013/3029 Sch 6 para 7")
def joint_earnings_below_pension_age(adults, net_earnings_below_pension_age) -> GBP/week:
    """The net earnings of you and your partner together"""
    return sum(net_earnings_below_pension_age for person in adults)


@person("SSI 2021/249 reg 57(1)(a); SI 2013/3029 Sch 6 para 17 and Sch 9 (tax on the income is left out)")
def pension_below_pension_age(
    state_pension, private_pension, income_tax, tax_on_the_earned_part, unearned_taxed_income
) -> GBP/week:
    """Pensions after the tax on them"""
    pensions = state_pension + private_pension
    if pensions <= 0:
        "There is no pension."
        return 0
    # Tax is on all income together. The pensions bear their share of what is not on earnings.
    if unearned_taxed_income == 0:
        "There is no taxed income."
        return pensions
    tax = weekly(income_tax - tax_on_the_earned_part) * (yearly(pensions) / unearned_taxed_income)
    return max(0, pensions - tax)


@household("SSI 2021/249 regs 36 and 57(1); SI 2013/3029 Sch 6 paras 7 and 17")
def pensions_below_pension_age(adults, pension_below_pension_age) -> GBP/week:
    """The pensions of you and your partner"""
    return sum(pension_below_pension_age for person in adults)


@household("SSI 2021/249 reg 63; SI 2013/3029 Sch 6 (calculation of tariff income from capital)")
def income_from_savings_below_pension_age(
    savings, savings_without_effect, savings_step, income_for_each_step_below_pension_age
) -> GBP/week:
    """Income counted for savings: 1 pound for each 250, or part of 250, over 6,000"""
    if savings <= savings_without_effect:
        "Savings of {savings} are not over {savings_without_effect}."
        return 0
    return income_for_each_step_below_pension_age * ceil((savings - savings_without_effect) / savings_step)
