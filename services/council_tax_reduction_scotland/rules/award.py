# Scotland's Council Tax Reduction. From State Pension age on it is SSI 2012/319, the Council Tax Reduction (State Pension
# Credit) (Scotland) Regulations 2012; below that age SSI 2021/249, which is in below_pension_age.py. People of pension age
# with a working-age benefit belong to the second, with amounts of that benefit which are not worked out here.
#
# Water and sewerage stand on the same bill, are no council tax, and are not reduced here.


@household("SSI 2012/319 regs 14, 14A and 47; SSI 2021/249 regs 13 and 14; Local Government Finance Act 1992 s.80")
def council_tax_reduction_scotland(
    nation, liable_for_council_tax, claimants, partners, reached_pension_age, working_age_benefit,
    reduction_by_age_in_scotland, week_of_council_tax_in_scotland, reduction_for_bands_e_to_h
) -> GBP/week:
    """Scotland's Council Tax Reduction each week, to the nearest penny"""
    if nation != "scotland":
        "It is for homes in Scotland."
        return 0
    if liable_for_council_tax == "somebody_else":
        "You do not have to pay the bill, so there is nothing to reduce. The person whose name is on it can apply."
        return 0
    if liable_for_council_tax == "with_others":
        return not_covered("You share the bill with somebody who is not your partner, so your share has to be worked out first. Your council does that: you can apply.")
    if any(reached_pension_age for person in partners) and not any(reached_pension_age for person in claimants):
        return not_covered("Your partner has reached State Pension age and you have not. Start again with your partner as the person who applies.")
    if any(reached_pension_age for person in claimants) and working_age_benefit:
        return not_covered("You get a working-age benefit, so Scotland's rules for people below State Pension age decide. They are not worked out here at your age. You can apply to your council.")
    if reduction_by_age_in_scotland >= week_of_council_tax_in_scotland:
        "All of the council tax is taken off."
        return round_half_up(reduction_by_age_in_scotland)
    best = max(reduction_by_age_in_scotland, reduction_for_bands_e_to_h)
    if best <= 0:
        "Savings or income are too high, or other adults are expected to pay the bill."
        return 0
    return round_half_up(best)


@household("SSI 2012/319 reg 12; SSI 2021/249 reg 3 (whose age decides which of them applies)")
def reduction_by_age_in_scotland(
    claimants, reached_pension_age, reduction_for_pensioners_in_scotland, reduction_below_pension_age_in_scotland
) -> GBP/week:
    """The reduction by the rules for your age"""
    if any(reached_pension_age for person in claimants):
        "You have reached State Pension age."
        return reduction_for_pensioners_in_scotland
    "You are below State Pension age."
    return reduction_below_pension_age_in_scotland


@household("SSI 2012/319 reg 47(1)")
def week_of_council_tax_in_scotland(council_tax_after_discount) -> GBP/week:
    """The council tax for a week, after any discount and without water and sewerage"""
    return per_week_by_days(council_tax_after_discount)


@household("SSI 2012/319 regs 14, 20 and 47")
def reduction_for_pensioners_in_scotland(
    pension_credit_in_payment, savings, savings_limit, weekly_income, needs_of_pensioners_in_scotland,
    week_of_council_tax_in_scotland, expected_from_adults_in_scotland, share_of_income_too_much
) -> GBP/week:
    """The reduction at pension age: the most, less a share of the income above what the law says you need"""
    most = max(0, week_of_council_tax_in_scotland - expected_from_adults_in_scotland)
    if pension_credit_in_payment == "guarantee":
        "With the guarantee credit of Pension Credit, income and savings are not counted."
        return most
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    if weekly_income <= needs_of_pensioners_in_scotland:
        "Income of {weekly_income} is not more than the {needs_of_pensioners_in_scotland} that the law says you need."
        return most
    too_much = weekly_income - needs_of_pensioners_in_scotland
    "Income is {too_much} more than the law says you need. You pay {share_of_income_too_much} of that yourself."
    return max(0, most - share_of_income_too_much * too_much)


@household("SSI 2012/319 reg 20 and Sch 1")
def needs_of_pensioners_in_scotland(
    personal_allowance_outside_england, children, amount_for_a_child_in_scotland, amounts_for_disability_and_caring
) -> GBP/week:
    """What the law says you need to live on each week"""
    for_children = sum(amount_for_a_child_in_scotland for person in children)
    return personal_allowance_outside_england + for_children + amounts_for_disability_and_caring
