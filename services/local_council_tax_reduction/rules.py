# Council tax reduction for people of working age in England: one text of rules that reads a council's sheet of values.
# Local Government Finance Act 1992 s.13A(2) and Sch 1A: each billing authority makes its own scheme for each year.
#
# A sheet (services/local/<organisation>/local_council_tax_reduction/scheme.yaml) becomes the rates that begin with scheme_.
# Without a sheet, outside its year, and for whatever a sheet does not say, the answer is "not covered", never 0.
# A route is a part of a scheme with its own figures, for example people with Universal Credit, or a protected group.
# A place is a row of a table: the table's number times 100, and the row.


# 1. The answer


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


# 2. Order: the limit by band of the home, the discount, other adults, the percentage, the taper


@household("Local Government Finance Act 1992 s.5 and Sch 1A")
def local_weekly_bill(council_tax_after_discount, local_route, scheme_cap_ninths, council_tax_valuation_band, ninths_of_band) -> GBP/week:
    """The council tax for a week that the scheme can reduce, after any discount"""
    most = band(scheme_cap_ninths, local_route)
    if most == 0:
        "The scheme has no limit by the band of the home."
        return per_week_by_days(council_tax_after_discount)
    if lookup(ninths_of_band, council_tax_valuation_band) <= most:
        "The home is not in a higher band than the scheme allows."
        return per_week_by_days(council_tax_after_discount)
    "The scheme helps as if the home were in a lower band."
    return per_week_by_days(council_tax_after_discount) * most / max(1, lookup(ninths_of_band, council_tax_valuation_band))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule")
def local_kind(scheme_award_kind, local_route) -> number:
    """How the scheme works the reduction out: 1 a percentage, 2 with a taper, 3 a table of percentages, 4 and 5 a table of what you pay"""
    return band(scheme_award_kind, local_route)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule")
def local_reduction_before_minimum(
    local_kind, local_route, local_weekly_bill, local_non_dependant_deductions, scheme_deduct_before, scheme_taper_first, scheme_maximum,
    scheme_taper, local_income, local_share, local_contribution
) -> GBP/week:
    """The reduction a week before the scheme's rule on small amounts"""
    if local_kind >= 4:
        "You pay a set amount, and the scheme takes off the rest."
        return max(0, local_weekly_bill - local_non_dependant_deductions - local_contribution)
    share = local_share if local_kind == 3 else band(scheme_maximum, local_route)
    tapered = band(scheme_taper, local_route) * local_income if local_kind == 2 else 0
    if band(scheme_taper_first, local_route):
        "The share of income is taken off first, and then the percentage is applied."
        return max(0, local_weekly_bill - local_non_dependant_deductions - tapered) * share
    if band(scheme_deduct_before, local_route):
        "What other adults are expected to pay comes off the bill before the percentage."
        return max(0, max(0, local_weekly_bill - local_non_dependant_deductions) * share - tapered)
    return max(0, local_weekly_bill * share - local_non_dependant_deductions - tapered)


# 3. Which part of the scheme, which table, which row


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_route(scheme_route, scheme_groups, scheme_routes_by_benefit, local_group, local_benefit_number) -> number:
    """Which part of the scheme is for you"""
    group = local_group if scheme_groups > 0 else 0
    benefit = local_benefit_number if scheme_routes_by_benefit else 0
    return band(scheme_route, group + benefit)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_benefit_number(local_universal_credit, local_passported) -> number:
    """8 with Universal Credit, 16 with an older benefit for people on a low income, 0 without"""
    if local_universal_credit:
        "You or your partner get Universal Credit."
        return 8
    if local_passported:
        "You or your partner get an older benefit for people on a low income."
        return 16
    "You do not get a benefit for people on a low income."
    return 0


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_under_5(date_of_birth, on_date, age_of_school) -> yes_no:
    """Whether this child is under 5"""
    return years_between(date_of_birth, on_date) < age_of_school


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_disabled(adults, disability_benefit, severely_sight_impaired) -> yes_no:
    """Whether you or your partner get a disability benefit or are severely sight impaired"""
    return any(disability_benefit != "none" or severely_sight_impaired for person in adults)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_works(adults, works_for_pay) -> yes_no:
    """Whether you or your partner work for pay"""
    return any(works_for_pay for person in adults)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own groups")
def local_group(
    adults, partners, children, local_disabled, local_works, local_under_5, carers_allowance, care_leaver, war_pension, bedrooms,
    council_tax_valuation_band, protected_by_the_scheme, scheme_group_disabled, scheme_group_disabled_not_working,
    scheme_group_carer, scheme_group_child_under_5, scheme_group_lone_parent_child_under_5, scheme_group_care_leaver,
    scheme_group_war_pension, scheme_group_working_with_children, scheme_group_working_without_children,
    scheme_group_not_working_with_children, scheme_group_not_working_without_children, scheme_group_three_bedrooms,
    scheme_group_band_a, scheme_group_said_by_the_council, rooms_of_a_family_home
) -> number:
    """Which of the scheme's groups you are in: the first that it names comes first, 0 for none"""
    with_children = count(children) > 0
    disabled = scheme_group_disabled if scheme_group_disabled > 0 and local_disabled else 0
    unable = scheme_group_disabled_not_working if scheme_group_disabled_not_working > 0 and local_disabled and not local_works else 0
    carer = scheme_group_carer if scheme_group_carer > 0 and any(carers_allowance for person in adults) else 0
    small = scheme_group_child_under_5 if scheme_group_child_under_5 > 0 and any(local_under_5 for person in children) else 0
    lone = scheme_group_lone_parent_child_under_5 if scheme_group_lone_parent_child_under_5 > 0 and count(partners) == 0 and any(local_under_5 for person in children) else 0
    leaver = scheme_group_care_leaver if scheme_group_care_leaver > 0 and any(care_leaver for person in adults) else 0
    veteran = scheme_group_war_pension if scheme_group_war_pension > 0 and sum(war_pension for person in adults) > 0 else 0
    busy_family = scheme_group_working_with_children if scheme_group_working_with_children > 0 and with_children and local_works else 0
    busy = scheme_group_working_without_children if scheme_group_working_without_children > 0 and not with_children and local_works else 0
    home_family = scheme_group_not_working_with_children if scheme_group_not_working_with_children > 0 and with_children and not local_works else 0
    home = scheme_group_not_working_without_children if scheme_group_not_working_without_children > 0 and not with_children and not local_works else 0
    roomy = scheme_group_three_bedrooms if scheme_group_three_bedrooms > 0 and bedrooms >= rooms_of_a_family_home else 0
    lowest = scheme_group_band_a if scheme_group_band_a > 0 and council_tax_valuation_band == "a" else 0
    said = scheme_group_said_by_the_council if scheme_group_said_by_the_council > 0 and protected_by_the_scheme else 0
    first = max(disabled, unable, carer, small, lone, leaver, veteran, said)
    return max(first, busy_family, busy, home_family, home, roomy, lowest)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_table(scheme_table, scheme_by_dwelling, local_route, partners, children, scheme_child_limit, number_of_band, council_tax_valuation_band) -> number:
    """Which of the scheme's tables is for a household like yours; 0 when it is not held"""
    couple = 10 if count(partners) > 0 else 0
    dwelling = lookup(number_of_band, council_tax_valuation_band) * 100 if scheme_by_dwelling else 0
    return band(scheme_table, local_route * 1000 + dwelling + couple + min(count(children), scheme_child_limit))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_place(local_table, scheme_monthly, local_row_by_week, local_row_by_month) -> number:
    """The row of the table for your income"""
    row = local_row_by_month if band(scheme_monthly, local_table) else local_row_by_week
    return local_table * 100 + row


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_row_by_week(local_table, local_income, scheme_rows, scheme_weekly_edge) -> number:
    """The number of the row in a table by the week"""
    income = local_income
    rows = band(scheme_rows, local_table)
    first = band(scheme_weekly_edge, local_table * 100 + 1)
    if rows <= 1 or income < first:
        "Income of {income} is in the first row."
        return 1
    edge_2 = band(scheme_weekly_edge, local_table * 100 + 2)
    if rows <= 2 or income < edge_2:
        "Income of {income} is in row 2."
        return 2
    edge_3 = band(scheme_weekly_edge, local_table * 100 + 3)
    if rows <= 3 or income < edge_3:
        "Income of {income} is in row 3."
        return 3
    edge_4 = band(scheme_weekly_edge, local_table * 100 + 4)
    if rows <= 4 or income < edge_4:
        "Income of {income} is in row 4."
        return 4
    edge_5 = band(scheme_weekly_edge, local_table * 100 + 5)
    if rows <= 5 or income < edge_5:
        "Income of {income} is in row 5."
        return 5
    edge_6 = band(scheme_weekly_edge, local_table * 100 + 6)
    if rows <= 6 or income < edge_6:
        "Income of {income} is in row 6."
        return 6
    edge_7 = band(scheme_weekly_edge, local_table * 100 + 7)
    if rows <= 7 or income < edge_7:
        "Income of {income} is in row 7."
        return 7
    edge_8 = band(scheme_weekly_edge, local_table * 100 + 8)
    if rows <= 8 or income < edge_8:
        "Income of {income} is in row 8."
        return 8
    edge_9 = band(scheme_weekly_edge, local_table * 100 + 9)
    if rows <= 9 or income < edge_9:
        "Income of {income} is in row 9."
        return 9
    edge_10 = band(scheme_weekly_edge, local_table * 100 + 10)
    if rows <= 10 or income < edge_10:
        "Income of {income} is in row 10."
        return 10
    edge_11 = band(scheme_weekly_edge, local_table * 100 + 11)
    if rows <= 11 or income < edge_11:
        "Income of {income} is in row 11."
        return 11
    return 12


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_row_by_month(local_table, local_income_monthly, scheme_rows, scheme_monthly_edge) -> number:
    """The number of the row in a table by the month"""
    income = local_income_monthly
    rows = band(scheme_rows, local_table)
    first = band(scheme_monthly_edge, local_table * 100 + 1)
    if rows <= 1 or income < first:
        "Income of {income} is in the first row."
        return 1
    edge_2 = band(scheme_monthly_edge, local_table * 100 + 2)
    if rows <= 2 or income < edge_2:
        "Income of {income} is in row 2."
        return 2
    edge_3 = band(scheme_monthly_edge, local_table * 100 + 3)
    if rows <= 3 or income < edge_3:
        "Income of {income} is in row 3."
        return 3
    edge_4 = band(scheme_monthly_edge, local_table * 100 + 4)
    if rows <= 4 or income < edge_4:
        "Income of {income} is in row 4."
        return 4
    edge_5 = band(scheme_monthly_edge, local_table * 100 + 5)
    if rows <= 5 or income < edge_5:
        "Income of {income} is in row 5."
        return 5
    edge_6 = band(scheme_monthly_edge, local_table * 100 + 6)
    if rows <= 6 or income < edge_6:
        "Income of {income} is in row 6."
        return 6
    edge_7 = band(scheme_monthly_edge, local_table * 100 + 7)
    if rows <= 7 or income < edge_7:
        "Income of {income} is in row 7."
        return 7
    edge_8 = band(scheme_monthly_edge, local_table * 100 + 8)
    if rows <= 8 or income < edge_8:
        "Income of {income} is in row 8."
        return 8
    edge_9 = band(scheme_monthly_edge, local_table * 100 + 9)
    if rows <= 9 or income < edge_9:
        "Income of {income} is in row 9."
        return 9
    edge_10 = band(scheme_monthly_edge, local_table * 100 + 10)
    if rows <= 10 or income < edge_10:
        "Income of {income} is in row 10."
        return 10
    edge_11 = band(scheme_monthly_edge, local_table * 100 + 11)
    if rows <= 11 or income < edge_11:
        "Income of {income} is in row 11."
        return 11
    return 12


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_share(local_place, scheme_percent, scheme_at_least, local_route) -> number:
    """The share of the bill that the table takes off at your income"""
    share = band(scheme_percent, local_place)
    if share == 0:
        "The table takes nothing off at this income."
        return 0
    return max(share, band(scheme_at_least, local_route))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_contribution(local_kind, local_place, scheme_pay_a_week, scheme_pay_a_month) -> GBP/week:
    """What the table expects you to pay at your income"""
    if local_kind == 5:
        "The scheme sets it for a month."
        return weekly(band(scheme_pay_a_month, local_place))
    return band(scheme_pay_a_week, local_place)


# 4. Savings


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own limit")
def local_too_much_saved(scheme_capital_limited, scheme_capital_limit, scheme_capital_limit_is_out, local_route, savings) -> yes_no:
    """Whether savings are more than the scheme allows"""
    limit = band(scheme_capital_limit, local_route)
    if not band(scheme_capital_limited, local_route):
        "The scheme has no limit for savings here."
        return False
    if savings > limit:
        "Savings of {savings} are over {limit}."
        return True
    if savings < limit:
        "Savings of {savings} are under {limit}."
        return False
    return band(scheme_capital_limit_is_out, local_route)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule")
def local_income_from_savings(savings, scheme_tariff_above, scheme_tariff_each, scheme_tariff_counts, scheme_tariff_whole_steps) -> GBP/week:
    """Income counted for savings"""
    if scheme_tariff_counts == 0 or savings <= scheme_tariff_above:
        "No income is counted for savings of {savings}."
        return 0
    steps = (savings - scheme_tariff_above) / scheme_tariff_each
    if scheme_tariff_whole_steps:
        "{scheme_tariff_counts} for each whole {scheme_tariff_each} over {scheme_tariff_above}."
        return scheme_tariff_counts * floor(steps)
    "{scheme_tariff_counts} for each {scheme_tariff_each}, or part of it, over {scheme_tariff_above}."
    return scheme_tariff_counts * ceil(steps)


# 5. Income


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_income(local_measured_income, local_added_to_bands) -> GBP/week:
    """The income that the scheme compares, to the penny"""
    return max(0, round_half_up(local_measured_income - local_added_to_bands))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_income_monthly(local_income) -> GBP/month:
    """The income that the scheme compares, for a month, to the penny"""
    return round_half_up(monthly(local_income))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_measured_income(
    scheme_measure, local_route, local_net_earnings, local_gross_earnings, local_all_income, income_that_is_no_benefit,
    income_the_council_counted, needs_the_council_counted
) -> GBP/week:
    """The income that the scheme counts each week"""
    measure = band(scheme_measure, local_route)
    if measure == 1:
        "The scheme counts earnings after tax, and nothing else."
        return local_net_earnings
    if measure == 2:
        "The scheme counts earnings before tax, and nothing else."
        return local_gross_earnings
    if measure == 3:
        "The scheme counts earnings and other income."
        return local_all_income
    if measure == 4:
        "The scheme counts earnings, and other income that is no benefit."
        return local_net_earnings + income_that_is_no_benefit
    if measure == 5:
        "The scheme counts the income above what the council says you need."
        return max(0, income_the_council_counted - needs_the_council_counted)
    "The income that the council counted, from its letter."
    return income_the_council_counted


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_added_to_bands(partners, children, scheme_add_partner, scheme_add_child, scheme_add_most) -> GBP/week:
    """What the scheme adds to each limit for a partner and for each child"""
    if scheme_add_most == 0:
        "The scheme's limits are the same, whoever lives with you."
        return 0
    partner = scheme_add_partner if count(partners) > 0 else 0
    return min(scheme_add_most, partner + scheme_add_child * count(children))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own limit")
def local_no_award_by_income(scheme_no_award_weekly, scheme_no_award_monthly, local_route, local_income, local_income_monthly) -> yes_no:
    """Whether income is more than the scheme allows"""
    limit = band(scheme_no_award_weekly, local_route)
    if limit > 0 and local_income >= limit:
        "Income of {local_income} is {limit} or more."
        return True
    by_month = band(scheme_no_award_monthly, local_route)
    return by_month > 0 and local_income_monthly >= by_month


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own minimum for self-employed people")
def local_earnings(works_for_pay, earnings, tax_on_earnings, pension_contributions, scheme_floor_hours, scheme_floor_pay, self_employed_over_a_year) -> GBP/week:
    """Earnings after tax, or the least that the scheme counts for self-employed people"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    # Half of a payment into a pension is left out, as in the means test that most schemes grew from.
    after_tax = max(0, earnings - tax_on_earnings - pension_contributions / 2)
    least = scheme_floor_pay * scheme_floor_hours
    if scheme_floor_hours > 0 and self_employed_over_a_year:
        "The scheme counts at least {least} for people who are self-employed for more than a year."
        return max(after_tax, least)
    return after_tax


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on childcare")
def local_childcare(adults, works_for_pay, hours_worked, children, childcare_costs, scheme_childcare_one, scheme_childcare_more, scheme_childcare_hours) -> GBP/week:
    """Childcare that the scheme takes off earnings"""
    if scheme_childcare_one == 0 or count(children) == 0:
        "The scheme takes nothing off for childcare here."
        return 0
    if any(not works_for_pay for person in adults):
        "Childcare is taken off when you, and a partner, work."
        return 0
    if any(hours_worked < scheme_childcare_hours for person in adults):
        "Childcare is taken off from {scheme_childcare_hours} hours of work a week."
        return 0
    most = scheme_childcare_one if count(children) == 1 else scheme_childcare_more
    return min(most, weekly(sum(childcare_costs for person in children)))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own part of earnings left out")
def local_earnings_left_out(
    partners, children, local_disabled, local_works, adults, carers_allowance, works_for_pay, hours_worked,
    scheme_left_out_single, scheme_left_out_couple, scheme_left_out_lone_parent, scheme_left_out_disabled, scheme_left_out_carer,
    scheme_left_out_longer_hours, scheme_longer_hours
) -> GBP/week:
    """The part of earnings that the scheme leaves out"""
    if not local_works:
        "There is no paid work."
        return 0
    longer = scheme_left_out_longer_hours if scheme_left_out_longer_hours > 0 and any(works_for_pay and hours_worked >= scheme_longer_hours for person in adults) else 0
    if count(partners) == 0:
        basic = scheme_left_out_lone_parent if count(children) > 0 else scheme_left_out_single
    else:
        basic = scheme_left_out_couple
    disabled = scheme_left_out_disabled if scheme_left_out_disabled > basic and local_disabled else 0
    carer = scheme_left_out_carer if scheme_left_out_carer > basic and any(carers_allowance for person in adults) else 0
    return max(basic, disabled, carer) + longer


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_net_earnings(adults, local_earnings, local_earnings_left_out, local_childcare) -> GBP/week:
    """Earnings after tax, the part left out, and childcare"""
    return max(0, sum(local_earnings for person in adults) - local_earnings_left_out - local_childcare)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_gross_earnings(adults, works_for_pay, earnings, local_earnings_left_out, local_childcare) -> GBP/week:
    """Earnings before tax, less the part left out, and childcare"""
    return max(0, sum(earnings for person in adults if works_for_pay) - local_earnings_left_out - local_childcare)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on Universal Credit")
def local_universal_credit_counted(
    local_universal_credit, local_universal_credit_paid, local_universal_credit_housing, local_universal_credit_carer,
    local_universal_credit_disabled_child, local_universal_credit_childcare, local_universal_credit_health, scheme_uc_housing,
    scheme_uc_carer, scheme_uc_disabled_child, scheme_uc_childcare, scheme_uc_health
) -> GBP/week:
    """The Universal Credit that counts, without the parts that the scheme leaves out"""
    if not local_universal_credit:
        "There is no Universal Credit."
        return 0
    housing = local_universal_credit_housing * scheme_uc_housing if scheme_uc_housing > 0 else 0
    carer = local_universal_credit_carer * scheme_uc_carer if scheme_uc_carer > 0 else 0
    child = local_universal_credit_disabled_child * scheme_uc_disabled_child if scheme_uc_disabled_child > 0 else 0
    childcare = local_universal_credit_childcare * scheme_uc_childcare if scheme_uc_childcare > 0 else 0
    health = local_universal_credit_health * scheme_uc_health if scheme_uc_health > 0 else 0
    return weekly(max(0, local_universal_credit_paid - housing - carer - child - childcare - health))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own rule on income left out")
def local_income_left_out(local_disabled, children, disability_benefit, scheme_disability_left_out, scheme_disabled_child_left_out, scheme_child_over_two_left_out) -> GBP/week:
    """The part of all income that the scheme leaves out"""
    disability = scheme_disability_left_out if scheme_disability_left_out > 0 and local_disabled else 0
    child = sum(scheme_disabled_child_left_out for person in children if disability_benefit != "none") if scheme_disabled_child_left_out > 0 else 0
    more = scheme_child_over_two_left_out * max(0, count(children) - 2)
    return disability + child + more


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_pension(state_pension, private_pension, tax_on_pensions) -> GBP/week:
    """Pensions after tax"""
    return max(0, state_pension + private_pension - tax_on_pensions)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own measure")
def local_all_income(
    local_net_earnings, adults, local_pension, other_income, local_universal_credit_counted, local_income_from_savings, local_income_left_out
) -> GBP/week:
    """Earnings, pensions, other income, Universal Credit and income from savings that count"""
    pensions = sum(local_pension for person in adults)
    other = sum(other_income for person in adults)
    return max(0, local_net_earnings + pensions + other + local_universal_credit_counted + local_income_from_savings - local_income_left_out)


# 6. Other adults in the home


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_care_benefit(severely_sight_impaired, disability_benefit) -> yes_no:
    """Whether there is a severe sight impairment, or a benefit for care"""
    return severely_sight_impaired or disability_benefit not in ("none", "pip_mobility_only", "dla_mobility_only")


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_non_dependant_deductions(
    adults, other_adults, local_care_benefit, scheme_nd_stopped_by_disability, local_non_dependant, scheme_nd_share, local_route,
    local_weekly_bill, local_non_dependant_shares
) -> GBP/week:
    """What the scheme expects other adults in the home to pay"""
    if count(other_adults) == 0:
        "No other adult lives in the home."
        return 0
    if scheme_nd_stopped_by_disability and any(local_care_benefit for person in adults):
        "You or your partner are severely sight impaired or get a benefit for care, so nothing is expected from other adults."
        return 0
    shares = band(scheme_nd_share, local_route) * local_weekly_bill * local_non_dependant_shares
    return shares + sum(local_non_dependant for person in other_adults)


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_non_dependant_shares(other_adults, works_for_pay, gross_income, scheme_nd_share_over, local_route) -> number:
    """How many other adults are expected to pay a share of the bill"""
    over = band(scheme_nd_share_over, local_route)
    return count(person for person in other_adults if works_for_pay and gross_income > over)


@person("Local Government Finance Act 1992 Sch 1A: the scheme's own deductions")
def local_non_dependant(
    date_of_birth, on_date, adult_age, income_related_benefit, not_counted_because, counted_with_partner, works_for_pay, hours_worked,
    gross_income, local_route, scheme_nd_any, scheme_nd_exempt_on_benefit, scheme_nd_exempt_not_counted, scheme_nd_couple_once, scheme_nd_hours,
    scheme_nd_not_working, scheme_nd_rows, scheme_nd_edge, scheme_nd_amount, scheme_nd_a_month
) -> GBP/week:
    """What the scheme expects another adult to pay"""
    if not band(scheme_nd_any, local_route):
        "The scheme expects nothing from other adults."
        return 0
    if years_between(date_of_birth, on_date) < adult_age:
        "Nothing is expected from somebody under {adult_age}."
        return 0
    if scheme_nd_exempt_on_benefit and income_related_benefit not in ("none", "universal_credit_with_earnings"):
        "Nothing is expected from somebody who gets a benefit because of a low income."
        return 0
    if scheme_nd_exempt_not_counted and not_counted_because != "none":
        "Nothing is expected from a student or from somebody who is not counted for the bill."
        return 0
    if scheme_nd_couple_once and counted_with_partner:
        "Only one amount is expected from a couple."
        return 0
    place = local_route * 10
    monthly_part = weekly(band(scheme_nd_a_month, local_route))
    if not works_for_pay:
        "This adult does not work for pay."
        return band(scheme_nd_not_working, local_route) + monthly_part
    if band(scheme_nd_hours, local_route) > 0 and hours_worked < band(scheme_nd_hours, local_route):
        "The hours of work are too few to count as being in work."
        return band(scheme_nd_not_working, local_route) + monthly_part
    rows = band(scheme_nd_rows, local_route)
    if rows <= 1 or gross_income < band(scheme_nd_edge, place + 1):
        "This adult works."
        return band(scheme_nd_amount, place + 1) + monthly_part
    if rows <= 2 or gross_income < band(scheme_nd_edge, place + 2):
        "This adult works and has {gross_income}."
        return band(scheme_nd_amount, place + 2) + monthly_part
    if rows <= 3 or gross_income < band(scheme_nd_edge, place + 3):
        "This adult works and has {gross_income}."
        return band(scheme_nd_amount, place + 3) + monthly_part
    "This adult works and has {gross_income}."
    return band(scheme_nd_amount, place + 4) + monthly_part
