# When council tax at the new home begins, and whether it begins with the discount for one adult.


@household("Local Government Finance Act 1992 s.6")
def account_opens(arriving_nation, arriving_home_is, arriving_on, on_date) -> yes_no:
    """Whether a council tax account is opened for the new home"""
    if arriving_nation == "scotland" or arriving_nation == "northern_ireland":
        return not_covered("Scotland and Northern Ireland have laws of their own on this. Tell the council of your new home.")
    if arriving_home_is == "lodging":
        "Whoever owns or rents the home and lives in it pays its council tax."
        return False
    if arriving_on > on_date:
        "It begins on the day you move in, {arriving_on}."
        return True
    "It began on the day you moved in, {arriving_on}."
    return True


@person("Local Government Finance Act 1992 s.6(5)")
def is_resident_age(date_of_birth, arriving_on, resident_age) -> yes_no:
    """Whether this person is old enough on the day to count as a resident"""
    return years_between(date_of_birth, arriving_on) >= resident_age


@household("Local Government Finance Act 1992 s.11(1)")
def one_adult_moves_in(account_opens, grown_ups, is_resident_age) -> yes_no:
    """Whether one adult alone moves in, who may get the discount for one adult"""
    if account_opens and count(person for person in grown_ups if is_resident_age) == 1:
        "One adult moves in."
        return True
    "Somebody else pays, or more than one adult moves in."
    return False
