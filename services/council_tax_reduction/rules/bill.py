# The most that can be taken off: a week of the bill, less what other adults in the home are expected to pay.


@household("SI 2012/2885 Sch 1 para 7")
def weekly_council_tax(council_tax_after_discount) -> GBP/week:
    """The council tax for a week, after any discount: the year's bill by the days of the year"""
    return per_week_by_days(council_tax_after_discount)


@household("SI 2012/2885 Sch 1 paras 7 and 8")
def most_that_can_be_taken_off(weekly_council_tax, non_dependant_deductions) -> GBP/week:
    """The whole of a week's bill, less what other adults in the home are expected to pay"""
    return max(0, weekly_council_tax - non_dependant_deductions)


@household("SI 2012/2885 Sch 1 para 8")
def non_dependant_deductions(other_adults_are_expected_to_pay, other_adults, non_dependant_deduction) -> GBP/week:
    """What other adults who live in the home are expected to pay towards the bill"""
    if not other_adults_are_expected_to_pay:
        "Nothing is expected from other adults."
        return 0
    return sum(non_dependant_deduction for person in other_adults)


@person("SI 2012/2885 Sch 1 para 8(1) to (8)")
def non_dependant_deduction(
    nothing_is_expected_for_council_tax, in_work_that_counts, gross_income, expected_from_adults_in_work,
    expected_from_adults_not_in_work
) -> GBP/week:
    """What another adult is expected to pay towards the bill"""
    if nothing_is_expected_for_council_tax:
        "Nothing is expected from this adult."
        return 0
    if not in_work_that_counts:
        "This adult does not work, or for too few hours to count as being in work."
        return expected_from_adults_not_in_work
    "This adult works and has {gross_income}."
    return band(expected_from_adults_in_work, gross_income)
