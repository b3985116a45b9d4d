# The amounts for a health condition and for caring.


@person("SI 2013/376 regs 27 and 40")
def cannot_prepare_for_work(work_capability) -> yes_no:
    """Whether the decision is limited capability for work and work-related activity"""
    return work_capability in ("no_activity_protected", "no_activity_new")


@household("SI 2013/376 regs 27 and 36; Universal Credit Act 2025 ss.2 and 3")
def health_element(adults, work_capability, cannot_prepare_for_work, health_amount_protected, health_amount_new) -> GBP/month:
    """The amount for a health condition that keeps you from working and preparing for work"""
    if not any(cannot_prepare_for_work for person in adults):
        "Nobody was found to have limited capability for work and work-related activity."
        return 0
    if any(work_capability == "no_activity_protected" for person in adults):
        "The protected amount: from before 6 April 2026, or severe conditions, or terminal illness."
        return health_amount_protected
    "The amount for decisions from 6 April 2026 on."
    return health_amount_new


@person("SI 2013/376 reg 30")
def is_carer(hours_of_care, cared_for_gets_benefit, hours_of_a_carer) -> yes_no:
    """Whether this person has regular and substantial caring responsibilities"""
    if hours_of_care < hours_of_a_carer:
        "Care is given for fewer than {hours_of_a_carer} hours a week."
        return False
    return cared_for_gets_benefit


@household("SI 2013/376 regs 29 and 36")
def carer_element(adults, is_carer, cannot_prepare_for_work, carer_amount_monthly) -> GBP/month:
    """The amount for carers"""
    carers = count(person for person in adults if is_carer)
    if carers == 0:
        "Nobody cares for a severely disabled person for 35 hours a week."
        return 0
    if not any(cannot_prepare_for_work for person in adults):
        "The amount for each carer."
        return carer_amount_monthly * carers
    if any(cannot_prepare_for_work and not is_carer for person in adults):
        "The amount for each carer. The amount for health is for the other of you."
        return carer_amount_monthly * carers
    "For one person only the amount for health is paid, and not the amount for a carer as well."
    return carer_amount_monthly * max(0, carers - 1)
