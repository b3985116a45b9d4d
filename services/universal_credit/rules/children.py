# The amounts for children, and what is added for their disabilities.


@person("SI 2013/376 reg 24A (until 5 April 2026); SI 2014/1230 reg 43")
def born_before_6_april_2017(date_of_birth, two_child_limit_since) -> yes_no:
    """Whether this child was born before 6 April 2017"""
    return date_of_birth < two_child_limit_since


@household("SI 2013/376 regs 24, 24A and 24B and Sch 12", until="2026-04-05")
def children_paid_for(children, born_before_6_april_2017, two_child_limit_exception, children_within_the_limit) -> number:
    """For how many children an amount is paid"""
    if count(children) <= children_within_the_limit:
        "There are not more than two children."
        return count(children)
    older = count(person for person in children if born_before_6_april_2017)
    born_since = count(person for person in children if not born_before_6_april_2017)
    if born_since == 0:
        "All the children were born before 6 April 2017."
        return older
    if any(two_child_limit_exception == "multiple_birth_or_no_consent" and not born_before_6_april_2017 for person in children):
        return not_covered("A twin or a child conceived without consent can be paid for beyond two children. The order of births decides. Ask Citizens Advice.")
    cared_for = count(
        person for person in children
        if two_child_limit_exception == "adopted_or_cared_for" and not born_before_6_april_2017
    )
    return older + cared_for + max(0, min(born_since - cared_for, children_within_the_limit - older))


@household("SI 2013/376 reg 24, the two-child limit having ended", since="2026-04-06")
def children_paid_for(children) -> number:
    """For how many children an amount is paid"""
    return count(children)


@household("SI 2013/376 regs 24 and 36; SI 2014/1230 reg 43")
def child_element(children, children_paid_for, born_before_6_april_2017, child_amount, first_child_amount) -> GBP/month:
    """The amounts for children and young people"""
    if count(children) == 0:
        "There are no children."
        return 0
    if any(born_before_6_april_2017 for person in children):
        "The first child was born before 6 April 2017, so the higher amount is paid for that child."
        return first_child_amount + child_amount * max(0, children_paid_for - 1)
    return child_amount * children_paid_for


@person("SI 2013/376 regs 24(2) and 36")
def addition_for_disability(
    disability_benefit, severely_sight_impaired, disabled_child_higher, disabled_child_lower
) -> GBP/month:
    """What is added for the disability of this child"""
    if severely_sight_impaired:
        "This child is severely sight impaired."
        return disabled_child_higher
    if disability_benefit in ("pip_daily_living_enhanced", "dla_care_highest"):
        "This child gets the highest rate for care or daily living."
        return disabled_child_higher
    if disability_benefit in (
        "pip_daily_living_standard", "pip_mobility_only", "dla_care_middle", "dla_care_lowest", "dla_mobility_only"
    ):
        "This child gets a disability benefit."
        return disabled_child_lower
    "This child gets no disability benefit that counts for it."
    return 0


@household("SI 2013/376 reg 24(2)")
def disabled_child_additions(children, addition_for_disability) -> GBP/month:
    """What is added for disabled children, also for those beyond a limit on children"""
    return sum(addition_for_disability for person in children)
