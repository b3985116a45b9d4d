# The bedrooms that the law counts for the people of a home.


@household("SI 2006/214 reg 13D(3)")
def bedrooms_for_housing_benefit(
    children, other_adults, below_16, counted_with_partner, bedrooms_of_children, further_bedrooms
) -> number:
    """The bedrooms that the law counts: one for you or the two of you, one for each other grown-up or couple"""
    young = count(person for person in children if not below_16)
    others = count(person for person in other_adults if not counted_with_partner)
    return 1 + young + others + bedrooms_of_children + further_bedrooms


@household("SI 2006/214 reg 13D(3)(c) to (e)")
def bedrooms_of_children(children, below_16, below_10, sex) -> number:
    """The fewest bedrooms for children: two of one sex share, and two below 10 share"""
    below = count(person for person in children if below_16)
    if below < 2:
        "There are not two children below 16."
        return below
    pairs = ceil(below / 2)
    if not any(below_16 and not below_10 for person in children):
        "They are all below 10, so two of them share, girls or boys."
        return pairs
    if pairs * 2 > below:
        "Their number is odd, so one has a bedroom alone and the others share, however many are girls or boys."
        return pairs
    girls = count(person for person in children if below_16 and not below_10 and sex == "female")
    boys = count(person for person in children if below_16 and not below_10 and sex == "male")
    small_girls = count(person for person in children if below_10 and sex == "female")
    small_boys = count(person for person in children if below_10 and sex == "male")
    rooms_of_girls = ceil(girls / 2)
    rooms_of_boys = ceil(boys / 2)
    # One of 10 or over who is left without a pair shares with a younger one of the same sex.
    small = max(0, small_girls - (2 * rooms_of_girls - girls)) + max(0, small_boys - (2 * rooms_of_boys - boys))
    # At most two are left without a pair: to say so changes no number, and tells the interview how little turns on it.
    return max(pairs, min(pairs + 1, rooms_of_girls + rooms_of_boys + ceil(small / 2)))


@person("SI 2006/214 reg 13D(3)(c) to (e) and (12)")
def below_16(date_of_birth, on_date) -> yes_no:
    """Whether somebody is below 16, and counts as a child for the number of bedrooms"""
    return years_between(date_of_birth, on_date) < 16


@person("SI 2006/214 reg 13D(3)(d)")
def below_10(date_of_birth, on_date) -> yes_no:
    """Whether a child is below 10, and may share with a brother or a sister"""
    return years_between(date_of_birth, on_date) < 10
