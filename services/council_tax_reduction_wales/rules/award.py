# Council Tax Reduction in Wales: SI 2013/3029, the Prescribed Requirements, which every council in Wales follows.
#
# Below State Pension age with Universal Credit, needs and income are those of that award (universal_credit.py). Without it
# they are those of Schedule 7 and of people's own income (without_universal_credit.py).
# The three choices that the law leaves to a council (backdating, run-on, war pensions) are not looked at.


@household("Local Government Finance Act 1992 s.13A(4) and Sch 1B; SI 2013/3029 Schs 1 and 6")
def council_tax_reduction_wales(
    nation, liable_for_council_tax, claimants, partners, reached_pension_age, working_age_benefit,
    reduction_for_pensioners_in_wales, reduction_below_pension_age_in_wales
) -> GBP/week:
    """Council Tax Reduction in Wales each week, to the nearest penny"""
    if nation != "wales":
        "It is for homes in Wales."
        return 0
    if liable_for_council_tax == "somebody_else":
        "You do not have to pay the bill, so there is nothing to reduce. The person whose name is on it can apply."
        return 0
    if liable_for_council_tax == "with_others":
        return not_covered("You share the bill with somebody who is not your partner, so your share has to be worked out first. Your council does that: you can apply.")
    if not any(reached_pension_age for person in claimants):
        if any(reached_pension_age for person in partners):
            return not_covered("Your partner has reached State Pension age and you have not. Start again with your partner as the person who applies.")
        if reduction_below_pension_age_in_wales <= 0:
            "Savings or income are too high, or other adults are expected to pay the bill."
            return 0
        "You are below State Pension age."
        return round_half_up(reduction_below_pension_age_in_wales)
    if working_age_benefit:
        return not_covered("You get a working-age benefit, so the rules for people below State Pension age decide. Your council works that out: you can apply.")
    if reduction_for_pensioners_in_wales <= 0:
        "Savings or income are too high, or other adults are expected to pay the bill."
        return 0
    return round_half_up(reduction_for_pensioners_in_wales)


@household("SI 2013/3029 Sch 6 paras 1 to 3 (an award of Universal Credit decides whose figures count)")
def reduction_below_pension_age_in_wales(
    savings, savings_limit, universal_credit, reduction_with_universal_credit_in_wales,
    reduction_without_universal_credit_in_wales
) -> GBP/week:
    """The reduction below State Pension age"""
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    if universal_credit > 0:
        "Below State Pension age the figures of Universal Credit decide."
        return reduction_with_universal_credit_in_wales
    "Without Universal Credit your own income and family decide."
    return reduction_without_universal_credit_in_wales


@household("SI 2013/3029 Sch 1 paras 2 and 3 and Sch 6 para 5")
def most_that_can_be_taken_off_in_wales(council_tax_after_discount, expected_from_adults_in_wales) -> GBP/week:
    """The whole of a week's bill, less what other adults in the home are expected to pay"""
    return max(0, per_week_by_days(council_tax_after_discount) - expected_from_adults_in_wales)


@household("SI 2013/3029 Sch 1 para 3 and Sch 6 para 5")
def expected_from_adults_in_wales(
    other_adults_are_expected_to_pay, other_adults, expected_from_adult_in_wales
) -> GBP/week:
    """What other adults who live in the home are expected to pay towards the bill"""
    if not other_adults_are_expected_to_pay:
        "Nothing is expected from other adults."
        return 0
    return sum(expected_from_adult_in_wales for person in other_adults)


@person("SI 2013/3029 Sch 1 para 3 and Sch 6 para 5")
def expected_from_adult_in_wales(
    nothing_is_expected_for_council_tax, in_work_that_counts, gross_income, expected_in_work_in_wales,
    expected_without_work_in_wales
) -> GBP/week:
    """What another adult is expected to pay towards the bill"""
    if nothing_is_expected_for_council_tax:
        "Nothing is expected from this adult."
        return 0
    if not in_work_that_counts:
        "This adult does not work, or for too few hours to count as being in work."
        return expected_without_work_in_wales
    "This adult works and has {gross_income}."
    return band(expected_in_work_in_wales, gross_income)
