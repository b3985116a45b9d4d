# What a move sets off is in the rules of the bodies' own services (`uses:`). Here is only the duty to tell.


@household("SI 1992/613 regs 11 and 16")
def told_in_time(on_date, arriving_on, days_to_tell) -> yes_no:
    """Whether the councils are told within the time that the law gives"""
    if days_between(arriving_on, on_date) > days_to_tell:
        "You moved more than {days_to_tell} days ago. Tell them now all the same."
        return False
    "You have {days_to_tell} days from the day you move."
    return True


@household("Local Government Finance Act 1992 Sch 3 para 1")
def late_penalty(told_in_time, penalty_for_not_telling) -> GBP:
    """What a council may charge because it was told late"""
    if told_in_time:
        "It is told in time."
        return 0
    "It may, and need not. Say why it was late."
    return penalty_for_not_telling
