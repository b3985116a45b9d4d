# The parts of pay that are left out below State Pension age, and what is paid for child care.


@household("SSI 2021/249 Sch 3 paras 4 to 11; SI 2013/3029 Sch 8 paras 4 to 11")
def left_out_of_earnings_below_pension_age(
    adults, partners, children, works_for_pay, counts_as_a_carer, disability_premium_below_pension_age,
    severe_disability_below_pension_age, has_limited_capability, universal_credit, left_out_lone_parent,
    left_out_disability_or_carer, left_out_couple, left_out_single
) -> GBP/week:
    """The part of pay that is left out"""
    if not any(works_for_pay for person in adults):
        "There are no earnings."
        return 0
    if count(partners) == 0 and count(children) > 0:
        "The part for a lone parent."
        return left_out_lone_parent
    if disability_premium_below_pension_age > 0 or severe_disability_below_pension_age > 0:
        "The part for people whose needs have an extra amount for a disability."
        return left_out_disability_or_carer
    if universal_credit > 0 and any(has_limited_capability for person in adults):
        "The part for people with Universal Credit and limited capability for work."
        return left_out_disability_or_carer
    if any(works_for_pay and counts_as_a_carer for person in adults):
        "The part for a carer who works."
        return left_out_disability_or_carer
    if count(partners) > 0:
        "The part for a couple."
        return left_out_couple
    "The part for a single person."
    return left_out_single


@person("SSI 2021/249 Sch 3 para 15(2); SI 2013/3029 Sch 8 para 18(2)")
def works_enough_for_more_below_pension_age(
    works_for_pay, hours_worked, date_of_birth, on_date, full_time_hours, full_time_least_age, hours_that_count_as_work,
    looks_after_children, disability_premium_below_pension_age
) -> yes_no:
    """Whether the hours worked make a further part of pay left out"""
    if not works_for_pay:
        "There is no paid work."
        return False
    if hours_worked >= full_time_hours and years_between(date_of_birth, on_date) >= full_time_least_age:
        "Work of {full_time_hours} hours a week or more at {full_time_least_age} or older."
        return True
    if hours_worked < hours_that_count_as_work:
        "Work of fewer than {hours_that_count_as_work} hours a week."
        return False
    if looks_after_children:
        "There is a child in the family."
        return True
    return disability_premium_below_pension_age > 0


@household("SSI 2021/249 Sch 3 para 15; SI 2013/3029 Sch 8 para 18")
def further_part_left_out_below_pension_age(
    adults, works_enough_for_more_below_pension_age, joint_earnings_below_pension_age, left_out_longer_hours,
    left_out_of_earnings_below_pension_age, childcare_without_universal_credit
) -> GBP/week:
    """The further part of pay that is left out for longer hours, without Universal Credit"""
    if not any(works_enough_for_more_below_pension_age for person in adults):
        "Nobody works the hours that are needed for it."
        return 0
    needed = left_out_of_earnings_below_pension_age + childcare_without_universal_credit + left_out_longer_hours
    if joint_earnings_below_pension_age < needed:
        "Earnings of {joint_earnings_below_pension_age} are too low for it."
        return 0
    return left_out_longer_hours


@person("SSI 2021/249 reg 77; SI 2013/3029 Sch 6 para 21")
def child_care_of_this_child(date_of_birth, on_date, childcare_below_age, childcare_costs) -> GBP/week:
    """What is paid a week for the child care of this child"""
    if years_between(date_of_birth, on_date) >= childcare_below_age:
        "This child is {childcare_below_age} or older."
        return 0
    return weekly(childcare_costs)


@person("SSI 2021/249 reg 77(2)(c) and (12); SI 2013/3029 Sch 6 para 21(1)(c) and (11)")
def cannot_mind_children(has_a_disability_that_counts, has_limited_capability) -> yes_no:
    """Whether a disability keeps this person, who does not work, from looking after the children"""
    return has_a_disability_that_counts or has_limited_capability


@household("SSI 2021/249 regs 38(2)(c) and (4) and 77; SI 2013/3029 Sch 6 paras 20 and 21")
def childcare_without_universal_credit(
    children, adults, in_work_that_counts, cannot_mind_children, child_care_of_this_child, most_childcare_one_child,
    most_childcare_more_children
) -> GBP/week:
    """What is paid for child care and left out of income, without Universal Credit"""
    if count(children) == 0:
        "There are no children."
        return 0
    if not any(in_work_that_counts for person in adults):
        "Nobody works for enough hours."
        return 0
    if not all(in_work_that_counts or cannot_mind_children for person in adults):
        "One of you does not work for enough hours and could look after the children."
        return 0
    paid = sum(child_care_of_this_child for person in children)
    if count(person for person in children if child_care_of_this_child > 0) > 1:
        "{paid}, at most {most_childcare_more_children} for two or more children."
        return min(paid, most_childcare_more_children)
    "{paid}, at most {most_childcare_one_child} for one child."
    return min(paid, most_childcare_one_child)
