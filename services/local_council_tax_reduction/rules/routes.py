# Which part of the scheme is for whom: by the benefit that somebody gets, and by the groups that the scheme names.


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
