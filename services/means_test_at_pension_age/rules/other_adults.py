# Whom the law looks at when other adults live in the home. What it expects from them differs, and is in each programme.


@household("SI 2006/214 reg 55(6); SI 2012/2885 Sch 1 para 8(6); SI 2013/3029 Sch 1 para 3; SSI 2012/319 reg 48")
def other_adults_are_expected_to_pay(adults, other_adults, stops_deductions) -> yes_no:
    """Whether the law expects anything from other adults who live in the home"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return False
    if any(stops_deductions for person in adults):
        "You or your partner are severely sight impaired or get a benefit for care, so nothing is expected from other adults."
        return False
    return True


@person("SI 2006/214 reg 55(6); SI 2012/2885 Sch 1 para 8(6); SI 2013/3029 Sch 1 para 3; SSI 2012/319 reg 48")
def stops_deductions(severely_sight_impaired, disability_benefit) -> yes_no:
    """Whether a disability of yours or your partner's means that nothing is expected from other adults"""
    if severely_sight_impaired:
        "Nothing is expected from other adults when you or your partner are severely sight impaired."
        return True
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced",
        "dla_care_lowest", "dla_care_middle", "dla_care_highest", "armed_forces_independence_payment"
    )


@person("SI 2006/214 reg 6; SI 2012/2885 reg 10; SI 2013/3029 reg 10; SSI 2012/319 reg 6")
def in_work_that_counts(works_for_pay, hours_worked, hours_that_count_as_work) -> yes_no:
    """Whether this other adult works for pay, for as many hours as the law asks"""
    if not works_for_pay:
        "This adult does not work for pay."
        return False
    if hours_worked < hours_that_count_as_work:
        "Work of fewer than {hours_that_count_as_work} hours a week does not count as being in work."
        return False
    return True


@person("SI 2012/2885 Sch 1 para 8(1) and (6) to (8); SI 2013/3029 Sch 1 para 3; SSI 2012/319 reg 48")
def nothing_is_expected_for_council_tax(
    nation, date_of_birth, on_date, income_related_benefit, not_counted_because, second_of_a_couple
) -> yes_no:
    """Whether nothing is expected from this adult towards council tax"""
    if years_between(date_of_birth, on_date) < 18:
        "Nothing is expected from somebody under 18."
        return True
    if income_related_benefit in (
        "pension_credit", "income_support", "income_based_jobseekers_allowance",
        "income_related_employment_and_support_allowance", "universal_credit_without_earnings"
    ):
        "Nothing is expected from somebody who gets a benefit because of a low income."
        return True
    # In England the law counts care leavers for the bill.
    if not_counted_because != "none" and (not_counted_because != "care_leaver" or nation != "england"):
        "Nothing is expected from a student or from somebody who is not counted for the bill."
        return True
    if second_of_a_couple:
        "Only one amount is expected from a couple."
        return True
    return False


@household("SI 2006/214 reg 55(3); SI 2012/2885 Sch 1 para 8(3)")
def several_other_adults(other_adults) -> yes_no:
    """Whether more than one other adult lives in the home"""
    return count(other_adults) > 1


@person("SI 2006/214 reg 55(3); SI 2012/2885 Sch 1 para 8(3)")
def second_of_a_couple(several_other_adults, counted_with_partner) -> yes_no:
    """Whether this other adult is the partner of another one, who is looked at for both"""
    if not several_other_adults:
        "It can only be so where more than one other adult lives in the home."
        return False
    return counted_with_partner
