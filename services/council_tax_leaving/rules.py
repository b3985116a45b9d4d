# When council tax at the old home ends. Who owns an empty home, or holds it for a term of six months or more, goes on
# being liable after moving out: Local Government Finance Act 1992 s.6(2)(f), (5) and (6).


@household("Local Government Finance Act 1992 s.6")
def account_closes(leaving_nation, leaving_home_is, leaving_on, leaving_ends_on) -> yes_no:
    """Whether the council tax account of the old home is closed"""
    if leaving_nation == "scotland" or leaving_nation == "northern_ireland":
        return not_covered("Scotland and Northern Ireland have laws of their own on this. Tell the council of your old home.")
    if leaving_home_is == "kept":
        "Somebody who owns an empty home goes on paying its council tax."
        return False
    if leaving_home_is == "no_rent":
        "It ends on the day you move out, {leaving_on}."
        return True
    if leaving_ends_on > leaving_on:
        "You move out on {leaving_on}. You may have to pay for the empty home until {leaving_ends_on}."
        return True
    "It ends on the day you move out, {leaving_on}."
    return True
