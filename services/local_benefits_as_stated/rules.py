# Which benefits for people on a low income count under a council's own scheme, as people say it themselves.
# The folder local_benefits_worked_out can stand in for this one: it has the same names.


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_universal_credit(adults, income_related_benefit) -> yes_no:
    """Whether you or your partner get Universal Credit"""
    return any(income_related_benefit in ("universal_credit_without_earnings", "universal_credit_with_earnings") for person in adults)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_passported(adults, income_related_benefit) -> yes_no:
    """Whether you or your partner get an older benefit for people on a low income"""
    return any(income_related_benefit in ("income_support", "income_based_jobseekers_allowance", "income_related_employment_and_support_allowance") for person in adults)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_paid(universal_credit_paid) -> GBP/month:
    """Universal Credit for a month, as its statement says"""
    return universal_credit_paid


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_housing(universal_credit_housing) -> GBP/month:
    """The housing element of Universal Credit, as its statement says"""
    return universal_credit_housing


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_carer(universal_credit_carer) -> GBP/month:
    """The carer element of Universal Credit, as its statement says"""
    return universal_credit_carer


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_disabled_child(universal_credit_disabled_child) -> GBP/month:
    """The disabled child element of Universal Credit, as its statement says"""
    return universal_credit_disabled_child


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_childcare(universal_credit_childcare) -> GBP/month:
    """The childcare element of Universal Credit, as its statement says"""
    return universal_credit_childcare


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_health(universal_credit_health) -> GBP/month:
    """The health element of Universal Credit, as its statement says"""
    return universal_credit_health
