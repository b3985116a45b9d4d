# Universal Credit as a council's own scheme counts it, when it is worked out here and not asked.
# It stands in for the folder local_benefits_as_stated, which has rules of the same names.


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_universal_credit(universal_credit) -> yes_no:
    """Whether you or your partner could get Universal Credit"""
    return universal_credit > 0


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_passported() -> yes_no:
    """Whether you or your partner get an older benefit for people on a low income"""
    "Nobody can apply for one of these any more, so Universal Credit is what counts here."
    return False


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_paid(universal_credit) -> GBP/month:
    """Universal Credit for a month, as it is estimated here"""
    return universal_credit


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_housing(housing_costs_element) -> GBP/month:
    """The housing element of Universal Credit, as it is estimated here"""
    return housing_costs_element


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_carer(carer_element) -> GBP/month:
    """The carer element of Universal Credit, as it is estimated here"""
    return carer_element


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_disabled_child(disabled_child_additions) -> GBP/month:
    """The disabled child element of Universal Credit, as it is estimated here"""
    return disabled_child_additions


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_childcare(childcare_costs_element) -> GBP/month:
    """The childcare element of Universal Credit, as it is estimated here"""
    return childcare_costs_element


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_health(health_element) -> GBP/month:
    """The health element of Universal Credit, as it is estimated here"""
    return health_element
