# A housing association is told that its tenant leaves. Whether the notice is long enough, the tenancy says.


@household("Protection from Eviction Act 1977 s.5")
def tenancy_ends(leaving_home_is, leaving_ends_on, on_date) -> yes_no:
    """Whether a tenancy with a housing association ends"""
    if leaving_home_is != "association_rent":
        "The old home was not rented from a housing association."
        return False
    if leaving_ends_on < on_date:
        "You say that it ended on {leaving_ends_on}."
        return True
    "You say that it ends on {leaving_ends_on}."
    return True
