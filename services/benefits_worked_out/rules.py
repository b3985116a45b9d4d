# Whether a household gets a benefit that depends on income, worked out and not asked.
# It stands in for the folder benefits_as_stated, which has a rule of the same name.


@household("SI 2025/969; SSI 2020/351 reg 18; SI 2013/376; State Pension Credit Act 2002")
def gets_a_means_tested_benefit(may_have_pension_credit, pension_credit_due, universal_credit) -> yes_no:
    """Whether you or your partner could get Pension Credit or Universal Credit"""
    if may_have_pension_credit:
        "At your age it is Pension Credit that counts."
        return pension_credit_due > 0
    "At your age it is Universal Credit that counts."
    return universal_credit > 0


@household("SI 2013/376; State Pension Credit Act 2002 s.4(1A)")
def gets_universal_credit(may_have_pension_credit, universal_credit) -> yes_no:
    """Whether you or your partner could get Universal Credit"""
    if may_have_pension_credit:
        "At your age it is Pension Credit that counts."
        return False
    return universal_credit > 0


@household("State Pension Credit Act 2002 s.2")
def gets_guarantee_credit(may_have_pension_credit, guarantee_credit) -> yes_no:
    """Whether you or your partner could get the guarantee credit of Pension Credit"""
    if not may_have_pension_credit:
        "At your age it is Universal Credit that counts."
        return False
    return guarantee_credit > 0
