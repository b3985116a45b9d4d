# What Pension Credit guarantees.


@household("State Pension Credit Act 2002 s.2(3); SI 2002/1792 reg 6")
def minimum_guarantee(
    standard_minimum_guarantee, guarantee_for_severe_disability, guarantee_for_carers, guarantee_for_children
) -> GBP/week:
    """The income that Pension Credit guarantees you each week"""
    return standard_minimum_guarantee + guarantee_for_severe_disability + guarantee_for_carers + guarantee_for_children


@household("SI 2002/1792 reg 6(1)")
def standard_minimum_guarantee(partners, minimum_guarantee_couple, minimum_guarantee_single) -> GBP/week:
    """The standard amount, for one person or for a couple"""
    if count(partners) > 0:
        "The amount for a couple."
        return minimum_guarantee_couple
    return minimum_guarantee_single


@household("SI 2002/1792 reg 6(4) and (5) and Sch I para 1")
def guarantee_for_severe_disability(people_with_a_severe_disability, guarantee_severe_disability) -> GBP/week:
    """The extra amount for severe disability"""
    return guarantee_severe_disability * people_with_a_severe_disability


@household("SI 2002/1792 reg 6(6)(a) and (8) and Sch I para 4")
def guarantee_for_carers(adults, carers_allowance, guarantee_carer) -> GBP/week:
    """The extra amount for each of you who is entitled to Carer's Allowance"""
    return sum(guarantee_carer for person in adults if carers_allowance)


@household("SI 2002/1792 reg 6(6)(d) and Sch IIA paras 9 and 10")
def guarantee_for_children(
    children, date_of_birth, guarantee_for_a_disability, guarantee_child, guarantee_eldest_child, eldest_child_born_before
) -> GBP/week:
    """The extra amount for children and young people"""
    if count(children) == 0:
        "There are no children."
        return 0
    each = guarantee_child * count(children) + sum(guarantee_for_a_disability for person in children)
    if any(date_of_birth < eldest_child_born_before for person in children):
        "The eldest child was born before {eldest_child_born_before}, so the higher amount is due for that child."
        return each + guarantee_eldest_child - guarantee_child
    return each


@person("SI 2002/1792 Sch IIA para 9(1)(b), (2) and (3)")
def guarantee_for_a_disability(
    disability_benefit, severely_sight_impaired, guarantee_severely_disabled_child, guarantee_disabled_child
) -> GBP/week:
    """The further amount for a disabled child or young person"""
    if severely_sight_impaired or disability_benefit in ("pip_daily_living_enhanced", "dla_care_highest", "armed_forces_independence_payment"):
        "The amount for the highest needs or a severe sight impairment."
        return guarantee_severely_disabled_child
    if disability_benefit != "none":
        "The amount for a disability benefit."
        return guarantee_disabled_child
    return 0
