# The pay that counts, after the parts that the law leaves out at pension age.


@household("SI 2006/214 reg 36 and Sch 4; SI 2012/2885 Sch 1 para 17 and Sch 4; SI 2013/3029 Sch 3; SSI 2012/319 Sch 2")
def earnings_that_count(joint_net_earnings, basic_earnings_disregard, additional_earnings_disregard) -> GBP/week:
    """The earnings that count, after the parts that the law leaves out"""
    return max(0, joint_net_earnings - basic_earnings_disregard - additional_earnings_disregard)


@person("SI 2006/214 Sch 4 para 5; SI 2012/2885 Sch 4 para 5(1); SI 2013/3029 Sch 3; SSI 2012/319 Sch 2")
def disability_for_earnings(disability_benefit, severely_sight_impaired) -> yes_no:
    """Whether a disability makes more of the earnings left out"""
    return disability_benefit != "none" or severely_sight_impaired


@household("SI 2006/214 Sch 4 paras 1, 2, 4, 5, 7 and 10; SI 2012/2885 Sch 4 paras 1, 2, 4, 5, 7 and 8; SI 2013/3029 Sch 3; SSI 2012/319 Sch 2")
def basic_earnings_disregard(
    joint_net_earnings, adults, partners, children, disability_for_earnings, carers_allowance, works_for_pay,
    left_out_lone_parent, left_out_disability_or_carer, left_out_couple, left_out_single
) -> GBP/week:
    """The part of earnings that is left out"""
    if joint_net_earnings <= 0:
        "There are no earnings."
        return 0
    if count(partners) == 0 and count(children) > 0:
        "The part for a lone parent."
        return left_out_lone_parent
    if any(disability_for_earnings for person in adults):
        "The part for a person with a disability benefit or a severe sight impairment."
        return left_out_disability_or_carer
    if any(works_for_pay and carers_allowance for person in adults):
        "The part for a carer who works."
        return left_out_disability_or_carer
    if count(partners) > 0:
        "The part for a couple."
        return left_out_couple
    "The part for a single person."
    return left_out_single


@person("SI 2006/214 Sch 4 para 9(2); SI 2012/2885 Sch 4 para 10(2); SI 2013/3029 Sch 3; SSI 2012/319 Sch 2")
def works_enough_for_more(
    works_for_pay, hours_worked, date_of_birth, on_date, full_time_hours, full_time_least_age, hours_that_count_as_work,
    looks_after_children, disability_for_earnings
) -> yes_no:
    """Whether the hours worked make a further part of earnings left out"""
    if not works_for_pay:
        "There is no paid work."
        return False
    if hours_worked >= full_time_hours and years_between(date_of_birth, on_date) >= full_time_least_age:
        "Work of {full_time_hours} hours a week or more at {full_time_least_age} or older."
        return True
    if hours_worked < hours_that_count_as_work:
        "Work of fewer than {hours_that_count_as_work} hours a week."
        return False
    return looks_after_children or disability_for_earnings


@household("SI 2006/214 Sch 4 para 9(2)(b); SI 2012/2885 reg 6; SI 2013/3029 Sch 3; SSI 2012/319 Sch 2")
def looks_after_children(children) -> yes_no:
    """Whether there is a child or young person in the family"""
    return count(children) > 0


@household("SI 2006/214 Sch 4 para 9; SI 2012/2885 Sch 4 para 10; SI 2013/3029 Sch 3; SSI 2012/319 Sch 2")
def additional_earnings_disregard(
    adults, works_enough_for_more, joint_net_earnings, basic_earnings_disregard, left_out_longer_hours
) -> GBP/week:
    """The further part of earnings that is left out for people who work longer hours"""
    if not any(works_enough_for_more for person in adults):
        "Nobody works the hours that are needed for it."
        return 0
    if joint_net_earnings < basic_earnings_disregard + left_out_longer_hours:
        "Earnings of {joint_net_earnings} are too low for it."
        return 0
    return left_out_longer_hours
