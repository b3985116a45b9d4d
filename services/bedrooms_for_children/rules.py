# How children share bedrooms: Universal Credit and Housing Benefit say it alike.
# Who else has a bedroom differs, and is in the folders of the two.


@person("SI 2013/376 Sch 4 para 10(1)(b) and Welfare Reform Act 2012 s.40; SI 2006/214 reg 13D(3)(c) to (e) and (12)")
def is_under_16(date_of_birth, on_date) -> yes_no:
    """Whether this child is under 16"""
    return years_between(date_of_birth, on_date) < 16


@person("SI 2013/376 Sch 4 para 10(1)(d); SI 2006/214 reg 13D(3)(d)")
def is_under_10(date_of_birth, on_date) -> yes_no:
    """Whether this child is under 10"""
    return years_between(date_of_birth, on_date) < 10


@household("SI 2013/376 Sch 4 para 10(1)(d) to (f) and (2); SI 2006/214 reg 13D(3)(c) to (e)")
def bedrooms_for_children(children, is_under_16, is_under_10, sex) -> number:
    """The fewest bedrooms for the children under 16: two of one sex share, and two under 10 share"""
    under_16 = count(person for person in children if is_under_16)
    if under_16 <= 1:
        "There is not more than one child under 16."
        return under_16
    two_in_each = ceil(under_16 / 2)
    if not any(is_under_16 and not is_under_10 for person in children):
        "They are all under 10, so two of them share, girls or boys."
        return two_in_each
    if two_in_each * 2 > under_16:
        "Their number is odd, so one has a bedroom alone and the others share, however many are girls or boys."
        return two_in_each
    girls = count(person for person in children if is_under_16 and not is_under_10 and sex == "female")
    boys = count(person for person in children if is_under_16 and not is_under_10 and sex == "male")
    small_girls = count(person for person in children if is_under_10 and sex == "female")
    small_boys = count(person for person in children if is_under_10 and sex == "male")
    rooms_of_girls = ceil(girls / 2)
    rooms_of_boys = ceil(boys / 2)
    # A girl or boy of 10 or older who is left over shares with a younger one of the same sex, if there is one.
    left_girls = max(0, small_girls - (2 * rooms_of_girls - girls))
    left_boys = max(0, small_boys - (2 * rooms_of_boys - boys))
    rooms = rooms_of_girls + rooms_of_boys + ceil((left_girls + left_boys) / 2)
    # At most two are left without anybody to share with, one girl and one boy or one of them and a younger child. To
    # say so changes no number; it tells the interview that one bedroom, at most, turns on who is a girl or a boy.
    return max(two_in_each, min(two_in_each + 1, rooms))
