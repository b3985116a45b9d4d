# Wales: people below State Pension age who have an award of Universal Credit.
# What they need is the maximum amount of that award, and their income is the award with the income that it counted. The
# work allowance is no part of this: what it leaves out of the award is income here.


@household("SI 2013/3029 Sch 6")
def reduction_with_universal_credit_in_wales(
    income_with_universal_credit_in_wales, needs_with_universal_credit_in_wales, most_that_can_be_taken_off_in_wales,
    share_of_income_too_much
) -> GBP/week:
    """The reduction with Universal Credit: the most, less a share of the income above the maximum amount"""
    if income_with_universal_credit_in_wales <= needs_with_universal_credit_in_wales:
        "Universal Credit and other income of {income_with_universal_credit_in_wales} are not more than the {needs_with_universal_credit_in_wales} that Universal Credit says you need."
        return most_that_can_be_taken_off_in_wales
    too_much = income_with_universal_credit_in_wales - needs_with_universal_credit_in_wales
    "Income is {too_much} more than Universal Credit says you need. You pay {share_of_income_too_much} of that yourself."
    return max(0, most_that_can_be_taken_off_in_wales - share_of_income_too_much * too_much)


@household("SI 2013/3029 Sch 6 para 3: the maximum amount of Welfare Reform Act 2012 s.8(2), times 12 and divided by 52")
def needs_with_universal_credit_in_wales(maximum_amount) -> GBP/week:
    """What Universal Credit says you need each week: its maximum amount"""
    return weekly(maximum_amount)


@household("SI 2013/3029 Sch 6: the income of the award, and the award, times 12 and divided by 52")
def income_with_universal_credit_in_wales(
    universal_credit, earnings_with_the_floor, unearned_income, assumed_income_from_savings
) -> GBP/week:
    """Universal Credit, and the earnings and other income that it counted"""
    return weekly(universal_credit + earnings_with_the_floor + unearned_income + assumed_income_from_savings)
