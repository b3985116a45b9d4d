# Carer's Allowance in England and Wales, and Carer Support Payment in Scotland, which has the same amount and limit.
# Social Security Contributions and Benefits Act 1992 (SSCBA) s.70; SI 1976/409; SI 1996/2745 (earnings); SI 1979/597
# (overlapping benefits); SSI 2023/302 (Scotland).


@person("SI 1976/409 reg 8; SI 1996/2745 regs 9 and 10 (tax, contributions and half of a pension payment)")
def earnings_that_count_for_carers(works_for_pay, earnings, tax_and_insurance_on_earnings, pension_contributions) -> GBP/week:
    """Earnings a week after tax, National Insurance and half of any payment into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return max(0, earnings - tax_and_insurance_on_earnings - pension_contributions / 2)


@person("SSCBA s.70(1) to (3) and (8); SI 1976/409 regs 4, 5 and 8; SSI 2023/302 regs 4, 5, 13 and 14")
def entitled_to_carers_allowance(
    hours_of_care, least_hours_of_care, cared_for_gets_benefit, date_of_birth, on_date, carers_allowance_from_age,
    in_full_time_education, nation, earnings_that_count_for_carers, carers_earnings_limit
) -> yes_no:
    """Whether there is entitlement to Carer's Allowance, paid or not"""
    if hours_of_care < least_hours_of_care:
        "Care of {hours_of_care} hours a week is fewer than {least_hours_of_care}."
        return False
    if not cared_for_gets_benefit:
        "The person cared for gets no disability benefit that counts."
        return False
    if years_between(date_of_birth, on_date) < carers_allowance_from_age:
        "It is for people aged {carers_allowance_from_age} or over."
        return False
    if in_full_time_education and nation != "scotland":
        "It is not for people in full-time education."
        return False
    if earnings_that_count_for_carers > carers_earnings_limit:
        "Earnings of {earnings_that_count_for_carers} after tax are over the limit of {carers_earnings_limit}."
        return False
    return True


@person("SSI 2023/302 reg 13: under 20, by the kind of course and support")
def young_student(in_full_time_education, date_of_birth, on_date) -> yes_no:
    """Whether somebody under 20 studies full time"""
    return in_full_time_education and years_between(date_of_birth, on_date) < 20


@person("SSCBA s.70; SI 1979/597 reg 4 (adjustment by other benefits)")
def carers_allowance_paid(
    entitled_to_carers_allowance, state_pension, earnings_replacement_benefits, carers_allowance_rate
) -> GBP/week:
    """Carer's Allowance each week. In Scotland it is called Carer Support Payment"""
    if not entitled_to_carers_allowance:
        "There is no entitlement."
        return 0
    if state_pension + earnings_replacement_benefits >= carers_allowance_rate:
        "There is entitlement, and nothing is paid, because State Pension or another benefit is as much or more. It still opens the way to extra amounts of other benefits."
        return 0
    return carers_allowance_rate - state_pension - earnings_replacement_benefits


@household("SSCBA s.70(7): one for each carer, for one person cared for")
def carers_allowance_of_the_family(nation, adults, young_student, entitled_to_carers_allowance, carers_allowance_paid) -> GBP/week:
    """Carer's Allowance each week of you and your partner together"""
    if nation == "scotland" and any(entitled_to_carers_allowance and young_student for person in adults):
        return not_covered("In Scotland some students of 16 to 19 can get it. Ask Social Security Scotland.")
    if not any(entitled_to_carers_allowance for person in adults):
        "It is for people of 16 or over who care at least 35 hours a week for somebody with a disability benefit, do not study full time and earn no more than the limit."
        return 0
    if not any(carers_allowance_paid > 0 for person in adults):
        "There is entitlement, and nothing is paid, because State Pension or another benefit is as much or more. It still opens the way to extra amounts of other benefits."
        return 0
    return sum(carers_allowance_paid for person in adults)
