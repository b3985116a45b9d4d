# The second adult rebate: the other kind of reduction, by the income of the adults who share the home and not by your own.
# The law calls it the alternative maximum council tax reduction. Of the two kinds the greater is given (Sch 1 para 10(6)).


@household("SI 2012/2885 Sch 1 para 4(3)")
def lives_with_a_second_adult(other_adults, partners, adults, counts_for_the_bill) -> yes_no:
    """Whether an adult lives in the home whose income could give a second adult rebate"""
    if not any(counts_for_the_bill for person in other_adults):
        "No other adult who counts for the bill lives in the home."
        return False
    if count(partners) > 0 and all(counts_for_the_bill for person in adults):
        "It is for people without a partner, or of whom one of a couple does not count for the bill."
        return False
    return True


@person("SI 2012/2885 Sch 3 para 1, column (1)(a)")
def gets_a_benefit_for_the_full_rebate(income_related_benefit) -> yes_no:
    """Whether this adult gets a benefit that gives the full second adult rebate. Universal Credit is not one of them"""
    return income_related_benefit in (
        "income_support", "income_based_jobseekers_allowance", "income_related_employment_and_support_allowance", "pension_credit"
    )


@household("SI 2012/2885 Sch 3 para 1, column (1)(c)")
def only_students_besides(
    adults, children, other_adults, not_counted_because, counts_for_the_bill, gets_a_benefit_for_the_full_rebate
) -> yes_no:
    """Whether everybody else in the home is a student, and every second adult gets one of the benefits for the full rebate"""
    if count(children) > 0:
        "A child lives in the home."
        return False
    if any(not_counted_because != "full_time_student" for person in adults):
        "You or your partner are not students."
        return False
    if any(not counts_for_the_bill and not_counted_because != "full_time_student" for person in other_adults):
        "Somebody else lives in the home who is not a student."
        return False
    return all(gets_a_benefit_for_the_full_rebate or not counts_for_the_bill for person in other_adults)


@household("SI 2012/2885 Sch 3 paras 1 to 3")
def income_of_second_adults(
    other_adults, counts_for_the_bill, second_of_a_couple, gets_a_benefit_for_the_full_rebate, gross_income
) -> GBP/week:
    """The income before tax of the second adults together, without that of anybody on a benefit for the full rebate"""
    if any(second_of_a_couple for person in other_adults) and any(not counts_for_the_bill for person in other_adults):
        return not_covered("A couple lives with you, and some of the adults do not count for the bill. Ask your council for a second adult rebate: it works out whose income counts.")
    return sum(
        gross_income for person in other_adults
        if counts_for_the_bill and not gets_a_benefit_for_the_full_rebate and not second_of_a_couple
    )


@household("SI 2012/2885 Sch 3 para 1(2)")
def bill_for_the_rebate(council_tax_charge, council_tax_after_discount, only_students_besides) -> GBP/week:
    """A week of the bill that the share is taken of: before a discount, but after it where only students live besides"""
    if only_students_besides:
        "The bill after the discount."
        return per_week_by_days(council_tax_after_discount)
    return per_week_by_days(council_tax_charge)


@household("SI 2012/2885 Sch 3 para 1")
def rebate_for_second_adults(
    other_adults, counts_for_the_bill, gets_a_benefit_for_the_full_rebate, only_students_besides, income_of_second_adults,
    bill_for_the_rebate, rebate_with_students, full_second_adult_rebate, second_adult_rebate_by_income
) -> GBP/week:
    """What the income of the second adults takes off the bill"""
    if only_students_besides:
        "Everybody else in the home is a student, so {rebate_with_students} of the bill is taken off."
        return rebate_with_students * bill_for_the_rebate
    if all(gets_a_benefit_for_the_full_rebate or not counts_for_the_bill for person in other_adults):
        "Every other adult who counts gets Income Support, Pension Credit or a benefit like them: {full_second_adult_rebate} of the bill is taken off."
        return full_second_adult_rebate * bill_for_the_rebate
    "The other adults who count have {income_of_second_adults} together, before tax."
    return band(second_adult_rebate_by_income, income_of_second_adults) * bill_for_the_rebate


@household("SI 2012/2885 Sch 1 paras 4 and 9 and Sch 3")
def second_adult_reduction(
    lives_with_a_second_adult, council_scheme_decides, rebate_for_second_adults, savings, savings_limit, rent_from_somebody_here
) -> GBP/week:
    """The second adult rebate each week, by the income of the adults who share your home"""
    if not lives_with_a_second_adult:
        "Nobody lives with you whose income could give this rebate."
        return 0
    if council_scheme_decides:
        return not_covered("Whether your council's own scheme has a second adult rebate is not known here. Other adults live with you, so ask your council.")
    if rebate_for_second_adults == 0:
        "The other adults have too much income for this rebate."
        return 0
    # Reg 11, which sets the limit, was not read: councils' pages say that savings do not matter for this rebate, and some
    # schemes leave out everybody over the limit.
    if savings > savings_limit:
        return not_covered("Other adults on a low income live with you. Ask your council for a second adult rebate: whether it is due with savings of more than {savings_limit} is not known here.")
    if rent_from_somebody_here:
        "Somebody who lives here pays you rent, so this rebate is not given."
        return 0
    return rebate_for_second_adults
