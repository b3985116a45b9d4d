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
    savings, savings_limit, weekly_income, applicable_amount, most_that_can_be_taken_off, share_of_income_too_much
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
    if pension_credit_in_payment == "guarantee":
        "With the guarantee credit of Pension Credit, income and savings are not counted."
        return round_half_up(most_that_can_be_taken_off)
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    if weekly_income <= applicable_amount:
        "Income of {weekly_income} is not more than the {applicable_amount} that the law says you need."
        return round_half_up(most_that_can_be_taken_off)
    too_much = weekly_income - applicable_amount
    if share_of_income_too_much * too_much >= most_that_can_be_taken_off:
        "Income is {too_much} more than the law says you need. {share_of_income_too_much} of that is as much as could be taken off, or more."
        return 0
    "Income is {too_much} more than the law says you need. You pay {share_of_income_too_much} of that yourself."
    return round_half_up(most_that_can_be_taken_off - share_of_income_too_much * too_much)


@household("SI 2012/2885 Sch 1 para 10; the days of the year, Sch 1 para 7(1)")
def council_tax_reduction_yearly(
    council_tax_reduction, council_scheme_decides, local_reduction_yearly, pension_credit_in_payment, weekly_income,
    applicable_amount, most_that_can_be_taken_off, share_of_income_too_much
) -> GBP/year:
    """Council tax reduction over the whole year, to the nearest penny"""
    if council_scheme_decides:
        "Your council's own scheme decides, and not the rules for State Pension age."
        return local_reduction_yearly
    if council_tax_reduction == 0:
        "There is no reduction."
        return 0
    if pension_credit_in_payment == "guarantee":
        "The most that can be taken off, over the days of the year."
        return round_half_up(per_year_by_days(most_that_can_be_taken_off))
    too_much = max(0, weekly_income - applicable_amount)
    return round_half_up(per_year_by_days(most_that_can_be_taken_off - share_of_income_too_much * too_much))


@household("SI 2012/2885 Sch 1 paras 4 and 9 and Sch 3")
def second_adult_reduction(partners, other_adults, council_scheme_decides) -> GBP/week:
    """The other kind of reduction, for people who share their home with an adult on a low income"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return 0
    if count(partners) > 0:
        "It is for people without a partner."
        return 0
    if council_scheme_decides:
        return not_covered("Whether your council's own scheme has a second adult rebate is not known here. Other adults live with you, so ask your council.")
    return not_covered("Other adults on a low income live with you. Ask your council for a second adult rebate, up to 25% of the bill. It is not worked out here yet.")
