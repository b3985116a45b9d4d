# One council at both ends: the account moves when it closes at one home and opens at the other.


@household("Local Government Finance Act 1992 ss.2 and 6")
def account_moves(account_closes, account_opens) -> yes_no:
    """Whether the council tax account moves with you"""
    if account_closes and account_opens:
        "It ends at the old home and begins at the new one."
        return True
    "It goes on at the old home, or somebody else pays at the new one."
    return False
