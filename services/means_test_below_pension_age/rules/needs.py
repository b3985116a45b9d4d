# What is added below State Pension age to what the law says people need, for a disability and for caring.


@household("SSI 2021/249 reg 35 and Sch 1 paras 3 to 17; SI 2013/3029 Sch 6 para 1 and Sch 7 Part 3")
def extra_amounts_below_pension_age(
    disability_premium_below_pension_age, severe_disability_below_pension_age, enhanced_disability_below_pension_age,
    disabled_children_below_pension_age, carers_below_pension_age
) -> GBP/week:
    """The extra amounts for a disability and for caring, below State Pension age"""
    return (
        disability_premium_below_pension_age + severe_disability_below_pension_age + enhanced_disability_below_pension_age
        + disabled_children_below_pension_age + carers_below_pension_age
    )


@person("SSI 2021/249 Sch 1 para 12; SI 2013/3029 Sch 7 para 10")
def has_a_disability_that_counts(disability_benefit, severely_sight_impaired) -> yes_no:
    """Whether a disability benefit or a severe sight impairment adds an amount"""
    return disability_benefit != "none" or severely_sight_impaired


@person("SSI 2021/249 Sch 1 para 12(8) and (9); SI 2013/376 regs 39 and 40")
def has_limited_capability(work_capability) -> yes_no:
    """Whether the decision is limited capability for work"""
    return work_capability != "no_decision"


@household("SSI 2021/249 Sch 1 paras 11, 12 and 17; SI 2013/3029 Sch 7 paras 9, 10 and 17(1)")
def disability_premium_below_pension_age(
    adults, partners, has_a_disability_that_counts, has_limited_capability, premium_for_disability_single,
    premium_for_disability_couple
) -> GBP/week:
    """The extra amount for a disability"""
    if not any(has_a_disability_that_counts for person in adults):
        "Neither you nor a partner gets a disability benefit or is severely sight impaired."
        return 0
    if any(has_limited_capability for person in adults):
        "It is not added when the decision is limited capability for work."
        return 0
    if count(partners) > 0:
        "The amount for a couple."
        return premium_for_disability_couple
    return premium_for_disability_single


@household("SSI 2021/249 Sch 1 paras 13 and 17; SI 2013/3029 Sch 7 paras 11 and 17(2)")
def severe_disability_below_pension_age(people_with_a_severe_disability, premium_for_severe_disability) -> GBP/week:
    """The extra amount for severe disability"""
    return premium_for_severe_disability * people_with_a_severe_disability


@person("SSI 2021/249 Sch 1 para 14; SI 2013/3029 Sch 7 para 12")
def has_the_highest_rate_for_care(disability_benefit) -> yes_no:
    """Whether the highest rate of a benefit for care or daily living is paid"""
    return disability_benefit in ("pip_daily_living_enhanced", "dla_care_highest", "armed_forces_independence_payment")


@household("SSI 2021/249 Sch 1 paras 14 and 17; SI 2013/3029 Sch 7 paras 12 and 17(5)")
def enhanced_disability_below_pension_age(
    adults, partners, has_the_highest_rate_for_care, premium_for_enhanced_disability_single,
    premium_for_enhanced_disability_couple
) -> GBP/week:
    """The extra amount for the highest needs of you or your partner"""
    if not any(has_the_highest_rate_for_care for person in adults):
        "Neither you nor a partner gets the highest rate for care or daily living."
        return 0
    if count(partners) > 0:
        "The amount for a couple."
        return premium_for_enhanced_disability_couple
    return premium_for_enhanced_disability_single


@person("SSI 2021/249 Sch 1 paras 3 and 4; SI 2013/3029 Sch 7 paras 12 and 13; SI 2013/376 reg 24(2)")
def extra_amount_for_this_child(
    has_a_disability_that_counts, has_the_highest_rate_for_care, severely_sight_impaired, universal_credit,
    premium_for_a_disabled_child, premium_for_a_child_with_the_highest_needs
) -> GBP/week:
    """The extra amounts for this child"""
    if not has_a_disability_that_counts:
        "This child gets no disability benefit and is not severely sight impaired."
        return 0
    if has_the_highest_rate_for_care:
        "This child gets the highest rate for care or daily living."
        return premium_for_a_disabled_child + premium_for_a_child_with_the_highest_needs
    # Paragraph 4 of Scotland's Schedule follows the two rates of Universal Credit, which has its higher one here.
    if severely_sight_impaired and universal_credit > 0:
        "This child is severely sight impaired, for which Universal Credit adds its higher amount."
        return premium_for_a_disabled_child + premium_for_a_child_with_the_highest_needs
    return premium_for_a_disabled_child


@household("SSI 2021/249 Sch 1 paras 3 and 4; SI 2013/3029 Sch 7 paras 12 and 13")
def disabled_children_below_pension_age(children, extra_amount_for_this_child) -> GBP/week:
    """The extra amounts for disabled children"""
    return sum(extra_amount_for_this_child for person in children)


@person("SSI 2021/249 Sch 1 paras 5 and 6; SI 2013/3029 Sch 7 para 14")
def counts_as_a_carer(carers_allowance, universal_credit, is_carer, cannot_prepare_for_work) -> yes_no:
    """Whether an amount is added because this person is a carer"""
    if carers_allowance:
        "There is entitlement to Carer's Allowance or Carer Support Payment."
        return True
    if universal_credit <= 0:
        "There is no Universal Credit, whose amount for carers would count."
        return False
    if cannot_prepare_for_work:
        "Universal Credit pays its amount for health here, and not the one for carers as well."
        return False
    return is_carer


@household("SSI 2021/249 Sch 1 paras 5, 6 and 17; SI 2013/3029 Sch 7 paras 14 and 17(4)")
def carers_below_pension_age(adults, counts_as_a_carer, premium_for_a_carer) -> GBP/week:
    """The extra amount for each carer"""
    return sum(premium_for_a_carer for person in adults if counts_as_a_carer)
