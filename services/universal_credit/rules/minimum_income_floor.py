# What self-employed people are treated as earning once their business is more than a year old.


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
