# The discount for a home in which one adult counts, or none, and homes where nobody who counts lives.
# Local Government Finance Act 1992 s.11 (England and Wales), s.79 (Scotland) and Sch 1 (all three).
# The order of the law: a lower band for a disabled person (in `council_tax_charge`), then an exemption, then this
# discount, then council tax reduction. The Act does not round; a bill is in whole pence.


# 1. Who counts


@person("Local Government Finance Act 1992 ss.6(5) and 75(5)")
def is_under_18(date_of_birth, on_date, adult_age) -> yes_no:
    """Whether this person is too young to be a resident in the law of council tax"""
    return years_between(date_of_birth, on_date) < adult_age


@household("SI 1992/552 reg 3 class C; in Scotland SI 1992/1409 Sch para 3")
def school_leavers_are_left_out(on_date) -> yes_no:
    """Whether it is a day from 1 May to 31 October, when people who left school this summer do not count"""
    # From 1 May to 31 October one first of May more has gone by than firsts of November.
    return years_between(date(1993, 5, 1), on_date) > years_between(date(1993, 11, 1), on_date)


@person("SSI 2018/39 reg 2 (Scotland); SI 2019/431 reg 2 (Wales)")
def care_leaver_is_left_out(nation, date_of_birth, on_date, care_leavers_in_wales_below, care_leavers_in_scotland_below) -> yes_no:
    """Whether the law leaves this care leaver out when it counts the adults"""
    if nation == "wales":
        "In Wales care leavers below {care_leavers_in_wales_below} do not count."
        return years_between(date_of_birth, on_date) < care_leavers_in_wales_below
    if nation == "scotland":
        "In Scotland care leavers below {care_leavers_in_scotland_below} do not count."
        return years_between(date_of_birth, on_date) < care_leavers_in_scotland_below
    "In England the law counts care leavers. Many councils take something off their bill: ask yours."
    return False


@person("Local Government Finance Act 1992 ss.6(5) and 75(5), s.11(5), s.79(5) and Sch 1; SI 1992/548; SI 1992/552; SI 1992/1409; SSI 2003/176")
def counts_for_the_bill(
    date_of_birth, on_date, adult_age, not_counted_because, school_leavers_are_left_out, care_leaver_is_left_out,
    school_leavers_below, students_up_to_a_level_below, youth_trainees_below
) -> yes_no:
    """Whether this person counts when the council counts the adults in the home"""
    age = years_between(date_of_birth, on_date)
    if age < adult_age:
        "Nobody under {adult_age} counts."
        return False
    if not_counted_because == "school_leaver":
        "Somebody who left school or college does not count below {school_leavers_below}, from 1 May to 31 October."
        return age >= school_leavers_below or not school_leavers_are_left_out
    if not_counted_because == "student_up_to_a_level":
        "A student on a course up to A level does not count below {students_up_to_a_level_below}."
        return age >= students_up_to_a_level_below
    if not_counted_because == "youth_trainee":
        "A youth trainee does not count below {youth_trainees_below}."
        return age >= youth_trainees_below
    if not_counted_because == "care_leaver":
        "The law of each nation says whether care leavers are left out."
        return not care_leaver_is_left_out
    return not_counted_because == "none"


@household("Local Government Finance Act 1992 s.11(1) and s.79(1)")
def adults_counted(grown_ups, counts_for_the_bill) -> number:
    """How many adults count for the bill"""
    return count(person for person in grown_ups if counts_for_the_bill)


# 2. Homes that are exempt because of everybody who lives there


@person("SI 1992/558 art 3 classes N, S, U and X; in Scotland SI 1997/728 Sch 1 para 10")
def may_live_in_an_exempt_home(is_under_18, not_counted_because, counts_for_the_bill) -> yes_no:
    """Whether no council tax is due when everybody who lives there is like this person"""
    if is_under_18:
        "Somebody too young to be a resident may live in a home that is exempt."
        return True
    if counts_for_the_bill:
        "Somebody who counts for the bill lives there."
        return False
    return not_counted_because in (
        "full_time_student", "student_up_to_a_level", "student_family", "school_leaver", "severely_mentally_impaired", "care_leaver"
    )


@household("Local Government Finance Act 1992 s.4 and SI 1992/558 art 3; in Scotland s.72(6) and SI 1997/728 Sch 1")
def exempt_for_who_lives_there(
    nation, adults, grown_ups, children, not_counted_because, may_live_in_an_exempt_home, is_under_18
) -> yes_no:
    """Whether no council tax is due because of everybody who lives in the home"""
    # Whether Scotland has such a class was not read.
    if nation != "scotland" and any(not_counted_because == "diplomat" for person in adults):
        "The home of a diplomat who would have to pay is exempt (class V)."
        return True
    if any(not is_under_18 for person in children):
        "A young person of 18 or over lives there for whom Child Benefit is due."
        return False
    return all(may_live_in_an_exempt_home for person in grown_ups)


# 3. The discount


@household("Local Government Finance Act 1992 s.11(1) to (3); s.79(1) to (3) in Scotland")
def single_adult_discount(
    nation, grown_ups, adults_counted, exempt_for_who_lives_there, not_counted_because, council_tax_charge,
    discount_for_one_adult, discount_for_no_adult
) -> GBP/year:
    """The discount on the bill when only one adult counts, or none"""
    if nation == "northern_ireland":
        return not_covered("There is no council tax in Northern Ireland. Land & Property Services can tell you about help with rates.")
    if adults_counted > 1:
        "More than one adult counts for the bill, so there is no discount."
        return 0
    if adults_counted == 1:
        "Only one adult counts for the bill, so a quarter is taken off."
        return round_half_up(council_tax_charge * discount_for_one_adult)
    if all(not_counted_because in ("full_time_student", "student_nurse") for person in grown_ups):
        return not_covered("Everybody who lives here is a student, so there may be no council tax at all. Ask your council about an exemption.")
    if all(not_counted_because == "severely_mentally_impaired" for person in grown_ups):
        return not_covered("Everybody here is severely mentally impaired, so there may be no council tax at all. Ask your council about an exemption.")
    if exempt_for_who_lives_there:
        return not_covered("Because of who lives here there may be no council tax at all. Ask your council about an exemption.")
    "No adult counts for the bill, so half of it is taken off."
    return round_half_up(council_tax_charge * discount_for_no_adult)


@household("Local Government Finance Act 1992 ss.11 and 79")
def council_tax_after_discount(council_tax_charge, single_adult_discount) -> GBP/year:
    """The bill for the year after the discount"""
    return council_tax_charge - single_adult_discount
