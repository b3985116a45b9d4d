# What Pension Credit, Housing Benefit and council tax reduction count alike when somebody has reached State Pension age.
# Each of them leaves out its own part of pay, and has its own amounts: those are in their own folders.


@household("SI 2002/1792 reg 15(6); SI 2006/214 reg 29(2); SI 2012/2885 Sch 1 para 37")
def income_from_savings(savings, savings_left_out, step_of_savings, income_for_each_step) -> GBP/week:
    """Income counted for savings: 1 pound for each 500, or part of 500, over 10,000"""
    if savings <= savings_left_out:
        "Savings of {savings} are not over {savings_left_out}."
        return 0
    return income_for_each_step * ceil((savings - savings_left_out) / step_of_savings)


@person("SI 2002/1792 reg 17(10); SI 2006/214 regs 29(1) and 33(12); SI 2012/2885 Sch 1 para 16(1)(c) and Sch 5")
def pension_after_tax(state_pension, private_pension, tax_on_pensions) -> GBP/week:
    """State Pension and other pensions, after tax"""
    return max(0, state_pension + private_pension - tax_on_pensions)


@household("State Pension Credit Act 2002 s.16; SI 2006/214 regs 25 and 29(1); SI 2012/2885 Sch 1 paras 11 and 16(1)(c)")
def pensions_that_count(adults, pension_after_tax) -> GBP/week:
    """The pensions of you and your partner"""
    return sum(pension_after_tax for person in adults)


@household("SI 2002/1792 reg 15 and Sch IV para 1; SI 2006/214 reg 29 and Sch 5 para 1; SI 2012/2885 Sch 1 paras 11 and 16 and Sch 5 para 1")
def other_income_that_counts(adults, other_income, war_pension, war_pension_left_out) -> GBP/week:
    """Other income of you and your partner, with a part of any war pension left out"""
    return sum(other_income for person in adults) + max(0, sum(war_pension for person in adults) - war_pension_left_out)


@person("SI 2002/1792 regs 17A and 17B; SI 2006/214 regs 35 to 40; SI 2012/2885 Sch 1 paras 18 to 21, 29 and 30")
def net_earnings(works_for_pay, earnings, tax_on_earnings, pension_contributions) -> GBP/week:
    """Earnings after tax, National Insurance and half of any payment into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return max(0, earnings - tax_on_earnings - pension_contributions / 2)


@household("SI 2002/1792 reg 17(9); SI 2006/214 reg 25; SI 2012/2885 Sch 1 para 11")
def joint_net_earnings(adults, net_earnings) -> GBP/week:
    """The net earnings of you and your partner together"""
    return sum(net_earnings for person in adults)
