# The income that counts, and the part of pay that Pension Credit leaves out.


@household("State Pension Credit Act 2002 ss.15 and 16; SI 2002/1792 regs 15 to 18")
def pension_credit_income(pensions_that_count, income_from_savings, pay_that_counts, other_income_that_counts) -> GBP/week:
    """The income that counts for Pension Credit"""
    return pensions_that_count + income_from_savings + pay_that_counts + other_income_that_counts


@household("SI 2002/1792 reg 17(9) and Sch VI")
def pay_that_counts(joint_net_earnings, pay_left_out) -> GBP/week:
    """The pay that counts, after the part that the law leaves out"""
    return max(0, joint_net_earnings - pay_left_out)


@household("SI 2002/1792 Sch VI paras 1, 3, 4 and 5")
def pay_left_out(
    adults, partners, children, works_for_pay, carers_allowance, disability_benefit, severely_sight_impaired,
    pay_left_out_at_most, pay_left_out_couple, pay_left_out_single
) -> GBP/week:
    """The part of pay that is left out"""
    if not any(works_for_pay for person in adults):
        "There is no paid work."
        return 0
    if count(partners) == 0 and count(children) > 0:
        "The part for a lone parent."
        return pay_left_out_at_most
    if any(works_for_pay and carers_allowance for person in adults):
        "The part for a carer who works."
        return pay_left_out_at_most
    if any(disability_benefit != "none" or severely_sight_impaired for person in adults):
        "The part for a person with a disability benefit or a severe sight impairment."
        return pay_left_out_at_most
    if count(partners) > 0:
        "The part for a couple."
        return pay_left_out_couple
    "The part for a single person."
    return pay_left_out_single
