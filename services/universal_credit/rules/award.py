# Universal Credit in England, Wales and Scotland: SI 2013/376, the Universal Credit Regulations 2013.
# Welfare Reform Act 2012 Part 1; SI 2014/1230 (transitional); Universal Credit Act 2025 (health element from April 2026).
#
# The day that an answer is about is the first day of an assessment period, which is a month: new rates and the end of the
# two-child limit hold for periods that begin on or after their first day. Amounts are rounded to a penny, half up, where
# regulation 6 has an amount worked out. What is given a week is made monthly as Schedule 4 paragraph 7 does it: times 52,
# over 12. Net pay and Child Benefit are worked out by their own folders.


@household("Welfare Reform Act 2012 ss.3 to 5 and 8; SI 2013/376 regs 12 to 14, 18 and 81")
def universal_credit(
    nation, adults, reached_pension_age, is_adult, savings, capital_limit, not_counted_because,
    award_before_the_cap, benefit_cap_reduction
) -> GBP/month:
    """Universal Credit for a month"""
    if nation == "northern_ireland":
        return not_covered("Northern Ireland has its own law on Universal Credit. Apply to the Department for Communities.")
    if all(reached_pension_age for person in adults):
        "You have reached State Pension age. Pension Credit and Housing Benefit take the place of Universal Credit."
        return 0
    if any(not is_adult for person in adults):
        return not_covered("Under 18 there are rules of their own, and some people can get it. Ask Citizens Advice before you apply.")
    if savings > capital_limit:
        "Savings of {savings} are over the limit of {capital_limit}."
        return 0
    # SI 2013/376 regs 12 to 14 and 68: few students can claim, and the loan of those who can is income.
    if any(not_counted_because in ("full_time_student", "student_nurse", "student_up_to_a_level") for person in adults):
        return not_covered("Most students cannot get Universal Credit, and a loan or grant counts for those who can. Ask Citizens Advice.")
    if award_before_the_cap <= 0:
        "Income is as much as the most that you could get, or more."
        return 0
    if benefit_cap_reduction > 0:
        "The limit on benefits takes {benefit_cap_reduction} off."
        return max(0, award_before_the_cap - benefit_cap_reduction)
    return award_before_the_cap


@household("Welfare Reform Act 2012 s.8; SI 2013/376 reg 22")
def award_before_the_cap(maximum_amount, taken_for_earnings, assumed_income_from_savings, unearned_income) -> GBP/month:
    """The most that you could get, less what is taken for income"""
    return max(0, maximum_amount - taken_for_earnings - assumed_income_from_savings - unearned_income)


@household("Welfare Reform Act 2012 s.8(2); SI 2013/376 regs 23 and 36")
def maximum_amount(
    standard_allowance, child_element, disabled_child_additions, health_element, carer_element,
    housing_costs_element, childcare_costs_element
) -> GBP/month:
    """The most that you could get: the standard allowance and the amounts for what you need besides"""
    return (
        standard_allowance + child_element + disabled_child_additions + health_element + carer_element
        + housing_costs_element + childcare_costs_element
    )


@person("Welfare Reform Act 2012 s.4(1)(a)")
def is_adult(date_of_birth, on_date) -> yes_no:
    """Whether this person is 18 or older"""
    return years_between(date_of_birth, on_date) >= 18


@person("SI 2013/376 reg 36")
def is_25_or_older(date_of_birth, on_date) -> yes_no:
    """Whether this person is 25 or older"""
    return years_between(date_of_birth, on_date) >= 25


@household("SI 2013/376 reg 36")
def standard_allowance(
    adults, partners, is_25_or_older, standard_couple_25, standard_couple_under_25, standard_single_25,
    standard_single_under_25
) -> GBP/month:
    """The standard allowance"""
    if count(partners) > 0:
        if any(is_25_or_older for person in adults):
            "The amount for a couple of whom one or both are 25 or older."
            return standard_couple_25
        "The amount for a couple who are both under 25."
        return standard_couple_under_25
    if any(is_25_or_older for person in adults):
        "The amount for a single person who is 25 or older."
        return standard_single_25
    "The amount for a single person under 25."
    return standard_single_under_25
