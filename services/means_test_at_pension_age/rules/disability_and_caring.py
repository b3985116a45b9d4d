# The amounts that are added for a disability and for caring. Wales and Scotland add the same ones as England.


@household("SI 2006/214 Sch 3 Part 3; SI 2012/2885 Sch 2 Part 3; SI 2013/3029 Sch 2 Part 3; SSI 2012/319 Sch 1 Part 3")
def amounts_for_disability_and_caring(
    severe_disability_amount, enhanced_disability_amount, disabled_child_amount, carer_amount
) -> GBP/week:
    """The extra amounts for a disability and for caring"""
    return severe_disability_amount + enhanced_disability_amount + disabled_child_amount + carer_amount


@household("SI 2006/214 Sch 3 para 12(1); SI 2012/2885 Sch 2 para 12(1); SI 2013/3029 Sch 2 Part 4; SSI 2012/319 Sch 1 para 13")
def severe_disability_amount(people_with_a_severe_disability, severe_disability_premium) -> GBP/week:
    """The extra amount for severe disability"""
    return severe_disability_premium * people_with_a_severe_disability


@household("SI 2006/214 Sch 3 paras 7 and 12(2); SI 2012/2885 Sch 2 paras 7 and 12(2); SI 2013/3029 Sch 2 Part 4; SSI 2012/319 Sch 1 para 13")
def enhanced_disability_amount(children, disability_benefit, enhanced_disability_child_premium) -> GBP/week:
    """The extra amount for a child with the highest care needs"""
    return sum(
        enhanced_disability_child_premium for person in children
        if disability_benefit in ("pip_daily_living_enhanced", "dla_care_highest", "armed_forces_independence_payment")
    )


@household("SI 2006/214 Sch 3 paras 8 and 12(3); SI 2012/2885 Sch 2 paras 8 and 12(3); SI 2013/3029 Sch 2 Part 4; SSI 2012/319 Sch 1 para 13")
def disabled_child_amount(children, disability_benefit, severely_sight_impaired, disabled_child_premium) -> GBP/week:
    """The extra amount for a disabled child"""
    return sum(disabled_child_premium for person in children if disability_benefit != "none" or severely_sight_impaired)


@household("SI 2006/214 Sch 3 paras 9 and 12(4); SI 2012/2885 Sch 2 paras 9 and 12(4); SI 2013/3029 Sch 2 Part 4; SSI 2012/319 Sch 1 para 13")
def carer_amount(adults, carers_allowance, carer_premium) -> GBP/week:
    """The extra amount for a carer"""
    return sum(carer_premium for person in adults if carers_allowance)
