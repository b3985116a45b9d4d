# The bedrooms that the law counts for the people of a home.


@household("SI 2006/214 reg 13D(3)")
def bedrooms_for_housing_benefit(
    children, other_adults, is_under_16, second_of_a_couple, bedrooms_for_children, further_bedrooms
) -> number:
    """The bedrooms that the law counts: one for you or the two of you, one for each other grown-up or couple"""
    young = count(person for person in children if not is_under_16)
    others = count(person for person in other_adults if not second_of_a_couple)
    return 1 + young + others + bedrooms_for_children + further_bedrooms
