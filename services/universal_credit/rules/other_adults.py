# What other adults in the home are expected to pay towards the rent.


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
