# Council tax reduction for people of pension age in England.
# SI 2012/2885, the Council Tax Reduction Schemes (Prescribed Requirements) (England) Regulations 2012.
#
# Working age is each council's own scheme and is answered "not covered", never 0.
# A couple of mixed ages (reg 3(2)): covered when the one who applies has reached State Pension age and neither gets a
# working-age benefit; not covered when either gets one; and when only the partner has reached the age, the partner applies.
# The law counts by the day and rounds nowhere; only the answer is shown to the nearest penny.


# 1. The answer


@household("SI 2012/2885 reg 3(2), reg 11 and Sch 1 paras 2, 3, 10 and 13")
def council_tax_reduction(
    nation, claimants, partners, reached_pension_age, working_age_benefit, liable_for_council_tax, pension_credit_in_payment,
    savings, savings_limit, weekly_income, applicable_amount, most_that_can_be_taken_off, share_of_income_too_much
) -> GBP/week:
    """Council tax reduction each week, to the nearest penny"""
    if nation != "england":
        return not_covered("These are the rules for England. The other nations have schemes of their own. Your council can tell you how to apply.")
    if not any(reached_pension_age for person in claimants):
        if any(reached_pension_age for person in partners):
            return not_covered("Your partner has reached State Pension age and you have not. Start again with your partner as the person who applies.")
        return not_covered("Your council's own scheme decides, because you have not reached State Pension age. It is not worked out here yet. You can still apply to your council.")
    if working_age_benefit:
        return not_covered("Your council's own scheme decides, because you get a working-age benefit. It is not worked out here yet. You can still apply to your council.")
    if liable_for_council_tax == "somebody_else":
        "You do not have to pay the bill, so there is nothing to reduce. The person whose name is on it can apply."
        return 0
    if liable_for_council_tax == "with_others":
        return not_covered("You share the bill with somebody who is not your partner, so your share has to be worked out first. Your council does that: you can apply.")
    if pension_credit_in_payment == "guarantee":
        "With the guarantee credit of Pension Credit, income and savings are not counted."
        return round_half_up(most_that_can_be_taken_off)
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    if weekly_income <= applicable_amount:
        "Income of {weekly_income} is not more than the {applicable_amount} that the law says you need."
        return round_half_up(most_that_can_be_taken_off)
    too_much = weekly_income - applicable_amount
    if share_of_income_too_much * too_much >= most_that_can_be_taken_off:
        "Income is {too_much} more than the law says you need. {share_of_income_too_much} of that is as much as could be taken off, or more."
        return 0
    "Income is {too_much} more than the law says you need. You pay {share_of_income_too_much} of that yourself."
    return round_half_up(most_that_can_be_taken_off - share_of_income_too_much * too_much)


@household("SI 2012/2885 Sch 1 para 10; the days of the year, Sch 1 para 7(1)")
def council_tax_reduction_yearly(
    council_tax_reduction, pension_credit_in_payment, weekly_income, applicable_amount, most_that_can_be_taken_off,
    share_of_income_too_much
) -> GBP/year:
    """Council tax reduction over the whole year, to the nearest penny"""
    if council_tax_reduction == 0:
        "There is no reduction."
        return 0
    if pension_credit_in_payment == "guarantee":
        "The most that can be taken off, over the days of the year."
        return round_half_up(per_year_by_days(most_that_can_be_taken_off))
    too_much = max(0, weekly_income - applicable_amount)
    return round_half_up(per_year_by_days(most_that_can_be_taken_off - share_of_income_too_much * too_much))


# 2. The most that can be taken off


@household("SI 2012/2885 Sch 1 para 7")
def weekly_council_tax(council_tax_after_discount) -> GBP/week:
    """The council tax for a week, after any discount: the year's bill by the days of the year"""
    return per_week_by_days(council_tax_after_discount)


@household("SI 2012/2885 Sch 1 paras 7 and 8")
def most_that_can_be_taken_off(weekly_council_tax, non_dependant_deductions) -> GBP/week:
    """The whole of a week's bill, less what other adults in the home are expected to pay"""
    return max(0, weekly_council_tax - non_dependant_deductions)


@person("SI 2012/2885 Sch 1 para 8(6)")
def stops_deductions(severely_sight_impaired, disability_benefit) -> yes_no:
    """Whether a disability of yours or your partner's means that nothing is expected from other adults"""
    if severely_sight_impaired:
        "Nothing is expected from other adults when you or your partner are severely sight impaired."
        return True
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced",
        "dla_care_lowest", "dla_care_middle", "dla_care_highest", "armed_forces_independence_payment"
    )


@household("SI 2012/2885 Sch 1 para 8")
def non_dependant_deductions(adults, other_adults, stops_deductions, non_dependant_deduction) -> GBP/week:
    """What other adults who live in the home are expected to pay towards the bill"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return 0
    if any(stops_deductions for person in adults):
        "You or your partner are severely sight impaired or get a benefit for care, so nothing is expected from other adults."
        return 0
    return sum(non_dependant_deduction for person in other_adults)


@person("SI 2012/2885 Sch 1 para 8(1) to (8)")
def non_dependant_deduction(
    date_of_birth, on_date, adult_age, income_related_benefit, not_counted_because, counted_with_partner,
    works_for_pay, hours_worked, hours_that_count_as_work, gross_income, expected_from_adults_in_work, expected_from_adults_not_in_work
) -> GBP/week:
    """What another adult is expected to pay towards the bill"""
    if years_between(date_of_birth, on_date) < adult_age:
        "Nothing is expected from somebody under {adult_age}."
        return 0
    if income_related_benefit in (
        "pension_credit", "income_support", "income_based_jobseekers_allowance",
        "income_related_employment_and_support_allowance", "universal_credit_without_earnings"
    ):
        "Nothing is expected from somebody who gets a benefit because of a low income."
        return 0
    if not_counted_because != "none":
        "Nothing is expected from a student or from somebody who is not counted for the bill."
        return 0
    if counted_with_partner:
        "Only one amount is expected from a couple."
        return 0
    if not works_for_pay:
        "This adult does not work for pay."
        return expected_from_adults_not_in_work
    if hours_worked < hours_that_count_as_work:
        "Work of fewer than {hours_that_count_as_work} hours a week does not count as being in work."
        return expected_from_adults_not_in_work
    "This adult works and has {gross_income}."
    return band(expected_from_adults_in_work, gross_income)


# 3. What the law says you need


@household("SI 2012/2885 Sch 1 para 6 and Sch 2")
def applicable_amount(
    personal_allowance, amounts_for_children, severe_disability_amount, enhanced_disability_amount,
    disabled_child_amount, carer_amount
) -> GBP/week:
    """What the law says you need to live on each week"""
    return personal_allowance + amounts_for_children + severe_disability_amount + enhanced_disability_amount + disabled_child_amount + carer_amount


@person("SI 2012/2885 Sch 2 para 1; Pensions Act 1995 Sch 4")
def reached_before_april_2021(date_of_birth, higher_amount_born_before) -> yes_no:
    """Whether State Pension age was reached before 1 April 2021, when the higher amounts were closed"""
    return date_of_birth < higher_amount_born_before


@household("SI 2012/2885 Sch 2 para 1")
def personal_allowance(
    adults, partners, reached_before_april_2021, higher_amount_couple, basic_amount_couple, higher_amount_single, basic_amount_single
) -> GBP/week:
    """The basic amount for you, or for you and your partner"""
    if count(partners) > 0:
        if any(reached_before_april_2021 for person in adults):
            "The amount for a couple of whom one reached State Pension age before 1 April 2021."
            return higher_amount_couple
        "The amount for a couple of whom nobody reached State Pension age before 1 April 2021."
        return basic_amount_couple
    if any(reached_before_april_2021 for person in adults):
        "The amount for a person who reached State Pension age before 1 April 2021."
        return higher_amount_single
    "The amount for a person who did not reach State Pension age before 1 April 2021."
    return basic_amount_single


@household("SI 2012/2885 Sch 2 para 2")
def amounts_for_children(children, amount_for_a_child) -> GBP/week:
    """An amount for each child or young person"""
    return sum(amount_for_a_child for person in children)


@person("SI 2012/2885 Sch 2 para 6(2)(a)(i)")
def severely_disabled(disability_benefit) -> yes_no:
    """Whether a benefit is paid that counts for the extra amount for severe disability"""
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced",
        "dla_care_middle", "dla_care_highest", "armed_forces_independence_payment"
    )


@person("SI 2012/2885 Sch 2 para 6(2)(a)(ii) and (6)")
def adult_who_could_help(date_of_birth, on_date, adult_age, severely_disabled, severely_sight_impaired) -> yes_no:
    """Whether another adult in the home keeps the extra amount for severe disability from being added"""
    if years_between(date_of_birth, on_date) < adult_age:
        "Somebody under {adult_age} does not keep the amount from being added."
        return False
    if severely_disabled:
        "Somebody who gets a benefit for care does not keep the amount from being added."
        return False
    return not severely_sight_impaired


@household("SI 2012/2885 Sch 2 paras 6 and 12(1)")
def severe_disability_amount(
    adults, other_adults, severely_disabled, severely_sight_impaired, adult_who_could_help, carer_is_paid,
    severe_disability_premium
) -> GBP/week:
    """The extra amount for severe disability"""
    if not any(severely_disabled for person in adults):
        "Neither you nor your partner get a benefit that counts for it."
        return 0
    if any(adult_who_could_help for person in other_adults):
        "Another adult lives in the home."
        return 0
    if any(not severely_disabled and not severely_sight_impaired for person in adults):
        "Both of a couple must get a benefit that counts for it, unless the other is severely sight impaired."
        return 0
    return severe_disability_premium * count(person for person in adults if severely_disabled and not carer_is_paid)


@household("SI 2012/2885 Sch 2 paras 7 and 12(2)")
def enhanced_disability_amount(children, disability_benefit, enhanced_disability_child_premium) -> GBP/week:
    """The extra amount for a child with the highest care needs"""
    return sum(
        enhanced_disability_child_premium for person in children
        if disability_benefit in ("pip_daily_living_enhanced", "dla_care_highest", "armed_forces_independence_payment")
    )


@household("SI 2012/2885 Sch 2 paras 8 and 12(3)")
def disabled_child_amount(children, disability_benefit, severely_sight_impaired, disabled_child_premium) -> GBP/week:
    """The extra amount for a disabled child"""
    return sum(disabled_child_premium for person in children if disability_benefit != "none" or severely_sight_impaired)


@household("SI 2012/2885 Sch 2 paras 9 and 12(4)")
def carer_amount(adults, carers_allowance, carer_premium) -> GBP/week:
    """The extra amount for a carer"""
    return sum(carer_premium for person in adults if carers_allowance)


# 4. Income


@household("SI 2012/2885 Sch 1 paras 14 to 17 and 24")
def weekly_income(
    pension_credit_in_payment, pension_service_income, savings_credit_in_payment, additional_earnings_disregard,
    earnings_that_count, pensions_that_count, other_income_that_counts, income_from_savings
) -> GBP/week:
    """The income that counts each week"""
    if pension_credit_in_payment == "savings_only":
        "With savings credit only, the Pension Service's own figure is used, and the savings credit is added."
        return max(0, pension_service_income + savings_credit_in_payment - additional_earnings_disregard)
    return earnings_that_count + pensions_that_count + other_income_that_counts + income_from_savings


@household("SI 2012/2885 Sch 1 para 37")
def income_from_savings(savings, savings_left_out, step_of_savings, income_for_each_step) -> GBP/week:
    """Income counted for savings: 1 pound for each 500, or part of 500, over 10,000"""
    if savings <= savings_left_out:
        "Savings of {savings} are not over {savings_left_out}."
        return 0
    return income_for_each_step * ceil((savings - savings_left_out) / step_of_savings)


@person("SI 2012/2885 Sch 1 para 16(1)(c) and Sch 5")
def pension_after_tax(state_pension, private_pension, tax_on_pensions) -> GBP/week:
    """State Pension and other pensions, after tax"""
    return max(0, state_pension + private_pension - tax_on_pensions)


@household("SI 2012/2885 Sch 1 paras 11 and 16(1)(c)")
def pensions_that_count(adults, pension_after_tax) -> GBP/week:
    """The pensions of you and your partner"""
    return sum(pension_after_tax for person in adults)


@household("SI 2012/2885 Sch 1 paras 11 and 16; Sch 5 para 1")
def other_income_that_counts(adults, other_income, war_pension, war_pension_left_out) -> GBP/week:
    """Other income of you and your partner, with a part of any war pension left out"""
    return sum(other_income for person in adults) + max(0, sum(war_pension for person in adults) - war_pension_left_out)


@person("SI 2012/2885 Sch 1 paras 18 to 21, 29 and 30")
def net_earnings(works_for_pay, earnings, tax_on_earnings, pension_contributions) -> GBP/week:
    """Earnings after tax, National Insurance and half of any payment into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return max(0, earnings - tax_on_earnings - pension_contributions / 2)


@household("SI 2012/2885 Sch 1 para 11")
def joint_net_earnings(adults, net_earnings) -> GBP/week:
    """The net earnings of you and your partner together"""
    return sum(net_earnings for person in adults)


@person("SI 2012/2885 Sch 4 para 5(1)")
def disability_for_earnings(disability_benefit, severely_sight_impaired) -> yes_no:
    """Whether a disability makes more of the earnings left out"""
    return disability_benefit != "none" or severely_sight_impaired


@household("SI 2012/2885 Sch 4 paras 1, 2, 4, 5, 7 and 8")
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


@person("SI 2012/2885 Sch 4 para 10(2)")
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


@household("SI 2012/2885 reg 6")
def looks_after_children(children) -> yes_no:
    """Whether there is a child or young person in the family"""
    return count(children) > 0


@household("SI 2012/2885 Sch 4 para 10")
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


@household("SI 2012/2885 Sch 1 para 17 and Sch 4")
def earnings_that_count(joint_net_earnings, basic_earnings_disregard, additional_earnings_disregard) -> GBP/week:
    """The earnings that count, after the parts that the law leaves out"""
    return max(0, joint_net_earnings - basic_earnings_disregard - additional_earnings_disregard)


# 5. What may also be due, and is not worked out here


@household("SI 2012/2885 Sch 1 paras 4 and 9 and Sch 3")
def second_adult_reduction(partners, other_adults) -> GBP/week:
    """The other kind of reduction, for people who share their home with an adult on a low income"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return 0
    if count(partners) > 0:
        "It is for people without a partner."
        return 0
    return not_covered("Other adults on a low income live with you. Ask your council for a second adult rebate, up to 25% of the bill. It is not worked out here yet.")
