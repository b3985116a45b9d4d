# Savings credit, for people who put something by for their retirement.


@person("State Pension Credit Act 2002 s.3(1); Pensions Act 1995 Sch 4")
def reached_before_april_2016(
    date_of_birth, pension_age_before_april_2016, everyone_born_before, nobody_born_from
) -> yes_no:
    """Whether State Pension age was reached before 6 April 2016"""
    if date_of_birth < everyone_born_before:
        "Everybody born before {everyone_born_before} had reached it."
        return True
    if date_of_birth >= nobody_born_from:
        "Nobody born on or after {nobody_born_from} had reached it."
        return False
    return pension_age_before_april_2016


@household("State Pension Credit Act 2002 s.3; SI 2002/1792 regs 7 and 7A")
def savings_credit_due(
    may_have_pension_credit, adults, reached_before_april_2016, savings_credit_since_april_2016, pension_credit_income,
    savings_credit_threshold, savings_credit_earned, savings_credit_taken_back
) -> GBP/week:
    """Savings credit, for people who put something by for their retirement"""
    if not may_have_pension_credit:
        "You cannot get Pension Credit yet."
        return 0
    if not any(reached_before_april_2016 for person in adults):
        "Savings credit is only for people who reached State Pension age before 6 April 2016."
        return 0
    if any(not reached_before_april_2016 for person in adults) and not savings_credit_since_april_2016:
        "Only one of you reached State Pension age before 6 April 2016, and neither has had savings credit without a break since then."
        return 0
    if pension_credit_income <= savings_credit_threshold:
        "Income of {pension_credit_income} is not over the {savings_credit_threshold} at which savings credit begins."
        return 0
    if savings_credit_taken_back >= savings_credit_earned:
        "Income is too high: {savings_credit_earned} less {savings_credit_taken_back} leaves nothing."
        return 0
    return round_half_up(max(0, savings_credit_earned - savings_credit_taken_back))


@household("State Pension Credit Act 2002 s.3(7); SI 2002/1792 reg 7(2)")
def savings_credit_threshold(partners, savings_credit_begins_couple, savings_credit_begins_single) -> GBP/week:
    """The income at which savings credit begins"""
    if count(partners) > 0:
        "The amount for a couple."
        return savings_credit_begins_couple
    return savings_credit_begins_single


@household("State Pension Credit Act 2002 s.3(4) amount A and s.3(7); SI 2002/1792 reg 7(1)(a)")
def savings_credit_earned(
    pension_credit_income, savings_credit_threshold, standard_minimum_guarantee, savings_credit_share
) -> GBP/week:
    """A share of the income above the threshold, up to the most that savings credit can be"""
    counted = min(pension_credit_income, standard_minimum_guarantee)
    return savings_credit_share * max(0, counted - savings_credit_threshold)


@household("State Pension Credit Act 2002 s.3(4) amount B; SI 2002/1792 reg 7(1)(c)")
def savings_credit_taken_back(pension_credit_income, minimum_guarantee, share_of_income_over_guarantee) -> GBP/week:
    """A share of the income above what is guaranteed"""
    return share_of_income_over_guarantee * max(0, pension_credit_income - minimum_guarantee)
