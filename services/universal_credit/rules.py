# Universal Credit in England, Wales and Scotland: SI 2013/376, the Universal Credit Regulations 2013.
# Welfare Reform Act 2012 Part 1; SI 2014/1230 (transitional); Universal Credit Act 2025 (health element from April 2026).
#
# The day that an answer is about is the first day of an assessment period, which is a month: new rates and the end of the
# two-child limit hold for periods that begin on or after their first day. Amounts are rounded to a penny, half up, where
# regulation 6 has an amount worked out. What is given a week is made monthly as Schedule 4 paragraph 7 does it: times 52,
# over 12. Net pay and Child Benefit are worked out by their own folders.


# 1. The answer


@household("Welfare Reform Act 2012 ss.3 to 5 and 8; SI 2013/376 regs 18 and 81")
def universal_credit(
    nation, adults, reached_pension_age, is_adult, savings, capital_limit, award_before_the_cap, benefit_cap_reduction
) -> GBP/month:
    """Universal Credit for a month"""
    if nation == "northern_ireland":
        return not_covered("Northern Ireland has its own law on Universal Credit. Apply to the Department for Communities.")
    if all(reached_pension_age for person in adults):
        "You have reached State Pension age. Pension Credit and Housing Benefit take the place of Universal Credit."
        return 0
    if any(not is_adult for person in adults):
        return not_covered("Under 18 there are rules of their own, and some people can get it. Ask Citizens Advice before you apply.")
    if savings > capital_limit:
        "Savings of {savings} are over the limit of {capital_limit}."
        return 0
    if award_before_the_cap <= 0:
        "Income is as much as the most that you could get, or more."
        return 0
    if benefit_cap_reduction > 0:
        "The limit on benefits takes {benefit_cap_reduction} off."
        return max(0, award_before_the_cap - benefit_cap_reduction)
    return award_before_the_cap


@household("Welfare Reform Act 2012 s.8; SI 2013/376 reg 22")
def award_before_the_cap(maximum_amount, unearned_income, assumed_income_from_savings, taken_for_earnings) -> GBP/month:
    """The most that you could get, less what is taken for income"""
    return max(0, maximum_amount - unearned_income - assumed_income_from_savings - taken_for_earnings)


@household("Welfare Reform Act 2012 s.8(2); SI 2013/376 regs 23 and 36")
def maximum_amount(
    standard_allowance, child_element, disabled_child_additions, health_element, carer_element,
    housing_costs_element, childcare_costs_element
) -> GBP/month:
    """The most that you could get: the standard allowance and the amounts for what you need besides"""
    return (
        standard_allowance + child_element + disabled_child_additions + health_element + carer_element
        + housing_costs_element + childcare_costs_element
    )


@person("Welfare Reform Act 2012 s.4(1)(a)")
def is_adult(date_of_birth, on_date) -> yes_no:
    """Whether this person is 18 or older"""
    return years_between(date_of_birth, on_date) >= 18


# 2. The standard allowance and the amounts for children


@person("SI 2013/376 reg 36")
def is_25_or_older(date_of_birth, on_date) -> yes_no:
    """Whether this person is 25 or older"""
    return years_between(date_of_birth, on_date) >= 25


@household("SI 2013/376 reg 36")
def standard_allowance(
    adults, partners, is_25_or_older, standard_couple_25, standard_couple_under_25, standard_single_25,
    standard_single_under_25
) -> GBP/month:
    """The standard allowance"""
    if count(partners) > 0:
        if any(is_25_or_older for person in adults):
            "The amount for a couple of whom one or both are 25 or older."
            return standard_couple_25
        "The amount for a couple who are both under 25."
        return standard_couple_under_25
    if any(is_25_or_older for person in adults):
        "The amount for a single person who is 25 or older."
        return standard_single_25
    "The amount for a single person under 25."
    return standard_single_under_25


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


# 3. Health and caring


@person("SI 2013/376 regs 27 and 40")
def cannot_prepare_for_work(work_capability) -> yes_no:
    """Whether the decision is limited capability for work and work-related activity"""
    return work_capability in ("no_activity_protected", "no_activity_new")


@household("SI 2013/376 regs 27 and 36; Universal Credit Act 2025 ss.2 and 3")
def health_element(adults, work_capability, cannot_prepare_for_work, health_amount_protected, health_amount_new) -> GBP/month:
    """The amount for a health condition that keeps you from working and preparing for work"""
    if not any(cannot_prepare_for_work for person in adults):
        "Nobody was found to have limited capability for work and work-related activity."
        return 0
    if any(work_capability == "no_activity_protected" for person in adults):
        "The protected amount: from before 6 April 2026, or severe conditions, or terminal illness."
        return health_amount_protected
    "The amount for decisions from 6 April 2026 on."
    return health_amount_new


@person("SI 2013/376 reg 30")
def is_carer(hours_of_care, cared_for_gets_benefit, hours_of_a_carer) -> yes_no:
    """Whether this person has regular and substantial caring responsibilities"""
    if hours_of_care < hours_of_a_carer:
        "Care is given for fewer than {hours_of_a_carer} hours a week."
        return False
    return cared_for_gets_benefit


@household("SI 2013/376 regs 29 and 36")
def carer_element(adults, is_carer, cannot_prepare_for_work, carer_amount_monthly) -> GBP/month:
    """The amount for carers"""
    carers = count(person for person in adults if is_carer)
    if carers == 0:
        "Nobody cares for a severely disabled person for 35 hours a week."
        return 0
    if not any(cannot_prepare_for_work for person in adults):
        "The amount for each carer."
        return carer_amount_monthly * carers
    if any(cannot_prepare_for_work and not is_carer for person in adults):
        "The amount for each carer. The amount for health is for the other of you."
        return carer_amount_monthly * carers
    "For one person only the amount for health is paid, and not the amount for a carer as well."
    return carer_amount_monthly * max(0, carers - 1)


# 4. Housing costs


@household("SI 2013/376 regs 25 and 26 and Sch 4 paras 3, 22, 25 and 34 to 36")
def housing_costs_element(tenure, rent, rent_that_counts, housing_cost_contributions) -> GBP/month:
    """Help with rent"""
    if tenure not in ("social_rent", "private_rent"):
        "No rent is paid. Universal Credit does not help with a mortgage; a loan for its interest can be asked for."
        return 0
    if rent == 0:
        "No rent is paid."
        return 0
    return max(0, rent_that_counts - housing_cost_contributions)


@household("SI 2013/376 Sch 4 paras 22 and 34 to 36")
def rent_that_counts(
    tenure, rent, rental_area, local_housing_allowance, area_allowance, bedrooms, bedrooms_counted,
    share_lost_for_one_bedroom, share_lost_for_two_bedrooms
) -> GBP/month:
    """The rent that can be helped with, before what other adults are expected to pay"""
    if tenure == "private_rent":
        limit = local_housing_allowance if rental_area == "another" else area_allowance
        if rent > limit:
            "Help with a rent of {rent} is limited to the Local Housing Allowance of {limit}."
            return limit
        "The rent is not more than the Local Housing Allowance of {limit}."
        return rent
    if bedrooms <= bedrooms_counted:
        "The home has no more bedrooms than the {bedrooms_counted} that the law counts for you."
        return rent
    if bedrooms - bedrooms_counted < 2:
        "The home has one bedroom more than the {bedrooms_counted} that the law counts for you, so {share_lost_for_one_bedroom} of the rent is not helped with."
        return max(0, rent - round_half_up(rent * share_lost_for_one_bedroom))
    "The home has two or more bedrooms more than the {bedrooms_counted} that the law counts for you, so {share_lost_for_two_bedrooms} of the rent is not helped with."
    return max(0, rent - round_half_up(rent * share_lost_for_two_bedrooms))


@household("SI 2013/376 Sch 4 para 25; SI 2013/382 Sch 1")
def area_allowance(
    rental_area, bedrooms_of_the_allowance, allowance_shared, allowance_one_bedroom, allowance_two_bedrooms,
    allowance_three_bedrooms, allowance_four_bedrooms
) -> GBP/month:
    """The Local Housing Allowance of the area for the bedrooms that the law counts"""
    if bedrooms_of_the_allowance == 0:
        "The rate for a room in a shared home."
        return lookup(allowance_shared, rental_area)
    elif bedrooms_of_the_allowance < 2:
        "The rate for one bedroom."
        return lookup(allowance_one_bedroom, rental_area)
    elif bedrooms_of_the_allowance < 3:
        "The rate for two bedrooms."
        return lookup(allowance_two_bedrooms, rental_area)
    elif bedrooms_of_the_allowance < 4:
        "The rate for three bedrooms."
        return lookup(allowance_three_bedrooms, rental_area)
    "The rate for four bedrooms, which is the highest."
    return lookup(allowance_four_bedrooms, rental_area)


@household("SI 2013/376 Sch 4 paras 26 to 28")
def bedrooms_of_the_allowance(
    partners, children, other_adults, adults, only_shared_rate, bedrooms_counted, most_bedrooms_of_the_allowance
) -> number:
    """The bedrooms of the Local Housing Allowance, 0 for a room in a shared home"""
    if count(partners) == 0 and count(children) == 0 and count(other_adults) == 0 and any(only_shared_rate for person in adults):
        "Single people under 35 who live alone get the rate for a room in a shared home."
        return 0
    return min(bedrooms_counted, most_bedrooms_of_the_allowance)


@person("SI 2013/376 Sch 4 paras 28 and 29")
def only_shared_rate(
    date_of_birth, on_date, shared_rate_below_age, disability_benefit, not_only_shared_rate, further_bedrooms
) -> yes_no:
    """Whether this person, if single and alone, gets help for a room in a shared home only"""
    if years_between(date_of_birth, on_date) >= shared_rate_below_age:
        "This person is {shared_rate_below_age} or older."
        return False
    if disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced", "dla_care_middle",
        "dla_care_highest", "armed_forces_independence_payment"
    ):
        "This person gets a disability benefit for care."
        return False
    if further_bedrooms > 0:
        "A further bedroom is needed, for a foster child or a carer at night."
        return False
    return not not_only_shared_rate


@person("SI 2013/376 Sch 4 para 10(1)(b); Welfare Reform Act 2012 s.40")
def is_under_16(date_of_birth, on_date) -> yes_no:
    """Whether this child is under 16"""
    return years_between(date_of_birth, on_date) < 16


@person("SI 2013/376 Sch 4 para 10(1)(d)")
def is_under_10(date_of_birth, on_date) -> yes_no:
    """Whether this child is under 10"""
    return years_between(date_of_birth, on_date) < 10


@person("SI 2013/376 Sch 4 para 9(2)")
def is_grown_up_non_dependant(date_of_birth, on_date) -> yes_no:
    """Whether this other adult is 16 or older, so that a bedroom is counted"""
    return years_between(date_of_birth, on_date) >= 16


@household("SI 2013/376 Sch 4 paras 8 to 12")
def bedrooms_counted(children, other_adults, is_under_16, is_grown_up_non_dependant, bedrooms_for_children, further_bedrooms) -> number:
    """The bedrooms that the law counts: one for you or the two of you, and those for the others"""
    young_people = count(person for person in children if not is_under_16)
    others = count(person for person in other_adults if is_grown_up_non_dependant)
    return 1 + young_people + others + bedrooms_for_children + further_bedrooms


@household("SI 2013/376 Sch 4 para 10(1)(d) to (f) and (2)")
def bedrooms_for_children(children, is_under_16, is_under_10, sex) -> number:
    """The fewest bedrooms for the children under 16: two of one sex share, and two under 10 share"""
    if count(person for person in children if is_under_16) <= 1:
        "There is not more than one child under 16."
        return count(person for person in children if is_under_16)
    girls = count(person for person in children if is_under_16 and not is_under_10 and sex == "female")
    boys = count(person for person in children if is_under_16 and not is_under_10 and sex == "male")
    small_girls = count(person for person in children if is_under_10 and sex == "female")
    small_boys = count(person for person in children if is_under_10 and sex == "male")
    rooms_of_girls = ceil(girls / 2)
    rooms_of_boys = ceil(boys / 2)
    # A girl or boy of 10 or older who is left over shares with a younger one of the same sex, if there is one.
    left_girls = max(0, small_girls - (2 * rooms_of_girls - girls))
    left_boys = max(0, small_boys - (2 * rooms_of_boys - boys))
    return rooms_of_girls + rooms_of_boys + ceil((left_girls + left_boys) / 2)


@person("SI 2013/376 Sch 4 para 15")
def stops_contributions(severely_sight_impaired, disability_benefit) -> yes_no:
    """Whether a disability of yours or your partner's means that nothing is expected from other adults"""
    if severely_sight_impaired:
        "Nothing is expected from other adults when you or your partner are severely sight impaired."
        return True
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced", "dla_care_middle",
        "dla_care_highest", "armed_forces_independence_payment"
    )


@person("SI 2013/376 Sch 4 paras 13, 14 and 16")
def housing_cost_contribution(
    date_of_birth, on_date, rent_contributions_from_age, disability_benefit, income_related_benefit, carers_allowance,
    not_counted_because, responsible_for_child_under_5, expected_from_each_adult
) -> GBP/month:
    """What this other adult is expected to pay towards the rent"""
    if years_between(date_of_birth, on_date) < rent_contributions_from_age:
        "Nothing is expected from somebody under {rent_contributions_from_age}."
        return 0
    if disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced", "dla_care_middle",
        "dla_care_highest", "armed_forces_independence_payment"
    ):
        "Nothing is expected from somebody who gets a disability benefit for care."
        return 0
    if income_related_benefit == "pension_credit":
        "Nothing is expected from somebody who gets Pension Credit."
        return 0
    if carers_allowance:
        "Nothing is expected from somebody who gets Carer's Allowance."
        return 0
    if not_counted_because == "detained":
        "Nothing is expected from a prisoner."
        return 0
    if responsible_for_child_under_5:
        "Nothing is expected from somebody who is responsible for a child under 5."
        return 0
    return expected_from_each_adult


@household("SI 2013/376 Sch 4 paras 13 to 16")
def housing_cost_contributions(adults, other_adults, stops_contributions, housing_cost_contribution) -> GBP/month:
    """What other adults who live in the home are expected to pay towards the rent"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return 0
    if any(stops_contributions for person in adults):
        "You or your partner are severely sight impaired or get a benefit for care, so nothing is expected from other adults."
        return 0
    return sum(housing_cost_contribution for person in other_adults)


# 5. Childcare


@person("SI 2013/376 reg 32(2)")
def cannot_look_after_children(work_capability, is_carer) -> yes_no:
    """Whether health or caring keeps this person from looking after the children"""
    if work_capability != "no_decision":
        "This person has limited capability for work."
        return True
    return is_carer


@household("SI 2013/376 reg 32")
def works_so_that_childcare_counts(adults, works_for_pay, cannot_look_after_children) -> yes_no:
    """Whether all the adults work, or one works and the other cannot look after the children"""
    if not any(works_for_pay for person in adults):
        "Nobody is in paid work."
        return False
    return all(works_for_pay or cannot_look_after_children for person in adults)


@household("SI 2013/376 regs 31 to 34 and 36")
def childcare_costs_element(
    children, is_under_16, works_so_that_childcare_counts, childcare_costs, share_of_childcare_costs,
    childcare_limit_one_child, childcare_limit_more_children
) -> GBP/month:
    """Help with the costs of childcare"""
    if not any(is_under_16 for person in children):
        "There are no children under 16."
        return 0
    if not works_so_that_childcare_counts:
        "Childcare is helped with when the adults work."
        return 0
    paid = sum(childcare_costs for person in children if is_under_16)
    if paid <= 0:
        "No childcare is paid for."
        return 0
    share = round_half_up(paid * share_of_childcare_costs)
    if count(person for person in children if is_under_16 and childcare_costs > 0) > 1:
        "{share_of_childcare_costs} of {paid}, at most {childcare_limit_more_children} for two or more children."
        return min(share, childcare_limit_more_children)
    "{share_of_childcare_costs} of {paid}, at most {childcare_limit_one_child} for one child."
    return min(share, childcare_limit_one_child)


# 6. Income


@household("SI 2013/376 reg 22(1)")
def joint_monthly_earnings(adults, net_pay) -> GBP/month:
    """The net earnings of you and your partner together"""
    return sum(net_pay for person in adults)


@household("SI 2013/376 regs 22(1)(b) and 62")
def earnings_with_the_floor(adults, earnings_that_are_counted) -> GBP/month:
    """The earnings that count, with what self-employed people are treated as earning"""
    return sum(earnings_that_are_counted for person in adults)


@household("SI 2013/376 reg 22")
def work_allowance(
    adults, children, work_capability, housing_costs_element, work_allowance_with_housing, work_allowance_without_housing
) -> GBP/month:
    """The part of earnings that takes nothing off"""
    if count(children) == 0 and not any(work_capability != "no_decision" for person in adults):
        "It is for people with children or with limited capability for work."
        return 0
    if housing_costs_element > 0:
        "The lower one, because there is help with rent."
        return work_allowance_with_housing
    "The higher one, because there is no help with rent."
    return work_allowance_without_housing


@household("SI 2013/376 reg 22(1)(b)")
def taken_for_earnings(earnings_with_the_floor, work_allowance, taper) -> GBP/month:
    """What is taken off for earnings"""
    if earnings_with_the_floor <= 0:
        "There are no earnings."
        return 0
    if earnings_with_the_floor <= work_allowance:
        "Earnings of {earnings_with_the_floor} are not more than the work allowance of {work_allowance}."
        return 0
    over = earnings_with_the_floor - work_allowance
    return round_half_up(over * taper)


@person("SI 2013/376 reg 66")
def unearned_income_of_one(state_pension, private_pension, other_income) -> GBP/month:
    """Pensions and other income in a month, all of it"""
    return round_half_up(monthly(state_pension + private_pension + other_income))


@household("SI 2013/376 regs 22(1)(a) and 66")
def unearned_income(adults, unearned_income_of_one) -> GBP/month:
    """Pensions and other income of you and your partner, which are taken off in full"""
    return sum(unearned_income_of_one for person in adults)


@household("SI 2013/376 reg 72")
def assumed_income_from_savings(
    savings, savings_without_effect, savings_step, assumed_income_for_each_step
) -> GBP/month:
    """Income assumed for savings: 4.35 pounds for each 250, or part of 250, over 6,000"""
    if savings <= savings_without_effect:
        "Savings of {savings} are not over {savings_without_effect}."
        return 0
    return assumed_income_for_each_step * ceil((savings - savings_without_effect) / savings_step)


# 7. The minimum income floor of self-employed people


@person("SI 2013/376 regs 62(1) and 63")
def floor_can_apply(works_for_pay, self_employed_profit, self_employed_over_a_year, work_requirements) -> yes_no:
    """Whether this person may be treated as earning more than the profit"""
    if not works_for_pay:
        "There is no paid work."
        return False
    if self_employed_profit <= 0:
        "There is no profit from self-employment."
        return False
    if not self_employed_over_a_year:
        "It is not the main work, or it began less than 12 months ago."
        return False
    return work_requirements == "look_for_work"


@household("SI 2013/376 reg 62")
def somebody_has_a_floor(adults, floor_can_apply) -> yes_no:
    """Whether one of you may be treated as earning more than the profit"""
    return any(floor_can_apply for person in adults)


@person("SI 2013/376 reg 90(2); SI 2015/621 regs 4 and 4A")
def minimum_wage_for_an_hour(date_of_birth, on_date, living_wage_from_age, living_wage, minimum_wage_18_to_20) -> GBP/week:
    """The minimum wage at this person's age, a week for each hour that is worked in it"""
    if years_between(date_of_birth, on_date) >= living_wage_from_age:
        "The National Living Wage, from the age of {living_wage_from_age}."
        return living_wage
    "The minimum wage from 18 to 20."
    return minimum_wage_18_to_20


@person("SI 2013/376 reg 90(2)")
def hours_of_the_threshold(somebody_has_a_floor, work_requirements, expected_hours, hours_when_preparing) -> number:
    """The hours for which the minimum wage is counted"""
    if not somebody_has_a_floor:
        "They count only when somebody has been self-employed for more than a year."
        return 0
    if work_requirements == "look_for_work":
        "The hours of the claimant commitment."
        return expected_hours
    if work_requirements == "prepare":
        "{hours_when_preparing} hours, because only preparing for work is asked."
        return hours_when_preparing
    "Nothing is asked."
    return 0


@person("SI 2013/376 regs 62(4) and 90(2)")
def individual_threshold(
    hours_of_the_threshold, nation, minimum_wage_for_an_hour, standard_tax_free_allowance, basic_rate,
    scottish_starter_rate, scottish_starter_limit, scottish_basic_rate, lower_profits_limit, main_class_4_rate
) -> GBP/month:
    """The minimum wage for the hours expected, less tax and National Insurance on it"""
    if hours_of_the_threshold == 0:
        "No hours are counted."
        return 0
    gross = yearly(minimum_wage_for_an_hour * hours_of_the_threshold)
    taxed = max(0, gross - standard_tax_free_allowance)
    insurance = max(0, gross - lower_profits_limit) * main_class_4_rate
    at_starter_rate = min(taxed, scottish_starter_limit)
    scottish_tax = at_starter_rate * scottish_starter_rate + (taxed - at_starter_rate) * scottish_basic_rate
    tax = scottish_tax if nation == "scotland" else taxed * basic_rate
    return round_half_up(monthly(max(0, gross - tax - insurance)))


@household("SI 2013/376 regs 62(4) and 90(3)")
def couple_threshold(adults, individual_threshold) -> GBP/month:
    """The thresholds of you and your partner together"""
    return sum(individual_threshold for person in adults)


@person("SI 2013/376 reg 62(2) and (3)")
def earnings_that_are_counted(
    net_pay, floor_can_apply, individual_threshold, joint_monthly_earnings, couple_threshold
) -> GBP/month:
    """This person's earnings, or what a self-employed person is treated as earning"""
    if not floor_can_apply:
        "The earnings themselves."
        return net_pay
    if net_pay >= individual_threshold or joint_monthly_earnings >= couple_threshold:
        "The earnings are enough to be counted as they are."
        return net_pay
    with_partner = individual_threshold + joint_monthly_earnings - net_pay
    too_much = max(0, with_partner - couple_threshold)
    "Profit of {net_pay} after tax is below the minimum wage of {individual_threshold} for the hours expected, so that is counted."
    return max(0, individual_threshold - too_much)


# 8. The benefit cap


@household("Welfare Reform Act 2012 ss.4 and 5; SI 2013/376 regs 3 and 18")
def age_and_savings_allow_it(adults, reached_pension_age, savings, capital_limit) -> yes_no:
    """Whether somebody is below State Pension age and savings are not over the limit"""
    if all(reached_pension_age for person in adults):
        "You have reached State Pension age."
        return False
    return savings <= capital_limit


@household("Welfare Reform Act 2012 s.96; SI 2013/376 regs 79 to 83")
def benefit_cap_reduction(
    age_and_savings_allow_it, award_before_the_cap, benefits_under_the_cap, most_benefits_a_month, outside_the_benefit_cap,
    childcare_costs_element
) -> GBP/month:
    """What the limit on benefits takes off"""
    if not age_and_savings_allow_it or award_before_the_cap <= 0:
        "There is no Universal Credit that it could take from."
        return 0
    if benefits_under_the_cap <= most_benefits_a_month:
        "Benefits of {benefits_under_the_cap} are not over the limit of {most_benefits_a_month}."
        return 0
    if outside_the_benefit_cap:
        "The limit does not hold for you."
        return 0
    over = benefits_under_the_cap - most_benefits_a_month
    if childcare_costs_element >= over:
        "Help with childcare is not capped, and it is as much as the {over} over the limit, or more."
        return 0
    "Benefits of {benefits_under_the_cap} are {over} over the limit of {most_benefits_a_month}. Help with childcare is left out."
    return max(0, min(award_before_the_cap, over - childcare_costs_element))


@household("SI 2013/376 reg 80A")
def most_benefits_a_month(
    partners, children, lives_in_london, cap_london_families, cap_london_single, cap_families, cap_single
) -> GBP/month:
    """The limit on benefits"""
    if count(partners) > 0 or count(children) > 0:
        if lives_in_london:
            "The limit for couples and for people with children, in Greater London."
            return round_half_up(monthly(cap_london_families))
        "The limit for couples and for people with children, outside Greater London."
        return round_half_up(monthly(cap_families))
    if lives_in_london:
        "The limit for single people without children, in Greater London."
        return round_half_up(monthly(cap_london_single))
    "The limit for single people without children, outside Greater London."
    return round_half_up(monthly(cap_single))


@household("Welfare Reform Act 2012 s.96(10); SI 2013/376 reg 80")
def benefits_under_the_cap(award_before_the_cap, adults, earnings_replacement_benefits, child_benefit) -> GBP/month:
    """Universal Credit, Child Benefit and benefits that stand in for earnings"""
    others = sum(earnings_replacement_benefits for person in adults)
    return award_before_the_cap + round_half_up(monthly(child_benefit)) + round_half_up(monthly(others))


@household("SI 2013/376 reg 82(1)(a) and (4)")
def earns_enough_not_to_be_capped(joint_monthly_earnings, living_wage, hours_to_escape_the_cap) -> yes_no:
    """Whether net earnings are those of 16 hours a week at the National Living Wage, or more"""
    return joint_monthly_earnings >= round_half_up(monthly(living_wage * hours_to_escape_the_cap))


@person("SI 2013/376 reg 83(1)")
def benefit_lifts_the_cap(disability_benefit, carers_allowance, war_pension) -> yes_no:
    """Whether this adult gets a benefit with which there is no limit"""
    if disability_benefit != "none":
        "This person gets a disability benefit."
        return True
    if carers_allowance:
        "This person is entitled to Carer's Allowance."
        return True
    return war_pension > 0


@household("SI 2013/376 regs 82 and 83")
def outside_the_benefit_cap(
    health_element, carer_element, earns_enough_not_to_be_capped, adults, children, benefit_lifts_the_cap,
    disability_benefit, outside_the_cap
) -> yes_no:
    """Whether the limit on benefits does not hold"""
    if health_element > 0:
        "Universal Credit has the amount for limited capability for work and work-related activity in it."
        return True
    if carer_element > 0:
        "Universal Credit has the amount for a carer in it."
        return True
    if earns_enough_not_to_be_capped:
        "Your net earnings are those of 16 hours a week at the National Living Wage, or more."
        return True
    if any(benefit_lifts_the_cap for person in adults):
        "You or your partner get a benefit with which there is no limit."
        return True
    if any(disability_benefit != "none" for person in children):
        "A child gets a disability benefit."
        return True
    return outside_the_cap != "none"
