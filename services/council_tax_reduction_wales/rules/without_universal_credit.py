# Wales: people below State Pension age who have no award of Universal Credit.


@household("SI 2013/3029 Sch 6 paras 1 and 4 to 6 and Sch 7")
def reduction_without_universal_credit_in_wales(
    income_without_universal_credit_in_wales, needs_without_universal_credit_in_wales,
    most_that_can_be_taken_off_in_wales, share_of_income_too_much
) -> GBP/week:
    """The reduction without Universal Credit: the most, less a share of the income above what the law says you need"""
    if income_without_universal_credit_in_wales <= needs_without_universal_credit_in_wales:
        "Income of {income_without_universal_credit_in_wales} is not more than the {needs_without_universal_credit_in_wales} that the law says you need."
        return most_that_can_be_taken_off_in_wales
    too_much = income_without_universal_credit_in_wales - needs_without_universal_credit_in_wales
    "Income is {too_much} more than the law says you need. You pay {share_of_income_too_much} of that yourself."
    return max(0, most_that_can_be_taken_off_in_wales - share_of_income_too_much * too_much)


@household("SI 2013/3029 Sch 6 para 1 and Sch 7")
def needs_without_universal_credit_in_wales(
    personal_allowance_in_wales, children, child_amount_in_wales, family_amount_in_wales, extra_amounts_below_pension_age
) -> GBP/week:
    """What the law says you need to live on each week, without Universal Credit"""
    for_children = sum(child_amount_in_wales for person in children)
    return personal_allowance_in_wales + for_children + family_amount_in_wales + extra_amounts_below_pension_age


@household("SI 2013/3029 Sch 7 para 1")
def personal_allowance_in_wales(
    claimants, partners, children, date_of_birth, on_date, single_rate_from_age, allowance_couple_in_wales,
    allowance_single_in_wales, allowance_young_single_in_wales
) -> GBP/week:
    """The basic amount for you, or for you and your partner"""
    if count(partners) > 0:
        "The amount for a couple."
        return allowance_couple_in_wales
    if count(children) > 0:
        "The amount for a lone parent."
        return allowance_single_in_wales
    if any(years_between(date_of_birth, on_date) >= single_rate_from_age for person in claimants):
        "The amount for a single person of {single_rate_from_age} or older."
        return allowance_single_in_wales
    "The amount for a single person below {single_rate_from_age}."
    return allowance_young_single_in_wales


@household("SI 2013/3029 Sch 6 paras 7 to 20 and Schs 8 and 9")
def income_without_universal_credit_in_wales(
    joint_earnings_below_pension_age, left_out_of_earnings_below_pension_age, further_part_left_out_below_pension_age,
    childcare_without_universal_credit, pensions_below_pension_age, other_income_that_counts,
    income_from_savings_below_pension_age
) -> GBP/week:
    """The income that counts each week, without Universal Credit"""
    # Child care is taken off earnings only.
    earned = max(
        0,
        joint_earnings_below_pension_age - left_out_of_earnings_below_pension_age
        - further_part_left_out_below_pension_age - childcare_without_universal_credit
    )
    return earned + pensions_below_pension_age + other_income_that_counts + income_from_savings_below_pension_age
