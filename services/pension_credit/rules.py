# Pension Credit in Great Britain: State Pension Credit Act 2002 and SI 2002/1792, the State Pension Credit Regulations.
#
# Weekly. Guarantee credit brings income up to a guarantee; savings credit is for those who reached State Pension age
# before 6 April 2016 and put something by. There is no savings limit: savings over 10,000 count as some income instead.
# A couple of mixed ages cannot begin to get it; a couple that had it, or pension-age housing benefit, before 15 May 2019
# and without a break since, keeps it.


# 1. The answer


@household("State Pension Credit Act 2002 ss.1 to 3 and s.4(1A); SI 2019/37 art.4")
def pension_credit_due(
    nation, adults, reached_pension_age, may_have_pension_credit, pension_credit_income, minimum_guarantee, guarantee_credit,
    savings_credit_due
) -> GBP/week:
    """Pension Credit each week"""
    if nation == "northern_ireland":
        return not_covered("These are the rules for Great Britain. Northern Ireland has its own law. Ask the Northern Ireland Pension Centre.")
    if not any(reached_pension_age for person in adults):
        "Pension Credit is for people who have reached State Pension age."
        return 0
    if not may_have_pension_credit:
        "A couple of whom one has not reached State Pension age cannot start to get Pension Credit. Universal Credit may help instead."
        return 0
    if pension_credit_income >= minimum_guarantee and savings_credit_due == 0:
        "Income of {pension_credit_income} is not below the {minimum_guarantee} that Pension Credit guarantees, and there is no savings credit."
        return 0
    return guarantee_credit + savings_credit_due


@household("State Pension Credit Act 2002 ss.1(2) and 4(1A); SI 2019/37 art.4")
def may_have_pension_credit(adults, reached_pension_age, couple_of_mixed_ages, pension_age_award_since_may_2019) -> yes_no:
    """Whether you are old enough for Pension Credit, both of you if you are a couple"""
    if not any(reached_pension_age for person in adults):
        "Nobody has reached State Pension age."
        return False
    if couple_of_mixed_ages:
        "One of you has not reached State Pension age, so only an award that never ended since before 15 May 2019 goes on."
        return pension_age_award_since_may_2019
    return True


@household("State Pension Credit Act 2002 s.4(1A)")
def couple_of_mixed_ages(partners, adults, reached_pension_age) -> yes_no:
    """Whether one of a couple has reached State Pension age and the other has not"""
    if count(partners) == 0:
        "You have no partner."
        return False
    return any(reached_pension_age for person in adults) and not all(reached_pension_age for person in adults)


@household("State Pension Credit Act 2002 s.2(2)")
def guarantee_credit(may_have_pension_credit, pension_credit_income, minimum_guarantee) -> GBP/week:
    """Guarantee credit, which brings your income up to what is guaranteed"""
    if not may_have_pension_credit:
        "You cannot get Pension Credit yet."
        return 0
    if pension_credit_income >= minimum_guarantee:
        "Income of {pension_credit_income} is not below the guarantee of {minimum_guarantee}."
        return 0
    return round_half_up(max(0, minimum_guarantee - pension_credit_income))


# 2. What is guaranteed


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


@person("SI 2002/1792 Sch I para 1(1)")
def gets_benefit_for_severe_disability(disability_benefit) -> yes_no:
    """Whether a benefit is paid that counts for the extra amount for severe disability"""
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced",
        "dla_care_middle", "dla_care_highest", "armed_forces_independence_payment"
    )


@person("SI 2002/1792 Sch I para 2")
def adult_who_could_care(date_of_birth, on_date, gets_benefit_for_severe_disability, severely_sight_impaired) -> yes_no:
    """Whether another adult in the home keeps the extra amount for severe disability from being added"""
    if years_between(date_of_birth, on_date) < 18:
        "Somebody under 18 does not keep the amount from being added."
        return False
    if gets_benefit_for_severe_disability:
        "Somebody who gets a benefit for care does not keep the amount from being added."
        return False
    return not severely_sight_impaired


@household("SI 2002/1792 reg 6(4) and (5) and Sch I para 1")
def guarantee_for_severe_disability(
    adults, other_adults, gets_benefit_for_severe_disability, adult_who_could_care, severely_sight_impaired, carer_is_paid,
    guarantee_severe_disability
) -> GBP/week:
    """The extra amount for severe disability"""
    if not any(gets_benefit_for_severe_disability for person in adults):
        "Neither you nor your partner get a benefit that counts for it."
        return 0
    if any(adult_who_could_care for person in other_adults):
        "Another adult lives in the home."
        return 0
    if any(not gets_benefit_for_severe_disability and not severely_sight_impaired for person in adults):
        "Both of a couple must get a benefit that counts for it, unless the other is severely sight impaired."
        return 0
    return guarantee_severe_disability * count(person for person in adults if gets_benefit_for_severe_disability and not carer_is_paid)


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


# 3. Savings credit


@person("State Pension Credit Act 2002 s.3(1); Pensions Act 1995 Sch 4")
def reached_before_april_2016(
    date_of_birth, pension_age_before_april_2016, everyone_born_before, nobody_born_from
) -> yes_no:
    """Whether State Pension age was reached before 6 April 2016"""
    if date_of_birth < everyone_born_before:
        "Everybody born before {everyone_born_before} had reached it."
        return True
    if date_of_birth >= nobody_born_from:
        "Nobody born on or after {nobody_born_from} had reached it."
        return False
    return pension_age_before_april_2016


@household("State Pension Credit Act 2002 s.3; SI 2002/1792 regs 7 and 7A")
def savings_credit_due(
    may_have_pension_credit, adults, reached_before_april_2016, savings_credit_since_april_2016, pension_credit_income,
    savings_credit_threshold, savings_credit_earned, savings_credit_taken_back
) -> GBP/week:
    """Savings credit, for people who put something by for their retirement"""
    if not may_have_pension_credit:
        "You cannot get Pension Credit yet."
        return 0
    if not any(reached_before_april_2016 for person in adults):
        "Savings credit is only for people who reached State Pension age before 6 April 2016."
        return 0
    if any(not reached_before_april_2016 for person in adults) and not savings_credit_since_april_2016:
        "Only one of you reached State Pension age before 6 April 2016, and neither has had savings credit without a break since then."
        return 0
    if pension_credit_income <= savings_credit_threshold:
        "Income of {pension_credit_income} is not over the {savings_credit_threshold} at which savings credit begins."
        return 0
    if savings_credit_taken_back >= savings_credit_earned:
        "Income is too high: {savings_credit_earned} less {savings_credit_taken_back} leaves nothing."
        return 0
    return round_half_up(max(0, savings_credit_earned - savings_credit_taken_back))


@household("State Pension Credit Act 2002 s.3(7); SI 2002/1792 reg 7(2)")
def savings_credit_threshold(partners, savings_credit_begins_couple, savings_credit_begins_single) -> GBP/week:
    """The income at which savings credit begins"""
    if count(partners) > 0:
        "The amount for a couple."
        return savings_credit_begins_couple
    return savings_credit_begins_single


@household("State Pension Credit Act 2002 s.3(4) amount A and s.3(7); SI 2002/1792 reg 7(1)(a)")
def savings_credit_earned(
    pension_credit_income, savings_credit_threshold, standard_minimum_guarantee, savings_credit_share
) -> GBP/week:
    """A share of the income above the threshold, up to the most that savings credit can be"""
    counted = min(pension_credit_income, standard_minimum_guarantee)
    return savings_credit_share * max(0, counted - savings_credit_threshold)


@household("State Pension Credit Act 2002 s.3(4) amount B; SI 2002/1792 reg 7(1)(c)")
def savings_credit_taken_back(pension_credit_income, minimum_guarantee, share_of_income_over_guarantee) -> GBP/week:
    """A share of the income above what is guaranteed"""
    return share_of_income_over_guarantee * max(0, pension_credit_income - minimum_guarantee)


# 4. Income


@household("State Pension Credit Act 2002 ss.15 and 16; SI 2002/1792 regs 15 to 18")
def pension_credit_income(adults, retirement_income, pay_that_counts, other_income, war_pensions_that_count, deemed_income) -> GBP/week:
    """The income that counts for Pension Credit"""
    return sum(retirement_income for person in adults) + pay_that_counts + sum(other_income for person in adults) + war_pensions_that_count + deemed_income


@household("State Pension Credit Act 2002 s.15(2); SI 2002/1792 reg 15(6)")
def deemed_income(savings, deemed_income_from, deemed_income_step, deemed_income_for_each_step) -> GBP/week:
    """Income counted for savings: 1 pound for each 500, or part of 500, over 10,000"""
    if savings <= deemed_income_from:
        "Savings of {savings} are not over {deemed_income_from}."
        return 0
    return deemed_income_for_each_step * ceil((savings - deemed_income_from) / deemed_income_step)


@person("State Pension Credit Act 2002 s.16; SI 2002/1792 reg 17(10)")
def retirement_income(state_pension, private_pension, tax_on_pensions) -> GBP/week:
    """State Pension and other pensions, less tax on them"""
    return max(0, state_pension + private_pension - tax_on_pensions)


@household("SI 2002/1792 Sch IV para 1")
def war_pensions_that_count(adults, war_pension, war_pension_not_counted) -> GBP/week:
    """War pensions, with a part left out"""
    return max(0, sum(war_pension for person in adults) - war_pension_not_counted)


@person("SI 2002/1792 reg 17A(4A) and reg 17B; Computation of Earnings Regulations 1996")
def pay_after_tax(works_for_pay, earnings, tax_on_earnings, pension_contributions) -> GBP/week:
    """Pay after tax, National Insurance and half of any payment into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return max(0, earnings - tax_on_earnings - pension_contributions / 2)


@household("SI 2002/1792 reg 17(9) and Sch VI")
def pay_that_counts(adults, pay_after_tax, pay_left_out) -> GBP/week:
    """The pay that counts, after the part that the law leaves out"""
    return max(0, sum(pay_after_tax for person in adults) - pay_left_out)


@household("SI 2002/1792 Sch VI paras 1, 3, 4 and 5")
def pay_left_out(
    adults, partners, children, works_for_pay, carers_allowance, disability_benefit, severely_sight_impaired,
    pay_left_out_at_most, pay_left_out_couple, pay_left_out_single
) -> GBP/week:
    """The part of pay that is left out"""
    if not any(works_for_pay for person in adults):
        "There is no paid work."
        return 0
    if count(partners) == 0 and count(children) > 0:
        "The part for a lone parent."
        return pay_left_out_at_most
    if any(works_for_pay and carers_allowance for person in adults):
        "The part for a carer who works."
        return pay_left_out_at_most
    if any(disability_benefit != "none" or severely_sight_impaired for person in adults):
        "The part for a person with a disability benefit or a severe sight impairment."
        return pay_left_out_at_most
    if count(partners) > 0:
        "The part for a couple."
        return pay_left_out_couple
    "The part for a single person."
    return pay_left_out_single
