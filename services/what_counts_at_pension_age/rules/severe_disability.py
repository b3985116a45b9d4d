# The extra amount for severe disability: for whom it is added is the same in all four laws, how much it is is not.


@person("SI 2002/1792 Sch I para 1(1); SI 2006/214 Sch 3 para 6(2)(a)(i); SI 2012/2885 Sch 2 para 6(2)(a)(i)")
def severely_disabled(disability_benefit) -> yes_no:
    """Whether a benefit is paid that counts for the extra amount for severe disability"""
    return disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced",
        "dla_care_middle", "dla_care_highest", "armed_forces_independence_payment"
    )


@person("SI 2002/1792 Sch I para 2; SI 2006/214 Sch 3 para 6(6); SI 2012/2885 Sch 2 para 6(2)(a)(ii) and (6)")
def adult_who_could_help(date_of_birth, on_date, severely_disabled, severely_sight_impaired) -> yes_no:
    """Whether another adult in the home keeps the extra amount for severe disability from being added"""
    if years_between(date_of_birth, on_date) < 18:
        "Somebody under 18 does not keep the amount from being added."
        return False
    if severely_disabled:
        "Somebody who gets a benefit for care does not keep the amount from being added."
        return False
    return not severely_sight_impaired


@household("SI 2002/1792 Sch I paras 1 and 2; SI 2006/214 Sch 3 para 6; SI 2012/2885 Sch 2 para 6")
def people_with_a_severe_disability(
    adults, other_adults, severely_disabled, severely_sight_impaired, adult_who_could_help, carer_is_paid
) -> number:
    """For how many people the extra amount for severe disability is added"""
    if not any(severely_disabled for person in adults):
        "Neither you nor your partner get a benefit that counts for it."
        return 0
    if any(adult_who_could_help for person in other_adults):
        "Another adult lives in the home."
        return 0
    if any(not severely_disabled and not severely_sight_impaired for person in adults):
        "Both of a couple must get a benefit that counts for it, unless the other is severely sight impaired."
        return 0
    return count(person for person in adults if severely_disabled and not carer_is_paid)
