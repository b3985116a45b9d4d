# Winter Fuel Payment in England and Wales, Pension Age Winter Heating Payment in Scotland, and the charge that takes
# either back above an income limit.
# SI 2025/969, the Social Fund Winter Fuel Payment Regulations 2025; SSI 2024/351 as amended in 2025; for the charge,
# the Finance Act 2026. One is paid for each winter, by age and household in the third full week of September.
# The text of SI 2025/969 beyond its definitions, and of SSI 2024/351, was not read: conditions and amounts are from
# official announcements, and how a shared home is paid follows SI 2000/729 reg 2, with which those amounts agree.


@person("SI 2025/969; Pensions Act 1995 Sch 4 Part 1")
def old_enough_for_a_winter_payment(date_of_birth, months_past_66, winter_payment_week_ends) -> yes_no:
    """Whether State Pension age was reached by the end of the week in September that counts"""
    return add_months(date_of_birth, 792 + months_past_66) <= winter_payment_week_ends


@person("SI 2025/969; SSI 2024/351")
def eighty_for_a_winter_payment(date_of_birth, winter_payment_week_ends, winter_payment_higher_from_age) -> yes_no:
    """Whether somebody was 80 by the end of the week in September that counts"""
    return years_between(date_of_birth, winter_payment_week_ends) >= winter_payment_higher_from_age


@household("SI 2025/969 (people who live together)")
def people_old_enough(grown_ups, old_enough_for_a_winter_payment) -> number:
    """How many people of State Pension age live in the home"""
    return count(person for person in grown_ups if old_enough_for_a_winter_payment)


@household("SI 2025/969 (people who live together)")
def people_of_eighty(grown_ups, eighty_for_a_winter_payment) -> number:
    """How many people of 80 or over live in the home"""
    return count(person for person in grown_ups if eighty_for_a_winter_payment)


@household("SI 2025/969 (one payment for a couple with a benefit)")
def claimants_old_enough(claimants, old_enough_for_a_winter_payment) -> yes_no:
    """Whether you are old enough for the payment yourself"""
    return any(old_enough_for_a_winter_payment for person in claimants)


@household("SI 2025/969 (the partner's age counts when there is a benefit)")
def one_of_the_couple_is_eighty(adults, eighty_for_a_winter_payment) -> yes_no:
    """Whether you or your partner are 80 or over"""
    return any(eighty_for_a_winter_payment for person in adults)


@person("SI 2025/969; SSI 2024/351 (a benefit is of the family, and of another adult alone)")
def has_a_benefit_for_winter(role, gets_a_means_tested_benefit, income_related_benefit) -> yes_no:
    """Whether there is a benefit because of a low income"""
    if role == "other_adult":
        "Another adult has a benefit of their own."
        return income_related_benefit != "none"
    return gets_a_means_tested_benefit


@person("SI 2025/969; SSI 2024/351")
def winter_payment_with_a_benefit(
    role, nation, claimants_old_enough, one_of_the_couple_is_eighty, eighty_for_a_winter_payment,
    winter_fuel_under_80, winter_fuel_over_80, winter_heating_under_80, winter_heating_over_80
) -> GBP/year:
    """The payment for people who get a benefit because of a low income: one for a couple"""
    if role == "partner" and claimants_old_enough:
        "A couple with a benefit gets one payment, and the other of the two gets it."
        return 0
    if role == "other_adult":
        older = eighty_for_a_winter_payment
    else:
        older = one_of_the_couple_is_eighty
    if nation == "scotland":
        "In Scotland the amounts are higher."
        return winter_heating_over_80 if older else winter_heating_under_80
    return winter_fuel_over_80 if older else winter_fuel_under_80


@person("SI 2025/969; SSI 2024/351")
def winter_payment_in_a_shared_home(
    nation, eighty_for_a_winter_payment, people_of_eighty, winter_fuel_under_80_shared, winter_fuel_over_80_shared,
    winter_fuel_over_80_shared_with_younger, winter_heating_under_80_shared, winter_heating_over_80_shared,
    winter_heating_over_80_shared_with_younger
) -> GBP/year:
    """The payment for somebody who lives with another person of State Pension age"""
    if not eighty_for_a_winter_payment:
        "Somebody under 80 who lives with another person of State Pension age gets half."
        return winter_heating_under_80_shared if nation == "scotland" else winter_fuel_under_80_shared
    if people_of_eighty > 1:
        "Each of two people of 80 or over gets half."
        return winter_heating_over_80_shared if nation == "scotland" else winter_fuel_over_80_shared
    "The other person is under 80."
    return winter_heating_over_80_shared_with_younger if nation == "scotland" else winter_fuel_over_80_shared_with_younger


@person("SI 2025/969; SSI 2024/351")
def winter_payment(
    nation, old_enough_for_a_winter_payment, has_a_benefit_for_winter, winter_payment_with_a_benefit, people_old_enough,
    winter_payment_in_a_shared_home, eighty_for_a_winter_payment, winter_fuel_under_80, winter_fuel_over_80,
    winter_heating_under_80, winter_heating_over_80
) -> GBP/year:
    """Winter Fuel Payment for one winter. In Scotland it is called Pension Age Winter Heating Payment"""
    if nation == "northern_ireland":
        return not_covered("Northern Ireland has regulations of its own. Ask the Department for Communities.")
    if not old_enough_for_a_winter_payment:
        "State Pension age was not reached by the end of the week in September that counts."
        return 0
    if has_a_benefit_for_winter:
        "There is a benefit because of a low income."
        return winter_payment_with_a_benefit
    if people_old_enough > 1:
        "More than one person of State Pension age lives in the home."
        return winter_payment_in_a_shared_home
    if nation == "scotland":
        "In Scotland the amounts are higher."
        return winter_heating_over_80 if eighty_for_a_winter_payment else winter_heating_under_80
    return winter_fuel_over_80 if eighty_for_a_winter_payment else winter_fuel_under_80


@household("SI 2025/969; SSI 2024/351")
def winter_fuel_payment(adults, winter_payment) -> GBP/year:
    """Winter Fuel Payment of you and your partner for one winter. In Scotland, Pension Age Winter Heating Payment"""
    return sum(winter_payment for person in adults)


@person("ITEPA, as inserted by the Finance Act 2026 (winter fuel payment charge); not with a benefit")
def winter_payment_charge(winter_payment, total_income, winter_payment_income_limit, has_a_benefit_for_winter) -> GBP/year:
    """What is taken back of the winter payment with the income tax of the year"""
    if total_income <= winter_payment_income_limit:
        "Income of {total_income} is not over {winter_payment_income_limit}."
        return 0
    if has_a_benefit_for_winter:
        "Nothing is taken back from people who get a benefit because of a low income."
        return 0
    "Income of {total_income} is over {winter_payment_income_limit}, so the whole of the winter payment is taken back."
    return winter_payment
