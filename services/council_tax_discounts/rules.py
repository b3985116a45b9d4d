# The discount for a home in which one adult counts, or none: Local Government Finance Act 1992 s.11 and Sch 1 (England).
# It is taken off the bill before any council tax reduction is worked out. The Act does not round; a bill is in whole pence.


@person("Local Government Finance Act 1992 s.6(5), s.11(5) and Sch 1")
def counts_for_the_bill(date_of_birth, on_date, adult_age, not_counted_because) -> yes_no:
    """Whether this person counts when the council counts the adults in the home"""
    if years_between(date_of_birth, on_date) < adult_age:
        "Nobody under {adult_age} counts."
        return False
    return not_counted_because == "none"


@household("Local Government Finance Act 1992 s.11(1)")
def adults_counted(grown_ups, counts_for_the_bill) -> number:
    """How many adults count for the bill"""
    return count(person for person in grown_ups if counts_for_the_bill)


@household("Local Government Finance Act 1992 s.11(1) to (3)")
def single_adult_discount(
    nation, grown_ups, adults_counted, not_counted_because, council_tax_before_discount, discount_for_one_adult, discount_for_no_adult
) -> GBP/year:
    """The discount on the bill when only one adult counts, or none"""
    if nation != "england":
        return not_covered("Discounts are worked out here for homes in England only. Your council decides yours.")
    if adults_counted > 1:
        "More than one adult counts for the bill, so there is no discount."
        return 0
    if adults_counted == 1:
        "Only one adult counts for the bill, so a quarter is taken off."
        return round_half_up(council_tax_before_discount * discount_for_one_adult)
    if all(not_counted_because in ("full_time_student", "student_nurse") for person in grown_ups):
        return not_covered("Everybody who lives here is a student, so there may be no council tax at all. Ask your council about an exemption.")
    if all(not_counted_because == "severely_mentally_impaired" for person in grown_ups):
        return not_covered("Everybody here is severely mentally impaired, so there may be no council tax at all. Ask your council about an exemption.")
    "No adult counts for the bill, so half of it is taken off."
    return round_half_up(council_tax_before_discount * discount_for_no_adult)


@household("Local Government Finance Act 1992 s.11")
def council_tax_after_discount(council_tax_before_discount, single_adult_discount) -> GBP/year:
    """The bill for the year after the discount"""
    return council_tax_before_discount - single_adult_discount
