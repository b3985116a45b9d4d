# What is taken off a council tax bill for the people who live in a home, and for the home itself.
# The lower band for a disabled person is in disabled_band_reduction; who counts, and the discount for one adult or none,
# are in council_tax_discounts. Here are the home's own matters. The order is the law's: the lower band, an exemption,
# the discount, the reduction for an annexe.
# A home that is nobody's main home and is not exempt is each council's to decide, and is answered "not covered".


# 1. The answer


@household("Local Government Finance Act 1992 ss.4, 11 and 13; ss.72, 79 and 80 in Scotland")
def council_tax_discount(
    nation, home_used_as, exempt_for_the_home, exempt_for_who_lives_there, annexe_used_by, children,
    too_old_for_child_benefit, times_the_bill_may_be_added, council_tax_before_discount, bill_left_to_pay
) -> GBP/year:
    """What is taken off your council tax for the year"""
    if nation == "northern_ireland":
        return not_covered("There is no council tax in Northern Ireland. Land & Property Services can tell you about help with rates.")
    if exempt_for_the_home:
        "The home is exempt, so no council tax is due."
        return council_tax_before_discount
    if home_used_as == "nobody" or home_used_as == "annexe" and annexe_used_by == "nobody":
        if times_the_bill_may_be_added > 2:
            return not_covered("Nobody's main home: your council decides whether to take something off. It may also charge up to four times the usual bill. Ask your council.")
        if times_the_bill_may_be_added > 1:
            return not_covered("Nobody's main home: your council decides whether to take something off. It may also charge up to three times the usual bill. Ask your council.")
        if times_the_bill_may_be_added > 0:
            return not_covered("Nobody's main home: your council decides whether to take something off. It may also charge up to twice the usual bill. Ask your council.")
        return not_covered("Nobody's main home: your council decides whether to take something off. It may not charge more than the usual bill yet. Ask your council.")
    if home_used_as == "annexe" and annexe_used_by == "part_of_main_home":
        "Half is taken off an annexe in England that is used as part of the main home."
        return council_tax_before_discount - bill_left_to_pay
    if any(too_old_for_child_benefit for person in children):
        return not_covered("Somebody you named as a child is 20 or older and may count as an adult. Change the list of people and name them as another adult.")
    if exempt_for_who_lives_there:
        "Because of everybody who lives there the home is exempt, so no council tax is due."
        return council_tax_before_discount
    return council_tax_before_discount - bill_left_to_pay


@person("Social Security Contributions and Benefits Act 1992 s.142; SI 2006/223 reg 3")
def too_old_for_child_benefit(date_of_birth, on_date, child_benefit_ends_at) -> yes_no:
    """Whether this person is too old for anybody to get Child Benefit for them"""
    return years_between(date_of_birth, on_date) >= child_benefit_ends_at


# 2. The bill that is left


@household("SI 2013/2977 reg 4 (England)")
def bill_left_to_pay(
    nation, home_used_as, annexe_used_by, council_tax_charge, council_tax_after_discount, share_off_an_annexe
) -> GBP/year:
    """The council tax that is left to pay for the year"""
    if home_used_as != "annexe":
        "The home is no annexe."
        return council_tax_after_discount
    if annexe_used_by == "part_of_main_home":
        if nation != "england":
            return not_covered("The law that takes half off an annexe is for England. Ask your council what it does.")
        "Half is taken off. Your council may take off more, because nobody lives in the annexe alone."
        return council_tax_charge - round_half_up(council_tax_charge * share_off_an_annexe)
    if annexe_used_by == "somebody_else" or nation != "england":
        "Half is taken off an annexe only in England, and only for a relative of the people in the main home."
        return council_tax_after_discount
    "A relative of the people in the main home lives in the annexe, so half of what is left is taken off as well."
    return council_tax_after_discount - round_half_up(council_tax_after_discount * share_off_an_annexe)


# 3. Homes that are exempt for what they are


@household("SI 1992/558 art 3; in Scotland SI 1997/728 Sch 1")
def exempt_for_the_home(nation, home_used_as, annexe_used_by, empty_home_is_exempt) -> yes_no:
    """Whether no council tax is due because of what the home is"""
    if home_used_as == "main_home":
        "It is somebody's main home, so it goes by who lives there."
        return False
    if home_used_as == "nobody":
        "It is nobody's main home, so it goes by why it is empty."
        return empty_home_is_exempt
    if home_used_as == "student_hall":
        "A hall of residence for students is exempt (class M; in Scotland paragraph 17)."
        return True
    if nation == "scotland":
        return not_covered("Scotland has a list of its own of homes that are exempt, which was not read here. Ask your council.")
    if home_used_as == "armed_forces":
        "Accommodation owned for the armed forces is exempt (class O)."
        return True
    if home_used_as == "visiting_forces":
        "The home of a member of visiting forces who would have to pay is exempt (class P)."
        return True
    if home_used_as == "pitch_or_mooring":
        "A pitch without a caravan or a mooring without a boat is exempt (class R)."
        return True
    if annexe_used_by == "dependent_relative":
        "An annexe is exempt when a relative lives there who is 65 or over, severely mentally impaired or substantially disabled (class W)."
        return True
    if annexe_used_by == "nobody_and_cannot_be_let":
        "An empty annexe that may not be let separately is exempt (class T)."
        return True
    "An annexe in ordinary use is not exempt."
    return False


@household("SI 1992/558 art 3 classes B, D to L and Q; in Scotland SI 1997/728 Sch 1 paras 3 to 5")
def empty_home_is_exempt(
    nation, home_empty_because, home_empty_since, on_date, months_left_empty, probate_is_granted, probate_granted_on,
    months_after_probate, home_is_furnished
) -> yes_no:
    """Whether no council tax is due for an empty home, because of why it is empty"""
    if home_empty_because == "none":
        if nation == "england":
            "None of the reasons of the law is true of it."
            return False
        if home_is_furnished:
            "None of the reasons of the law is true of it."
            return False
        "Outside England a home that is empty and unfurnished is exempt for the first {months_left_empty} months."
        return on_date < add_months(home_empty_since, months_left_empty)
    if home_empty_because in ("detained", "in_hospital_or_care_home", "gets_care_elsewhere", "gives_care_elsewhere"):
        "Whoever lived there is detained, in a hospital or care home, or elsewhere to get or give care, and has been since (classes D, E, I and J)."
        return True
    if home_empty_because == "charity":
        "A charity's home is exempt for the first {months_left_empty} months that it is empty (class B)."
        return on_date < add_months(home_empty_since, months_left_empty)
    if nation == "scotland":
        return not_covered("Scotland has a list of its own of empty homes that are exempt, which was not read here. Ask your council.")
    if home_empty_because == "died":
        if not probate_is_granted:
            "It is empty because its owner or tenant died, and probate was not granted yet (class F)."
            return True
        "After a death it stays exempt for {months_after_probate} months from the grant of probate (class F)."
        return on_date < add_months(probate_granted_on, months_after_probate)
    "The law names this reason (class G, H, K, L or Q)."
    return True


# 4. What a council may charge on top


@household("Local Government Finance Act 1992 ss.11B, 11C, 12A and 12B; in Scotland SI 2013/45")
def times_the_bill_may_be_added(
    nation, home_is_furnished, home_empty_since, on_date, added_to_a_second_home, added_to_an_empty_home,
    added_to_an_empty_home_in_wales, added_to_an_empty_home_in_scotland
) -> number:
    """How many times the usual bill the council may charge on top, at the most"""
    if home_is_furnished:
        "A furnished home that is nobody's main home."
        return lookup(added_to_a_second_home, nation)
    years = years_between(home_empty_since, on_date)
    if nation == "wales":
        "A home that is empty and unfurnished, in Wales."
        return band(added_to_an_empty_home_in_wales, years)
    if nation == "scotland":
        "A home that nobody lives in, in Scotland."
        return band(added_to_an_empty_home_in_scotland, years)
    "A home that is empty and unfurnished, by the whole years since."
    return band(added_to_an_empty_home, years)
