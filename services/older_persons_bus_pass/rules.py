# Free bus travel for older people in England: Transport Act 2000 s.145A and s.146 ("elderly person").
# The pass is for the age at which a woman born on the same day reaches pensionable age; the ages have been equal since 2018.


@household("Transport Act 2000 ss.145A and 146")
def bus_pass_due(people, reached_pension_age) -> yes_no:
    """Whether an older person's bus pass is due"""
    if all(reached_pension_age for person in people):
        "State Pension age has been reached."
        return True
    "State Pension age has not been reached."
    return False
