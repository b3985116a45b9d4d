# Wales: people who have reached State Pension age.


@household("SI 2013/3029 Sch 1 paras 2 to 4 and 11")
def reduction_for_pensioners_in_wales(
    pension_credit_in_payment, savings, savings_limit, weekly_income, needs_of_pensioners_in_wales,
    most_that_can_be_taken_off_in_wales, share_of_income_too_much
) -> GBP/week:
    """The reduction at pension age: the most, less a share of the income above what the law says you need"""
    if pension_credit_in_payment == "guarantee":
        "With the guarantee credit of Pension Credit, income and savings are not counted."
        return most_that_can_be_taken_off_in_wales
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    if weekly_income <= needs_of_pensioners_in_wales:
        "Income of {weekly_income} is not more than the {needs_of_pensioners_in_wales} that the law says you need."
        return most_that_can_be_taken_off_in_wales
    too_much = weekly_income - needs_of_pensioners_in_wales
    "Income is {too_much} more than the law says you need. You pay {share_of_income_too_much} of that yourself."
    return max(0, most_that_can_be_taken_off_in_wales - share_of_income_too_much * too_much)


@household("SI 2013/3029 Sch 2")
def needs_of_pensioners_in_wales(
    personal_allowance_outside_england, amounts_for_children, family_amount_in_wales, amounts_for_disability_and_caring
) -> GBP/week:
    """What the law says you need to live on each week"""
    return personal_allowance_outside_england + amounts_for_children + family_amount_in_wales + amounts_for_disability_and_caring


@household("SI 2013/3029 Sch 2 para 3")
def family_amount_in_wales(children, family_premium_in_wales) -> GBP/week:
    """The amount for a family with a child or young person, which England no longer has"""
    if count(children) == 0:
        "There are no children."
        return 0
    return family_premium_in_wales
