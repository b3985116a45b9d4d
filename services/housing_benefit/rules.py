# Housing Benefit for people who have reached State Pension age, in Great Britain.
# SI 2006/214, the Housing Benefit (Persons who have attained the qualifying age for state pension credit) Regulations.
#
# Weekly, rounded only at the end. A home with more bedrooms than needed takes nothing off the rent of a council or housing
# association at this age: the size criteria of SI 2006/213 reg B13 are for working age. They count for private rents, where
# they choose the Local Housing Allowance. A couple of mixed ages can keep Housing Benefit but not begin to get it.


# 1. The answer


@household("Social Security Contributions and Benefits Act 1992 s.130; SI 2006/214 regs 5, 26, 43, 50, 51, 56 and 61")
def housing_benefit(
    nation, tenure, adults, reached_pension_age, pension_age_award_since_may_2019, working_age_benefit,
    pension_credit_in_payment, savings, housing_benefit_savings_limit, housing_benefit_income,
    housing_benefit_applicable_amount, most_housing_benefit, housing_benefit_after_taper, least_housing_benefit
) -> GBP/week:
    """Housing Benefit each week, to the nearest penny"""
    if nation == "northern_ireland":
        return not_covered("These are the rules for Great Britain. Northern Ireland has its own law. Ask the Housing Executive.")
    if tenure in ("owned_outright", "mortgage"):
        "Housing Benefit is for people who pay rent."
        return 0
    if tenure == "no_rent":
        "You pay no rent, so there is nothing to help with."
        return 0
    if not any(reached_pension_age for person in adults):
        return not_covered("Below State Pension age Universal Credit helps with the rent. In supported or temporary homes it is Housing Benefit: ask your council.")
    if not all(reached_pension_age for person in adults) and not pension_age_award_since_may_2019:
        "A couple of whom one has not reached State Pension age cannot start to get Housing Benefit. Universal Credit may help with the rent instead."
        return 0
    if working_age_benefit:
        return not_covered("You get a working-age benefit, so other rules help with the rent. They are not worked out here. Ask your council.")
    if most_housing_benefit < least_housing_benefit:
        "What other adults are expected to pay is as much as the rent that counts, or there is almost none."
        return 0
    if pension_credit_in_payment == "guarantee":
        "With the guarantee credit of Pension Credit, income and savings are not counted."
        return round_half_up(most_housing_benefit)
    if savings > housing_benefit_savings_limit:
        "Savings of {savings} are over the limit of {housing_benefit_savings_limit}."
        return 0
    if housing_benefit_income <= housing_benefit_applicable_amount:
        "Income of {housing_benefit_income} is not more than the {housing_benefit_applicable_amount} that the law says you need."
        return round_half_up(most_housing_benefit)
    if housing_benefit_after_taper <= 0:
        "Income of {housing_benefit_income} is so far above the {housing_benefit_applicable_amount} that the law says you need that nothing is left."
        return 0
    if housing_benefit_after_taper < least_housing_benefit:
        "Less than {least_housing_benefit} is not paid."
        return 0
    "Income of {housing_benefit_income} is more than the {housing_benefit_applicable_amount} that the law says you need, so you pay a share of the difference."
    return round_half_up(housing_benefit_after_taper)


@household("SI 2006/214 reg 51")
def housing_benefit_after_taper(
    most_housing_benefit, housing_benefit_income, housing_benefit_applicable_amount, housing_benefit_taper
) -> GBP/week:
    """The most there can be, less a share of the income above what the law says you need"""
    too_much = max(0, housing_benefit_income - housing_benefit_applicable_amount)
    return max(0, most_housing_benefit - housing_benefit_taper * too_much)


@household("SI 2006/214 reg 50")
def most_housing_benefit(rent_for_housing_benefit, expected_from_non_dependants) -> GBP/week:
    """The rent that counts, less what other adults in the home are expected to pay"""
    return max(0, rent_for_housing_benefit - expected_from_non_dependants)


# 2. The rent that counts


@household("SI 2006/214 regs 12 to 12D and 61(2)")
def rent_for_housing_benefit(tenure, rent, allowance_for_the_home) -> GBP/week:
    """The rent that counts each week: a month's rent times 12, divided by 52"""
    if tenure == "social_rent":
        "The whole rent of a council or housing association counts."
        return weekly(rent)
    if weekly(rent) > allowance_for_the_home:
        "The rent is more than the Local Housing Allowance of {allowance_for_the_home}."
        return allowance_for_the_home
    return weekly(rent)


@household("SI 2006/214 reg 13D; Rent Officers (Housing Benefit Functions) Order 1997 Sch 3B")
def allowance_for_the_home(
    rental_area, local_housing_allowance_weekly, bedrooms_for_the_allowance, weekly_allowance_shared, weekly_allowance_one_bedroom,
    weekly_allowance_two_bedrooms, weekly_allowance_three_bedrooms, weekly_allowance_four_bedrooms
) -> GBP/week:
    """The Local Housing Allowance, which is the most that counts of a private rent"""
    if rental_area == "another":
        "The Local Housing Allowance that you looked up for your home."
        return local_housing_allowance_weekly
    elif bedrooms_for_the_allowance < 1:
        "The rate for a room in shared accommodation."
        return lookup(weekly_allowance_shared, rental_area)
    elif bedrooms_for_the_allowance < 2:
        "The rate for one bedroom."
        return lookup(weekly_allowance_one_bedroom, rental_area)
    elif bedrooms_for_the_allowance < 3:
        "The rate for two bedrooms."
        return lookup(weekly_allowance_two_bedrooms, rental_area)
    elif bedrooms_for_the_allowance < 4:
        "The rate for three bedrooms."
        return lookup(weekly_allowance_three_bedrooms, rental_area)
    "The rate for four bedrooms, which is the highest."
    return lookup(weekly_allowance_four_bedrooms, rental_area)


@household("SI 2006/214 reg 13D(2)")
def bedrooms_for_the_allowance(
    bedrooms_for_housing_benefit, shares_rooms_with_others, premium_for_severe_disability, most_bedrooms_that_count
) -> number:
    """The bedrooms of the Local Housing Allowance, 0 for a room in shared accommodation"""
    if bedrooms_for_housing_benefit >= 2:
        "At most {most_bedrooms_that_count} bedrooms count."
        return min(bedrooms_for_housing_benefit, most_bedrooms_that_count)
    if shares_rooms_with_others and premium_for_severe_disability == 0:
        "You have only a room, and share the rest with people outside your household."
        return 0
    return 1


@person("SI 2006/214 reg 13D(3)(c) to (e) and (12)")
def below_16(date_of_birth, on_date) -> yes_no:
    """Whether somebody is below 16, and counts as a child for the number of bedrooms"""
    return years_between(date_of_birth, on_date) < 16


@person("SI 2006/214 reg 13D(3)(d)")
def below_10(date_of_birth, on_date) -> yes_no:
    """Whether a child is below 10, and may share with a brother or a sister"""
    return years_between(date_of_birth, on_date) < 10


@household("SI 2006/214 reg 13D(3)")
def bedrooms_for_housing_benefit(
    children, other_adults, below_16, counted_with_partner, bedrooms_of_children, further_bedrooms
) -> number:
    """The bedrooms that the law counts: one for you or the two of you, one for each other grown-up or couple"""
    young = count(person for person in children if not below_16)
    others = count(person for person in other_adults if not counted_with_partner)
    return 1 + young + others + bedrooms_of_children + further_bedrooms


@household("SI 2006/214 reg 13D(3)(c) to (e)")
def bedrooms_of_children(children, below_16, below_10, sex) -> number:
    """The fewest bedrooms for children: two of one sex share, and two below 10 share"""
    if count(person for person in children if below_16) < 2:
        "There are not two children below 16."
        return count(person for person in children if below_16)
    girls = count(person for person in children if below_16 and not below_10 and sex == "female")
    boys = count(person for person in children if below_16 and not below_10 and sex == "male")
    small_girls = count(person for person in children if below_10 and sex == "female")
    small_boys = count(person for person in children if below_10 and sex == "male")
    rooms_of_girls = ceil(girls / 2)
    rooms_of_boys = ceil(boys / 2)
    # One of 10 or over who is left without a pair shares with a younger one of the same sex.
    small = max(0, small_girls - (2 * rooms_of_girls - girls)) + max(0, small_boys - (2 * rooms_of_boys - boys))
    return rooms_of_girls + rooms_of_boys + ceil(small / 2)


# 3. What other adults are expected to pay


@person("SI 2006/214 reg 55(6)")
def disability_stops_expecting(severely_sight_impaired, disability_benefit) -> yes_no:
    """Whether a disability of yours or your partner's means that nothing is expected from other adults"""
    if severely_sight_impaired:
        "Nothing is expected from other adults when you or your partner are severely sight impaired."
        return True
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced",
        "dla_care_lowest", "dla_care_middle", "dla_care_highest", "armed_forces_independence_payment"
    )


@household("SI 2006/214 reg 55")
def expected_from_non_dependants(adults, other_adults, disability_stops_expecting, expected_from_non_dependant) -> GBP/week:
    """What other adults who live in the home are expected to pay towards the rent"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return 0
    if any(disability_stops_expecting for person in adults):
        "You or your partner are severely sight impaired or get a benefit for care, so nothing is expected from other adults."
        return 0
    return sum(expected_from_non_dependant for person in other_adults)


@person("SI 2006/214 reg 55(7) and (8)")
def nothing_is_expected(date_of_birth, on_date, income_related_benefit, not_counted_because, counted_with_partner) -> yes_no:
    """Whether nothing towards the rent is expected from this adult"""
    if years_between(date_of_birth, on_date) < 18:
        "Nothing is expected from somebody under 18."
        return True
    if income_related_benefit == "pension_credit":
        "Nothing is expected from somebody who gets Pension Credit."
        return True
    if years_between(date_of_birth, on_date) < 25 and income_related_benefit in (
        "income_support", "income_based_jobseekers_allowance", "universal_credit_without_earnings"
    ):
        "Nothing is expected from somebody under 25 who gets one of these benefits and does not earn."
        return True
    if not_counted_because in ("full_time_student", "student_nurse", "youth_trainee", "detained", "hospital_or_care_home"):
        "Nothing is expected from a student or trainee, or from somebody who is in prison, in hospital or a care home."
        return True
    return counted_with_partner


@person("SI 2006/214 regs 6 and 55(1) to (4)")
def expected_from_non_dependant(
    nothing_is_expected, income_related_benefit, works_for_pay, hours_worked, hours_of_remunerative_work, gross_income,
    rent_expected_by_income, rent_expected_without_work
) -> GBP/week:
    """What another adult is expected to pay towards the rent"""
    if nothing_is_expected:
        "Nothing is expected from this adult."
        return 0
    if not works_for_pay:
        "This adult does not work for pay."
        return rent_expected_without_work
    if hours_worked < hours_of_remunerative_work:
        "Work of fewer than {hours_of_remunerative_work} hours a week does not count as being in work."
        return rent_expected_without_work
    if income_related_benefit in (
        "income_support", "income_based_jobseekers_allowance", "income_related_employment_and_support_allowance"
    ):
        "Somebody who gets one of these benefits does not count as being in work."
        return rent_expected_without_work
    "This adult works and has {gross_income}."
    return band(rent_expected_by_income, gross_income)


# 4. What the law says you need


@household("SI 2006/214 reg 22 and Sch 3")
def housing_benefit_applicable_amount(
    allowance_to_live_on, allowances_for_children, premium_for_severe_disability, premium_for_a_carer
) -> GBP/week:
    """What the law says you need to live on each week"""
    return allowance_to_live_on + allowances_for_children + premium_for_severe_disability + premium_for_a_carer


@household("SI 2006/214 Sch 3 para 1")
def allowance_to_live_on(
    adults, partners, date_of_birth, older_allowance_born_before, older_allowance_couple, newer_allowance_couple,
    older_allowance_single, newer_allowance_single
) -> GBP/week:
    """The basic amount for you, or for you and your partner"""
    if count(partners) > 0:
        if any(date_of_birth < older_allowance_born_before for person in adults):
            "The amount for a couple of whom one reached State Pension age before 1 April 2021."
            return older_allowance_couple
        "The amount for a couple of whom nobody reached State Pension age before 1 April 2021."
        return newer_allowance_couple
    if any(date_of_birth < older_allowance_born_before for person in adults):
        "The amount for a person who reached State Pension age before 1 April 2021."
        return older_allowance_single
    "The amount for a person who did not reach State Pension age before 1 April 2021."
    return newer_allowance_single


@household("SI 2006/214 Sch 3 paras 2, 7 and 8")
def allowances_for_children(children, allowance_for_a_child_of_the_family) -> GBP/week:
    """An amount for each child or young person, with more for a disability"""
    return sum(allowance_for_a_child_of_the_family for person in children)


@person("SI 2006/214 Sch 3 paras 2, 7, 8 and 12")
def allowance_for_a_child_of_the_family(
    disability_benefit, severely_sight_impaired, allowance_each_child, premium_disabled_child, premium_child_highest_needs
) -> GBP/week:
    """The amount for one child or young person"""
    if disability_benefit in ("pip_daily_living_enhanced", "dla_care_highest", "armed_forces_independence_payment"):
        "With the extra amounts for a disability and for the highest needs."
        return allowance_each_child + premium_disabled_child + premium_child_highest_needs
    if disability_benefit != "none" or severely_sight_impaired:
        "With the extra amount for a disability."
        return allowance_each_child + premium_disabled_child
    return allowance_each_child


@person("SI 2006/214 Sch 3 para 6(2)(a)(i)")
def counts_as_severely_disabled(disability_benefit) -> yes_no:
    """Whether a benefit is paid that counts for the extra amount for severe disability"""
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced",
        "dla_care_middle", "dla_care_highest", "armed_forces_independence_payment"
    )


@person("SI 2006/214 Sch 3 para 6(6)")
def grown_up_who_could_care(date_of_birth, on_date, counts_as_severely_disabled, severely_sight_impaired) -> yes_no:
    """Whether another adult in the home keeps the extra amount for severe disability from being added"""
    if years_between(date_of_birth, on_date) < 18:
        "Somebody under 18 does not keep the amount from being added."
        return False
    if counts_as_severely_disabled:
        "Somebody who gets a benefit for care does not keep the amount from being added."
        return False
    return not severely_sight_impaired


@household("SI 2006/214 Sch 3 paras 6 and 12(1)")
def premium_for_severe_disability(
    adults, other_adults, counts_as_severely_disabled, severely_sight_impaired, grown_up_who_could_care, carer_is_paid,
    premium_severe_disability
) -> GBP/week:
    """The extra amount for severe disability"""
    if not any(counts_as_severely_disabled for person in adults):
        "Neither you nor your partner get a benefit that counts for it."
        return 0
    if any(grown_up_who_could_care for person in other_adults):
        "Another adult lives in the home."
        return 0
    if any(not counts_as_severely_disabled and not severely_sight_impaired for person in adults):
        "Both of a couple must get a benefit that counts for it, unless the other is severely sight impaired."
        return 0
    return premium_severe_disability * count(person for person in adults if counts_as_severely_disabled and not carer_is_paid)


@household("SI 2006/214 Sch 3 paras 9 and 12")
def premium_for_a_carer(adults, carers_allowance, premium_carer) -> GBP/week:
    """The extra amount for a carer"""
    return sum(premium_carer for person in adults if carers_allowance)


# 5. Income


@household("SI 2006/214 regs 25 to 30")
def housing_benefit_income(
    pension_credit_in_payment, pension_service_income, savings_credit_in_payment, further_pay_not_counted, pay_for_housing_benefit, adults,
    pensions_for_housing_benefit, other_income, war_pensions_for_housing_benefit, income_assumed_from_savings
) -> GBP/week:
    """The income that counts each week"""
    if pension_credit_in_payment == "savings_only":
        "With savings credit only, the Pension Service's own figure is used, and the savings credit is added."
        return max(0, pension_service_income + savings_credit_in_payment - further_pay_not_counted)
    incomes = sum(pensions_for_housing_benefit for person in adults) + sum(other_income for person in adults)
    return pay_for_housing_benefit + incomes + war_pensions_for_housing_benefit + income_assumed_from_savings


@household("SI 2006/214 reg 29(2)")
def income_assumed_from_savings(savings, savings_without_income, savings_for_each_step, income_of_a_step) -> GBP/week:
    """Income counted for savings: 1 pound for each 500, or part of 500, over 10,000"""
    if savings <= savings_without_income:
        "Savings of {savings} are not over {savings_without_income}."
        return 0
    return income_of_a_step * ceil((savings - savings_without_income) / savings_for_each_step)


@person("SI 2006/214 regs 29(1) and 33(12)")
def pensions_for_housing_benefit(state_pension, private_pension, tax_on_pensions) -> GBP/week:
    """State Pension and other pensions, less tax on them"""
    return max(0, state_pension + private_pension - tax_on_pensions)


@household("SI 2006/214 Sch 5 para 1")
def war_pensions_for_housing_benefit(adults, war_pension, war_pension_part_not_counted) -> GBP/week:
    """War pensions, with a part left out"""
    return max(0, sum(war_pension for person in adults) - war_pension_part_not_counted)


@person("SI 2006/214 regs 35 to 40")
def take_home_pay(works_for_pay, earnings, tax_on_earnings, pension_contributions) -> GBP/week:
    """Pay after tax, National Insurance and half of any payment into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return max(0, earnings - tax_on_earnings - pension_contributions / 2)


@household("SI 2006/214 regs 25 and 35 to 40")
def joint_take_home_pay(adults, take_home_pay) -> GBP/week:
    """The pay of you and your partner together"""
    return sum(take_home_pay for person in adults)


@household("SI 2006/214 reg 36 and Sch 4")
def pay_for_housing_benefit(joint_take_home_pay, pay_not_counted, further_pay_not_counted) -> GBP/week:
    """The pay that counts, after the parts that the law leaves out"""
    return max(0, joint_take_home_pay - pay_not_counted - further_pay_not_counted)


@person("SI 2006/214 Sch 4 para 5")
def disability_for_pay(disability_benefit, severely_sight_impaired) -> yes_no:
    """Whether a disability makes more of the pay left out"""
    return disability_benefit != "none" or severely_sight_impaired


@household("SI 2006/214 Sch 4 paras 1, 2, 4, 5, 7 and 10")
def pay_not_counted(
    joint_take_home_pay, adults, partners, children, disability_for_pay, carers_allowance, works_for_pay,
    pay_not_counted_lone_parent, pay_not_counted_disability_or_carer, pay_not_counted_couple, pay_not_counted_single
) -> GBP/week:
    """The part of pay that is left out"""
    if joint_take_home_pay <= 0:
        "There is no pay."
        return 0
    if count(partners) == 0 and count(children) > 0:
        "The part for a lone parent."
        return pay_not_counted_lone_parent
    if any(disability_for_pay for person in adults):
        "The part for a person with a disability benefit or a severe sight impairment."
        return pay_not_counted_disability_or_carer
    if any(works_for_pay and carers_allowance for person in adults):
        "The part for a carer who works."
        return pay_not_counted_disability_or_carer
    if count(partners) > 0:
        "The part for a couple."
        return pay_not_counted_couple
    "The part for a single person."
    return pay_not_counted_single


@person("SI 2006/214 Sch 4 para 9(2)")
def works_long_enough(
    works_for_pay, hours_worked, date_of_birth, on_date, hours_of_full_time_work, hours_of_remunerative_work, has_children_to_care_for,
    disability_for_pay
) -> yes_no:
    """Whether the hours worked make a further part of pay left out"""
    if not works_for_pay:
        "There is no paid work."
        return False
    if hours_worked >= hours_of_full_time_work and years_between(date_of_birth, on_date) >= 25:
        "Work of {hours_of_full_time_work} hours a week or more."
        return True
    if hours_worked < hours_of_remunerative_work:
        "Work of fewer than {hours_of_remunerative_work} hours a week."
        return False
    return has_children_to_care_for or disability_for_pay


@household("SI 2006/214 Sch 4 para 9(2)(b)(ii) and (iii)")
def has_children_to_care_for(children) -> yes_no:
    """Whether there is a child or young person in the family"""
    return count(children) > 0


@household("SI 2006/214 Sch 4 para 9")
def further_pay_not_counted(adults, works_long_enough, joint_take_home_pay, pay_not_counted, pay_not_counted_longer_hours) -> GBP/week:
    """The further part of pay that is left out for people who work longer hours"""
    if not any(works_long_enough for person in adults):
        "Nobody works the hours that are needed for it."
        return 0
    if joint_take_home_pay < pay_not_counted + pay_not_counted_longer_hours:
        "The pay is too low for it."
        return 0
    return pay_not_counted_longer_hours
