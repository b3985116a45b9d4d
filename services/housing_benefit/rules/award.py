# Housing Benefit for people who have reached State Pension age, in Great Britain.
# SI 2006/214, the Housing Benefit (Persons who have attained the qualifying age for state pension credit) Regulations.
#
# Weekly, rounded only at the end. A home with more bedrooms than needed takes nothing off the rent of a council or housing
# association at this age: the size criteria of SI 2006/213 reg B13 are for working age. They count for private rents, where
# they choose the Local Housing Allowance. A couple of mixed ages can keep Housing Benefit but not begin to get it.
# Needs and income are those of `means_test_at_pension_age`, which council tax reduction reads too.


@household("Social Security Contributions and Benefits Act 1992 s.130; SI 2006/214 regs 5, 26, 43, 50, 51, 56 and 61")
def housing_benefit(
    nation, tenure, adults, reached_pension_age, pension_age_award_since_may_2019, working_age_benefit,
    pension_credit_in_payment, savings, housing_benefit_savings_limit, weekly_income,
    applicable_amount, most_housing_benefit, housing_benefit_after_taper, least_housing_benefit
) -> GBP/week:
    """Housing Benefit each week, to the nearest penny"""
    if nation == "northern_ireland":
        return not_covered("These are the rules for Great Britain. Northern Ireland has its own law. Ask the Housing Executive.")
    if tenure in ("owned_outright", "mortgage"):
        "Housing Benefit is for people who pay rent."
        return 0
    if tenure == "no_rent":
        "You pay no rent, so there is nothing to help with."
        return 0
    if not any(reached_pension_age for person in adults):
        return not_covered("Below State Pension age Universal Credit helps with the rent. In supported or temporary homes it is Housing Benefit: ask your council.")
    if not all(reached_pension_age for person in adults) and not pension_age_award_since_may_2019:
        "A couple of whom one has not reached State Pension age cannot start to get Housing Benefit. Universal Credit may help with the rent instead."
        return 0
    if working_age_benefit:
        return not_covered("You get a working-age benefit, so other rules help with the rent. They are not worked out here. Ask your council.")
    if most_housing_benefit < least_housing_benefit:
        "What other adults are expected to pay is as much as the rent that counts, or there is almost none."
        return 0
    if pension_credit_in_payment == "guarantee":
        "With the guarantee credit of Pension Credit, income and savings are not counted."
        return round_half_up(most_housing_benefit)
    if savings > housing_benefit_savings_limit:
        "Savings of {savings} are over the limit of {housing_benefit_savings_limit}."
        return 0
    if weekly_income <= applicable_amount:
        "Income of {weekly_income} is not more than the {applicable_amount} that the law says you need."
        return round_half_up(most_housing_benefit)
    if housing_benefit_after_taper <= 0:
        "Income of {weekly_income} is so far above the {applicable_amount} that the law says you need that nothing is left."
        return 0
    if housing_benefit_after_taper < least_housing_benefit:
        "Less than {least_housing_benefit} is not paid."
        return 0
    "Income of {weekly_income} is more than the {applicable_amount} that the law says you need, so you pay a share of the difference."
    return round_half_up(housing_benefit_after_taper)


@household("SI 2006/214 reg 51")
def housing_benefit_after_taper(
    most_housing_benefit, weekly_income, applicable_amount, housing_benefit_taper
) -> GBP/week:
    """The most there can be, less a share of the income above what the law says you need"""
    too_much = max(0, weekly_income - applicable_amount)
    return max(0, most_housing_benefit - housing_benefit_taper * too_much)


@household("SI 2006/214 reg 50")
def most_housing_benefit(rent_for_housing_benefit, expected_from_non_dependants) -> GBP/week:
    """The rent that counts, less what other adults in the home are expected to pay"""
    return max(0, rent_for_housing_benefit - expected_from_non_dependants)
