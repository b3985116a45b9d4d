# Scotland: people below State Pension age, with and without Universal Credit. SSI 2021/249, the Council Tax Reduction
# (Scotland) Regulations 2021.
#
# What is needed is the same list of amounts for both. With Universal Credit pay counts without its work allowance, and of
# the award only the amounts for children and for child care are income: they stand against the amounts for children here.


@household("SSI 2021/249 regs 13 and 35 and Part 7")
def reduction_below_pension_age_in_scotland(
    savings, savings_limit, income_below_pension_age_in_scotland, needs_below_pension_age_in_scotland,
    week_of_council_tax_in_scotland, expected_from_adults_in_scotland, share_of_income_too_much
) -> GBP/week:
    """The reduction below State Pension age: the most, less a share of the income above what the law says you need"""
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    most = max(0, week_of_council_tax_in_scotland - expected_from_adults_in_scotland)
    if income_below_pension_age_in_scotland <= needs_below_pension_age_in_scotland:
        "Income of {income_below_pension_age_in_scotland} is not more than the {needs_below_pension_age_in_scotland} that the law says you need."
        return most
    too_much = income_below_pension_age_in_scotland - needs_below_pension_age_in_scotland
    "Income is {too_much} more than the law says you need. You pay {share_of_income_too_much} of that yourself."
    return max(0, most - share_of_income_too_much * too_much)


@household("SSI 2021/249 reg 35 and Sch 1")
def needs_below_pension_age_in_scotland(
    personal_allowance_in_scotland, children, child_premium_in_scotland, extra_amounts_below_pension_age
) -> GBP/week:
    """What the law says you need to live on each week, below State Pension age"""
    for_children = sum(child_premium_in_scotland for person in children)
    return personal_allowance_in_scotland + for_children + extra_amounts_below_pension_age


@household("SSI 2021/249 Sch 1 para 1, as amended by SSI 2022/161 reg 3(4)(a)")
def personal_allowance_in_scotland(
    claimants, partners, children, date_of_birth, on_date, single_rate_from_age, has_limited_capability, universal_credit,
    allowance_couple_in_scotland, allowance_single_in_scotland, allowance_young_single_in_scotland
) -> GBP/week:
    """The basic amount for you, or for you and your partner"""
    if count(partners) > 0:
        "The amount for a couple."
        return allowance_couple_in_scotland
    if count(children) > 0:
        "The amount for a lone parent."
        return allowance_single_in_scotland
    if any(years_between(date_of_birth, on_date) >= single_rate_from_age for person in claimants):
        "The amount for a single person of {single_rate_from_age} or older."
        return allowance_single_in_scotland
    if any(has_limited_capability for person in claimants) and universal_credit > 0:
        "Universal Credit and limited capability for work give the full amount at any age."
        return allowance_single_in_scotland
    "The amount for a single person below {single_rate_from_age}."
    return allowance_young_single_in_scotland


@household("SSI 2021/249 regs 38, 42 and 43")
def income_below_pension_age_in_scotland(
    earnings_that_count_in_scotland, pensions_below_pension_age, adults, other_income,
    income_from_savings_below_pension_age, universal_credit_that_counts_in_scotland, childcare_left_out_in_scotland
) -> GBP/week:
    """The income that counts each week, below State Pension age"""
    unearned = pensions_below_pension_age + sum(other_income for person in adults) + income_from_savings_below_pension_age
    return max(
        0,
        earnings_that_count_in_scotland + unearned + universal_credit_that_counts_in_scotland
        - childcare_left_out_in_scotland
    )


@household("SSI 2021/249 regs 38(2)(a), 42(2)(a), 49 to 51 and 56 and Sch 3")
def earnings_that_count_in_scotland(
    universal_credit, earnings_with_the_floor, joint_monthly_earnings, joint_earnings_below_pension_age,
    left_out_of_earnings_below_pension_age, further_part_left_out_in_scotland
) -> GBP/week:
    """The pay that counts, after the parts that the law leaves out"""
    if universal_credit <= 0:
        "Profit from self-employment counts as pay from a job does, after tax and National Insurance."
        return max(0, joint_earnings_below_pension_age - left_out_of_earnings_below_pension_age - further_part_left_out_in_scotland)
    # Reg 56(1): the council "may" use what Universal Credit used; nothing says that it must.
    if earnings_with_the_floor > joint_monthly_earnings:
        "Here the profit of somebody who is self-employed counts as it is. Universal Credit counts {earnings_with_the_floor} instead. Your council may do the same, and would then take less off the bill: ask it."
        return max(0, weekly(joint_monthly_earnings) - left_out_of_earnings_below_pension_age)
    "With Universal Credit all payments into a pension are taken off pay, and the work allowance is not."
    return max(0, weekly(joint_monthly_earnings) - left_out_of_earnings_below_pension_age)


@household("SSI 2021/249 Sch 3 para 15(1)")
def further_part_left_out_in_scotland(
    adults, works_for_pay, earnings, self_employed_profit, further_part_left_out_below_pension_age
) -> GBP/week:
    """The further part of pay that is left out for longer hours: of pay from a job, and not of profit alone"""
    if not any(works_for_pay and earnings > self_employed_profit for person in adults):
        "Nobody has pay from a job."
        return 0
    return further_part_left_out_below_pension_age


@household("SSI 2021/249 reg 57(2)(d), as amended by SSI 2022/52 reg 13(c)")
def universal_credit_that_counts_in_scotland(
    universal_credit, child_element, disabled_child_additions, childcare_costs_element
) -> GBP/week:
    """The part of Universal Credit that is income: its amounts for children and for child care"""
    if universal_credit <= 0:
        "There is no Universal Credit."
        return 0
    if child_element <= 0:
        "Universal Credit has no amounts for children. The rest of it is not income."
        return 0
    "Of Universal Credit its amounts for children and child care count, or the whole award when it is less."
    return weekly(min(universal_credit, child_element + disabled_child_additions + childcare_costs_element))


@household("SSI 2021/249 regs 38(2)(c), 42(2)(c) and (4), 77 and 78(3)")
def childcare_left_out_in_scotland(
    universal_credit, childcare_without_universal_credit, childcare_costs_element, share_of_childcare_costs, children,
    childcare_costs, childcare_limit_with_universal_credit_one_child,
    childcare_limit_with_universal_credit_more_children
) -> GBP/week:
    """What is paid for child care and left out of income"""
    if universal_credit <= 0:
        "Without Universal Credit."
        return childcare_without_universal_credit
    if childcare_costs_element <= 0:
        "Universal Credit pays no child care."
        return 0
    paid = weekly(childcare_costs_element / share_of_childcare_costs)
    if count(person for person in children if childcare_costs > 0) > 1:
        "{paid}, of which Universal Credit pays a part, at most {childcare_limit_with_universal_credit_more_children}."
        return min(paid, childcare_limit_with_universal_credit_more_children)
    "{paid}, of which Universal Credit pays a part, at most {childcare_limit_with_universal_credit_one_child}."
    return min(paid, childcare_limit_with_universal_credit_one_child)
