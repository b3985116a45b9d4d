# Child Benefit and the high income charge.
# Social Security Contributions and Benefits Act 1992 (SSCBA) ss.141 to 147; SI 2006/965 (rates); SI 2006/223 (general);
# Income Tax (Earnings and Pensions) Act 2003 (ITEPA) ss.681B to 681H.


# 1. The benefit


@person("SSCBA s.142; SI 2006/223 regs 2 to 7")
def child_benefit_is_due_for(date_of_birth, on_date, child_until_age, young_person_until_age, approved_education_or_training) -> yes_no:
    """Whether Child Benefit is due for this child or young person"""
    if years_between(date_of_birth, on_date) < child_until_age:
        "A child under {child_until_age}."
        return True
    if years_between(date_of_birth, on_date) >= young_person_until_age:
        "It ends on the 20th birthday at the latest."
        return False
    return approved_education_or_training


@household("SSCBA s.141; SI 2006/223")
def children_with_child_benefit(children, child_benefit_is_due_for) -> number:
    """How many children and young people Child Benefit is due for"""
    return count(person for person in children if child_benefit_is_due_for)


@household("SSCBA s.141; SI 2006/965 reg 2")
def child_benefit(children_with_child_benefit, child_benefit_eldest, child_benefit_each_other) -> GBP/week:
    """Child Benefit each week, before any charge"""
    if children_with_child_benefit == 0:
        "There is no child under 16, and no young person under 20 in education or training that counts."
        return 0
    "{child_benefit_eldest} for the eldest, and {child_benefit_each_other} for each other child."
    return child_benefit_eldest + child_benefit_each_other * (children_with_child_benefit - 1)


# 2. The charge


@household("ITEPA s.681B(2) and (3): the charge is on the one of a couple with the higher income")
def highest_income_of_the_claimants(claimants, adjusted_net_income) -> GBP/year:
    """Your taxed income in a year"""
    return max(adjusted_net_income for person in claimants)


@household("ITEPA s.681B(2) and (3): the charge is on the one of a couple with the higher income")
def highest_income_of_the_partners(partners, adjusted_net_income) -> GBP/year:
    """Your partner's taxed income in a year"""
    return max(adjusted_net_income for person in partners)


@person("ITEPA s.681B")
def the_charge_is_on(role, adjusted_net_income, highest_income_of_the_claimants, highest_income_of_the_partners) -> yes_no:
    """Whether the charge, if there is one, is on this person"""
    if role == "claimant":
        "It is on the one of a couple who has the higher income."
        return adjusted_net_income >= highest_income_of_the_partners
    if role == "partner":
        "It is on the one of a couple who has the higher income."
        return adjusted_net_income > highest_income_of_the_claimants
    return False


@person("ITEPA s.681C(2) and (3)")
def per_cent_taken_back(adjusted_net_income, charge_starts_above, income_for_each_per_cent) -> number:
    """How many per cent of the Child Benefit the charge takes back"""
    if adjusted_net_income <= charge_starts_above:
        "Income of {adjusted_net_income} is not over {charge_starts_above}."
        return 0
    "One per cent for each {income_for_each_per_cent} of income over {charge_starts_above}, at most all of it."
    return min(100, floor((adjusted_net_income - charge_starts_above) / income_for_each_per_cent))


@person("ITEPA s.681C")
def child_benefit_charge(
    the_charge_is_on, children_with_child_benefit, adjusted_net_income, charge_starts_above, child_benefit,
    per_cent_taken_back, one_per_cent, whole_pound_of_charge
) -> GBP/year:
    """The high income charge of a year, paid with income tax"""
    if children_with_child_benefit == 0:
        "There is no Child Benefit."
        return 0
    if not the_charge_is_on:
        "The charge is not on this person."
        return 0
    if adjusted_net_income <= charge_starts_above:
        "Income of {adjusted_net_income} is not over {charge_starts_above}."
        return 0
    whole_pounds = round_down(yearly(child_benefit), whole_pound_of_charge)
    return round_down(whole_pounds * per_cent_taken_back * one_per_cent, whole_pound_of_charge)


@household("ITEPA s.681C; SSCBA s.141")
def child_benefit_after_charge(child_benefit, adults, child_benefit_charge) -> GBP/year:
    """What is left of Child Benefit in a year after the high income charge"""
    return max(0, yearly(child_benefit) - sum(child_benefit_charge for person in adults))
