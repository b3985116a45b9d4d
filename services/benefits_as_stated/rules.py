# Which benefits that depend on income a household gets, as people say it themselves.
# A folder that works them out can stand in for this one: it has the same names and says `stands_in_for:`.


@household("SI 2025/969; SSI 2020/351 reg 18 (the benefits that open the way to others)")
def gets_a_means_tested_benefit(pension_credit, working_age_benefit) -> yes_no:
    """Whether you or your partner get Pension Credit, Universal Credit or another benefit because of a low income"""
    if pension_credit != "none":
        "You get Pension Credit."
        return True
    return working_age_benefit


@household("SI 2018/148; SI 2005/3262 (benefits that open the way to meals and food)")
def gets_universal_credit(working_age_benefit) -> yes_no:
    """Whether you or your partner get Universal Credit, or an older benefit in its place"""
    return working_age_benefit


@household("State Pension Credit Act 2002 s.2")
def gets_guarantee_credit(pension_credit) -> yes_no:
    """Whether you or your partner get the guarantee credit of Pension Credit"""
    return pension_credit == "guarantee"
