# The rent that counts: all of a social rent, and of a private one up to the Local Housing Allowance.


@household("SI 2006/214 regs 12 to 12D and 61(2)")
def rent_for_housing_benefit(tenure, rent, allowance_for_the_home) -> GBP/week:
    """The rent that counts each week: a month's rent times 12, divided by 52"""
    if tenure == "social_rent":
        "The whole rent of a council or housing association counts."
        return weekly(rent)
    if weekly(rent) > allowance_for_the_home:
        "The rent is more than the Local Housing Allowance of {allowance_for_the_home}."
        return allowance_for_the_home
    return weekly(rent)


@household("SI 2006/214 reg 13D; Rent Officers (Housing Benefit Functions) Order 1997 Sch 3B")
def allowance_for_the_home(
    rental_area, local_housing_allowance_weekly, bedrooms_for_the_allowance, weekly_allowance_shared, weekly_allowance_one_bedroom,
    weekly_allowance_two_bedrooms, weekly_allowance_three_bedrooms, weekly_allowance_four_bedrooms
) -> GBP/week:
    """The Local Housing Allowance, which is the most that counts of a private rent"""
    if rental_area == "another":
        "The Local Housing Allowance that you looked up for your home."
        return local_housing_allowance_weekly
    elif bedrooms_for_the_allowance < 1:
        "The rate for a room in shared accommodation."
        return lookup(weekly_allowance_shared, rental_area)
    elif bedrooms_for_the_allowance < 2:
        "The rate for one bedroom."
        return lookup(weekly_allowance_one_bedroom, rental_area)
    elif bedrooms_for_the_allowance < 3:
        "The rate for two bedrooms."
        return lookup(weekly_allowance_two_bedrooms, rental_area)
    elif bedrooms_for_the_allowance < 4:
        "The rate for three bedrooms."
        return lookup(weekly_allowance_three_bedrooms, rental_area)
    "The rate for four bedrooms, which is the highest."
    return lookup(weekly_allowance_four_bedrooms, rental_area)


@household("SI 2006/214 reg 13D(2)")
def bedrooms_for_the_allowance(
    bedrooms_for_housing_benefit, shares_rooms_with_others, severe_disability_amount, most_bedrooms_that_count
) -> number:
    """The bedrooms of the Local Housing Allowance, 0 for a room in shared accommodation"""
    if bedrooms_for_housing_benefit >= 2:
        "At most {most_bedrooms_that_count} bedrooms count."
        return min(bedrooms_for_housing_benefit, most_bedrooms_that_count)
    if shares_rooms_with_others and severe_disability_amount == 0:
        "You have only a room, and share the rest with people outside your household."
        return 0
    return 1
