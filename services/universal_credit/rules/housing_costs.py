# Help with rent: the whole of it, the Local Housing Allowance, or a share where there are more bedrooms than needed.


@household("SI 2013/376 regs 25 and 26 and Sch 4 paras 3, 22, 25 and 34 to 36")
def housing_costs_element(tenure, rent, rent_that_counts, housing_cost_contributions) -> GBP/month:
    """Help with rent"""
    if tenure not in ("social_rent", "private_rent"):
        "No rent is paid. Universal Credit does not help with a mortgage; a loan for its interest can be asked for."
        return 0
    if rent == 0:
        "No rent is paid."
        return 0
    return max(0, rent_that_counts - housing_cost_contributions)


@household("SI 2013/376 Sch 4 paras 22 and 34 to 36")
def rent_that_counts(
    tenure, rent, rental_area, local_housing_allowance, area_allowance, bedrooms, bedrooms_counted,
    share_lost_for_one_bedroom, share_lost_for_two_bedrooms
) -> GBP/month:
    """The rent that can be helped with, before what other adults are expected to pay"""
    if tenure == "private_rent":
        limit = local_housing_allowance if rental_area == "another" else area_allowance
        if rent > limit:
            "Help with a rent of {rent} is limited to the Local Housing Allowance of {limit}."
            return limit
        "The rent is not more than the Local Housing Allowance of {limit}."
        return rent
    if bedrooms <= bedrooms_counted:
        "The home has no more bedrooms than the {bedrooms_counted} that the law counts for you."
        return rent
    if bedrooms - bedrooms_counted < 2:
        "The home has one bedroom more than the {bedrooms_counted} that the law counts for you, so {share_lost_for_one_bedroom} of the rent is not helped with."
        return max(0, rent - round_half_up(rent * share_lost_for_one_bedroom))
    "The home has two or more bedrooms more than the {bedrooms_counted} that the law counts for you, so {share_lost_for_two_bedrooms} of the rent is not helped with."
    return max(0, rent - round_half_up(rent * share_lost_for_two_bedrooms))


@household("SI 2013/376 Sch 4 para 25; SI 2013/382 Sch 1")
def area_allowance(
    rental_area, bedrooms_of_the_allowance, allowance_shared, allowance_one_bedroom, allowance_two_bedrooms,
    allowance_three_bedrooms, allowance_four_bedrooms
) -> GBP/month:
    """The Local Housing Allowance of the area for the bedrooms that the law counts"""
    if bedrooms_of_the_allowance == 0:
        "The rate for a room in a shared home."
        return lookup(allowance_shared, rental_area)
    elif bedrooms_of_the_allowance < 2:
        "The rate for one bedroom."
        return lookup(allowance_one_bedroom, rental_area)
    elif bedrooms_of_the_allowance < 3:
        "The rate for two bedrooms."
        return lookup(allowance_two_bedrooms, rental_area)
    elif bedrooms_of_the_allowance < 4:
        "The rate for three bedrooms."
        return lookup(allowance_three_bedrooms, rental_area)
    "The rate for four bedrooms, which is the highest."
    return lookup(allowance_four_bedrooms, rental_area)


@household("SI 2013/376 Sch 4 paras 26 to 28")
def bedrooms_of_the_allowance(
    partners, children, other_adults, adults, only_shared_rate, bedrooms_counted, most_bedrooms_of_the_allowance
) -> number:
    """The bedrooms of the Local Housing Allowance, 0 for a room in a shared home"""
    if count(partners) == 0 and count(children) == 0 and count(other_adults) == 0 and any(only_shared_rate for person in adults):
        "Single people under 35 who live alone get the rate for a room in a shared home."
        return 0
    return min(bedrooms_counted, most_bedrooms_of_the_allowance)


@person("SI 2013/376 Sch 4 paras 28 and 29")
def only_shared_rate(
    date_of_birth, on_date, shared_rate_below_age, disability_benefit, not_only_shared_rate, further_bedrooms
) -> yes_no:
    """Whether this person, if single and alone, gets help for a room in a shared home only"""
    if years_between(date_of_birth, on_date) >= shared_rate_below_age:
        "This person is {shared_rate_below_age} or older."
        return False
    if disability_benefit in (
        "attendance_allowance", "pip_daily_living_standard", "pip_daily_living_enhanced", "dla_care_middle",
        "dla_care_highest", "armed_forces_independence_payment"
    ):
        "This person gets a disability benefit for care."
        return False
    if further_bedrooms > 0:
        "A further bedroom is needed, for a foster child or a carer at night."
        return False
    return not not_only_shared_rate
