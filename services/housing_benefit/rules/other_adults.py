# What other adults in the home are expected to pay towards the rent.


@household("SI 2006/214 reg 55")
def expected_from_non_dependants(other_adults_are_expected_to_pay, other_adults, expected_from_non_dependant) -> GBP/week:
    """What other adults who live in the home are expected to pay towards the rent"""
    if not other_adults_are_expected_to_pay:
        "Nothing is expected from other adults."
        return 0
    return sum(expected_from_non_dependant for person in other_adults)


@person("SI 2006/214 reg 55(7) and (8)")
def nothing_is_expected(date_of_birth, on_date, income_related_benefit, not_counted_because, second_of_a_couple) -> yes_no:
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
    return second_of_a_couple


@person("SI 2006/214 regs 6 and 55(1) to (4)")
def expected_from_non_dependant(
    nothing_is_expected, income_related_benefit, in_work_that_counts, gross_income,
    rent_expected_by_income, rent_expected_without_work
) -> GBP/week:
    """What another adult is expected to pay towards the rent"""
    if nothing_is_expected:
        "Nothing is expected from this adult."
        return 0
    if not in_work_that_counts:
        "This adult does not work, or for too few hours to count as being in work."
        return rent_expected_without_work
    if income_related_benefit in (
        "income_support", "income_based_jobseekers_allowance", "income_related_employment_and_support_allowance"
    ):
        "Somebody who gets one of these benefits does not count as being in work."
        return rent_expected_without_work
    "This adult works and has {gross_income}."
    return band(rent_expected_by_income, gross_income)
