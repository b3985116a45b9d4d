# The Universal Credit that counts, without the parts that a scheme leaves out.


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_counted(
    local_universal_credit, local_universal_credit_paid, local_universal_credit_housing, local_universal_credit_carer,
    local_universal_credit_disabled_child, local_universal_credit_childcare, local_universal_credit_health, scheme_uc_housing,
    scheme_uc_carer, scheme_uc_disabled_child, scheme_uc_childcare, scheme_uc_health
) -> GBP/week:
    """The Universal Credit that counts, without the parts that the scheme leaves out"""
    if not local_universal_credit:
        "There is no Universal Credit."
        return 0
    housing = local_universal_credit_housing * scheme_uc_housing if scheme_uc_housing > 0 else 0
    carer = local_universal_credit_carer * scheme_uc_carer if scheme_uc_carer > 0 else 0
    child = local_universal_credit_disabled_child * scheme_uc_disabled_child if scheme_uc_disabled_child > 0 else 0
    childcare = local_universal_credit_childcare * scheme_uc_childcare if scheme_uc_childcare > 0 else 0
    health = local_universal_credit_health * scheme_uc_health if scheme_uc_health > 0 else 0
    return weekly(max(0, local_universal_credit_paid - housing - carer - child - childcare - health))
