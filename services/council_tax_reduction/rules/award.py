# Council tax reduction for people of pension age in England.
# SI 2012/2885, the Council Tax Reduction Schemes (Prescribed Requirements) (England) Regulations 2012.
#
# Below that age each council's own scheme decides: local_reduction, which reads the council's sheet and says what is not held.
# A couple of mixed ages (reg 3(2)): these rules, when the one who applies has reached State Pension age and neither gets a
# working-age benefit; the council's scheme, when either gets one; and when only the partner has reached the age, the partner applies.
# The law counts by the day and rounds nowhere; only the answer is shown to the nearest penny.
# Needs and income are those of `means_test_at_pension_age`, which Housing Benefit reads too.


@household("SI 2012/2885 reg 3(2), reg 11 and Sch 1 paras 2, 3, 10 and 13")
def council_tax_reduction(
    nation, claimants, reached_pension_age, council_scheme_decides, local_reduction, liable_for_council_tax, pension_credit_in_payment,
    savings, savings_limit, weekly_income, applicable_amount, most_that_can_be_taken_off, share_of_income_too_much,
    reduction_by_your_income, rebate_is_more, second_adult_reduction
) -> GBP/week:
    """Council tax reduction each week, to the nearest penny"""
    if nation == "wales":
        return not_covered("Homes in Wales come under the Council Tax Reduction of Wales, and not under these rules for England. Your council can tell you how to apply.")
    if nation == "scotland":
        return not_covered("Homes in Scotland come under Scotland's Council Tax Reduction, and not under these rules for England. Your council can tell you how to apply.")
    if nation == "northern_ireland":
        return not_covered("Northern Ireland has rates and no council tax. Land & Property Services can tell you about Rate Rebate.")
    if council_scheme_decides:
        "Your council's own scheme decides, and not the rules for State Pension age."
        return local_reduction
    if not any(reached_pension_age for person in claimants):
        return not_covered("Your partner has reached State Pension age and you have not. Start again with your partner as the person who applies.")
    if liable_for_council_tax == "somebody_else":
        "You do not have to pay the bill, so there is nothing to reduce. The person whose name is on it can apply."
        return 0
    if liable_for_council_tax == "with_others":
        return not_covered("You share the bill with somebody who is not your partner, so your share has to be worked out first. Your council does that: you can apply.")
    if rebate_is_more:
        "The second adult rebate is more than a reduction by your own income would be, so you get the rebate."
        return round_half_up(second_adult_reduction)
    if pension_credit_in_payment == "guarantee":
        "With the guarantee credit of Pension Credit, income and savings are not counted."
        return round_half_up(reduction_by_your_income)
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    if weekly_income <= applicable_amount:
        "Income of {weekly_income} is not more than the {applicable_amount} that the law says you need."
        return round_half_up(reduction_by_your_income)
    too_much = weekly_income - applicable_amount
    if share_of_income_too_much * too_much >= most_that_can_be_taken_off:
        "Income is {too_much} more than the law says you need. {share_of_income_too_much} of that is as much as could be taken off, or more."
        return 0
    "Income is {too_much} more than the law says you need. You pay {share_of_income_too_much} of that yourself."
    return round_half_up(reduction_by_your_income)


@household("SI 2012/2885 Sch 1 para 10(2) and (3) and para 13; reg 11")
def reduction_by_your_income(
    pension_credit_in_payment, savings, savings_limit, weekly_income, applicable_amount, most_that_can_be_taken_off, share_of_income_too_much
) -> GBP/week:
    """The reduction by your own income and savings"""
    if pension_credit_in_payment == "guarantee":
        "The most that can be taken off, with the guarantee credit of Pension Credit."
        return most_that_can_be_taken_off
    if savings > savings_limit:
        "Savings are over the limit of {savings_limit}."
        return 0
    too_much = max(0, weekly_income - applicable_amount)
    return max(0, most_that_can_be_taken_off - share_of_income_too_much * too_much)


@household("SI 2012/2885 Sch 1 para 10(5) and (6)")
def rebate_is_more(
    lives_with_a_second_adult, only_students_besides, bill_for_the_rebate, full_second_adult_rebate, rebate_with_students,
    reduction_by_your_income, second_adult_reduction
) -> yes_no:
    """Whether the second adult rebate is more than the reduction by your own income"""
    if not lives_with_a_second_adult:
        "Nobody lives with you whose income could give a second adult rebate."
        return False
    # The most that the rebate could be comes first, so that nobody's income is asked for nothing.
    if not only_students_besides and reduction_by_your_income >= full_second_adult_rebate * bill_for_the_rebate:
        "The reduction by your own income is at least as much as the rebate could be."
        return False
    if reduction_by_your_income >= rebate_with_students * bill_for_the_rebate:
        "The reduction by your own income is at least as much as the rebate could be."
        return False
    return second_adult_reduction > reduction_by_your_income


@household("SI 2012/2885 Sch 1 para 10; the days of the year, Sch 1 para 7(1)")
def council_tax_reduction_yearly(
    council_tax_reduction, council_scheme_decides, local_reduction_yearly, rebate_is_more, second_adult_reduction, reduction_by_your_income
) -> GBP/year:
    """Council tax reduction over the whole year, to the nearest penny"""
    if council_scheme_decides:
        "Your council's own scheme decides, and not the rules for State Pension age."
        return local_reduction_yearly
    if council_tax_reduction == 0:
        "There is no reduction."
        return 0
    if rebate_is_more:
        "The second adult rebate, over the days of the year."
        return round_half_up(per_year_by_days(second_adult_reduction))
    return round_half_up(per_year_by_days(reduction_by_your_income))
