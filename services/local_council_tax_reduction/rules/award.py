# Council tax reduction for people of working age in England: one text of rules that reads a council's sheet of values.
# Local Government Finance Act 1992 s.13A(2) and Sch 1A: each billing authority makes its own scheme for each year.
#
# A sheet (services/local/<organisation>/local_council_tax_reduction/scheme.yaml) becomes the rates that begin with scheme_.
# Without a sheet, outside its year, and for whatever a sheet does not say, the answer is "not covered", never 0.
# A route is a part of a scheme with its own figures, for example people with Universal Credit, or a protected group.
# A place is a row of a table: the table's number times 100, and the row.
# Here: whose rules decide, and the answer.


@household("SI 2012/2885 reg 3; Local Government Finance Act 1992 s.13A(2) and Sch 1A")
def council_scheme_decides(claimants, partners, reached_pension_age, working_age_benefit) -> yes_no:
    """Whether your council's own scheme decides, and not the national rules for State Pension age"""
    if any(reached_pension_age for person in claimants):
        "At your age the council's own scheme decides only for people who get a working-age benefit."
        return working_age_benefit
    if any(reached_pension_age for person in partners):
        "Your partner has reached State Pension age, so the council's own scheme decides only with a working-age benefit."
        return working_age_benefit
    "You have not reached State Pension age."
    return True


@household("Local Government Finance Act 1992 s.13A(2) and Sch 1A; SI 2012/2885 reg 3")
def local_reduction(
    nation, council_scheme_decides, scheme_held, liable_for_council_tax, other_adults,
    scheme_says_award, scheme_says_income, scheme_says_capital, scheme_says_cap, scheme_says_non_dependants,
    scheme_says_minimum, local_route, local_too_much_saved, council_tax_valuation_band, local_kind, local_no_award_by_income,
    local_table, local_place, scheme_row_known, local_reduction_before_minimum, scheme_minimum_award
) -> GBP/week:
    """Council tax reduction each week under your council's own scheme, to the nearest penny"""
    if nation != "england":
        return not_covered("These are schemes of councils in England. The other nations have schemes of their own. Your council can tell you how to apply.")
    if not council_scheme_decides:
        return not_covered("You have reached State Pension age, so the national rules decide and not your council's own scheme.")
    if not scheme_held:
        return not_covered("Your council's own scheme decides, and its figures for this day are not held here. You can still apply to your council.")
    if liable_for_council_tax == "somebody_else":
        "You do not have to pay the bill, so there is nothing to reduce. The person whose name is on it can apply."
        return 0
    if liable_for_council_tax == "with_others":
        return not_covered("You share the bill with somebody who is not your partner, so your share has to be worked out first. Your council does that: you can apply.")
    if not band(scheme_says_capital, local_route):
        return not_covered("Your council's limit for savings was not found, so nothing can be promised. You can still apply to your council.")
    if local_too_much_saved:
        "Savings are more than your council's scheme allows."
        return 0
    if not band(scheme_says_award, local_route):
        return not_covered("How your council's scheme works the reduction out was not found. You can still apply to your council.")
    if not band(scheme_says_cap, local_route) and council_tax_valuation_band != "a":
        return not_covered("Whether your council's scheme limits the help for larger homes was not found. You can still apply to your council.")
    if count(other_adults) > 0 and not band(scheme_says_non_dependants, local_route):
        return not_covered("What your council's scheme expects from other adults in the home was not found. You can still apply to your council.")
    if not band(scheme_says_minimum, local_route):
        return not_covered("Whether your council's scheme leaves out small amounts was not found. You can still apply to your council.")
    if not scheme_says_income and local_kind != 1:
        return not_covered("Which income your council's scheme counts was not found. You can still apply to your council.")
    if local_no_award_by_income:
        "Your income is more than your council's scheme allows."
        return 0
    if local_kind >= 3 and local_table == 0:
        return not_covered("The table of your council's scheme for a household like yours was not found. You can still apply to your council.")
    if local_kind >= 3 and not band(scheme_row_known, local_place):
        return not_covered("The part of your council's table for an income like yours was not found. You can still apply to your council.")
    smallest = band(scheme_minimum_award, local_route)
    if local_reduction_before_minimum <= 0:
        "Nothing is left after what you are expected to pay yourself."
        return 0
    if local_reduction_before_minimum < smallest:
        "Your council's scheme does not pay less than {smallest}."
        return 0
    return round_half_up(local_reduction_before_minimum)


@household("Local Government Finance Act 1992 s.13A(2) and Sch 1A; SI 2012/2885 reg 3")
def local_reduction_yearly(local_reduction, local_reduction_before_minimum, scheme_rounds_the_week) -> GBP/year:
    """Council tax reduction over the year under your council's own scheme, to the nearest penny"""
    if local_reduction == 0:
        "There is no reduction."
        return 0
    if scheme_rounds_the_week:
        "The scheme rounds the week to a penny first."
        return round_half_up(per_year_by_days(local_reduction))
    return round_half_up(per_year_by_days(local_reduction_before_minimum))


@household("Local Government Finance Act 1992 s.13A(2) and Sch 1A")
def local_reduction_at_most(
    nation, council_scheme_decides, scheme_held, scheme_says_most, scheme_most, council_tax_after_discount
) -> GBP/week:
    """The most that your council's own scheme takes off each week, whoever asks"""
    if not council_scheme_decides:
        return not_covered("You have reached State Pension age, so the national rules decide and not your council's own scheme.")
    if nation != "england":
        return not_covered("These are schemes of councils in England. The other nations have schemes of their own. Your council can tell you how to apply.")
    if not scheme_held:
        return not_covered("Your council's own scheme decides, and its figures for this day are not held here. You can still apply to your council.")
    if not scheme_says_most:
        return not_covered("The most that your council's scheme takes off was not found. You can still apply to your council.")
    "The scheme takes off at most {scheme_most} of the bill. Savings, income and other adults in the home can make it less, or nothing."
    return round_half_up(per_week_by_days(council_tax_after_discount) * scheme_most)


@household("Local Government Finance Act 1992 s.13A(2) and Sch 1A: the scheme's own rule on changes")
def local_reduction_after_a_change(local_reduction, reduction_before_the_change, scheme_tolerance) -> GBP/week:
    """The reduction after a change in your circumstances"""
    difference = max(local_reduction - reduction_before_the_change, reduction_before_the_change - local_reduction)
    if difference <= scheme_tolerance:
        "The change makes a difference of {difference}. Your council's scheme leaves the reduction as it was until it is more than {scheme_tolerance}."
        return reduction_before_the_change
    return local_reduction
