# Pension Credit in Great Britain: State Pension Credit Act 2002 and SI 2002/1792, the State Pension Credit Regulations.
#
# Weekly. Guarantee credit brings income up to a guarantee; savings credit is for those who reached State Pension age
# before 6 April 2016 and put something by. There is no savings limit: savings over 10,000 count as some income instead.
# A couple of mixed ages cannot begin to get it; a couple that had it, or pension-age housing benefit, before 15 May 2019
# and without a break since, keeps it.


@household("State Pension Credit Act 2002 ss.1 to 3 and s.4(1A); SI 2019/37 art.4")
def pension_credit_due(
    nation, adults, reached_pension_age, may_have_pension_credit, pension_credit_income, minimum_guarantee, guarantee_credit,
    savings_credit_due
) -> GBP/week:
    """Pension Credit each week"""
    if nation == "northern_ireland":
        return not_covered("These are the rules for Great Britain. Northern Ireland has its own law. Ask the Northern Ireland Pension Centre.")
    if not any(reached_pension_age for person in adults):
        "Pension Credit is for people who have reached State Pension age."
        return 0
    if not may_have_pension_credit:
        "A couple of whom one has not reached State Pension age cannot start to get Pension Credit. Universal Credit may help instead."
        return 0
    if minimum_guarantee <= pension_credit_income and savings_credit_due == 0:
        "Income of {pension_credit_income} is not below the {minimum_guarantee} that Pension Credit guarantees, and there is no savings credit."
        return 0
    return guarantee_credit + savings_credit_due


@household("State Pension Credit Act 2002 ss.1(2) and 4(1A); SI 2019/37 art.4")
def may_have_pension_credit(adults, reached_pension_age, couple_of_mixed_ages, pension_age_award_since_may_2019) -> yes_no:
    """Whether you are old enough for Pension Credit, both of you if you are a couple"""
    if not any(reached_pension_age for person in adults):
        "Nobody has reached State Pension age."
        return False
    if couple_of_mixed_ages:
        "One of you has not reached State Pension age, so only an award that never ended since before 15 May 2019 goes on."
        return pension_age_award_since_may_2019
    return True


@household("State Pension Credit Act 2002 s.4(1A)")
def couple_of_mixed_ages(partners, adults, reached_pension_age) -> yes_no:
    """Whether one of a couple has reached State Pension age and the other has not"""
    if count(partners) == 0:
        "You have no partner."
        return False
    return any(reached_pension_age for person in adults) and not all(reached_pension_age for person in adults)


@household("State Pension Credit Act 2002 s.2(2)")
def guarantee_credit(may_have_pension_credit, pension_credit_income, minimum_guarantee) -> GBP/week:
    """Guarantee credit, which brings your income up to what is guaranteed"""
    if not may_have_pension_credit:
        "You cannot get Pension Credit yet."
        return 0
    if pension_credit_income >= minimum_guarantee:
        "Income of {pension_credit_income} is not below the guarantee of {minimum_guarantee}."
        return 0
    return round_half_up(max(0, minimum_guarantee - pension_credit_income))
