# The bedrooms that the law counts for the people of a home.


@person("SI 2013/376 Sch 4 para 9(2)")
def is_grown_up_non_dependant(date_of_birth, on_date) -> yes_no:
    """Whether this other adult is 16 or older, so that a bedroom is counted"""
    return years_between(date_of_birth, on_date) >= 16


@household("SI 2013/376 Sch 4 paras 8 to 12")
def bedrooms_counted(children, other_adults, is_under_16, is_grown_up_non_dependant, bedrooms_for_children, further_bedrooms) -> number:
    """The bedrooms that the law counts: one for you or the two of you, and those for the others"""
    young_people = count(person for person in children if not is_under_16)
    others = count(person for person in other_adults if is_grown_up_non_dependant)
    return 1 + young_people + others + bedrooms_for_children + further_bedrooms
