"""What the shared list calls things and what a sheet calls them: kinds, households, groups, what is read."""

from __future__ import annotations

import re

KINDS = {
    "legacy_means_test_percentage_taper": "percentage_and_taper",
    "income_band_grid": "income_table",
    "earnings_band_grid": "earnings_table",
    "hybrid_uc_bands_plus_means_test": "universal_credit_table_beside_a_means_test",
    "excess_income_band_grid": "excess_income_table",
    "categorical_percentage": "status_percentages",
}
FAMILIES = {
    "single": (False, "0"),
    "single_no_children": (False, "0"),
    "couple": (True, "0"),
    "couple_no_children": (True, "0"),
    "childless_couple": (True, "0"),
    "no_children": (None, "0"),
    "no_dependants": (None, "0"),
    "one_child": (None, "1"),
    "one_child_family": (None, "1"),
    "family_one_child": (None, "1"),
    "family_one_dependant": (None, "1"),
    "one_dependant": (None, "1"),
    "one_dependent": (None, "1"),
    "two_children": (None, "2"),
    "two_child_family": (None, "2+"),
    "family_two_dependants": (None, "2+"),
    "three_children": (None, "3"),
    "four_children": (None, "4"),
    "two_or_more_children": (None, "2+"),
    "two_or_more_dependants": (None, "2+"),
    "family_two_or_more_children": (None, "2+"),
    "four_or_more_children": (None, "4+"),
    "five_or_more_children": (None, "5+"),
    "with_children": (None, "1+"),
    "couple_with_children": (True, "1+"),
    "lone_parent": (False, "1+"),
    "all_households": (None, None),
    "support_rate": (None, None),
    "maximum_support_rate": (None, None),
    "amount": (None, None),
    "contribution": (None, None),
    "standard": (None, None),
    "earnings": (None, None),
}
NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4"}
FAMILY = re.compile(
    r"(single|couple|lone_parent)_(?:(up_to)_)?(one|two|three|four)(_or_more)?_(?:child|children|dependants?)"
)
# Household types that name two families at once.
PAIRS = {
    "single_one_child_or_couple_no_children": [(False, "1"), (True, "0")],
    "single_two_or_more_children_or_couple_one_child": [(False, "2+"), (True, "1")],
}
# A group's own table: the name in the list, the group in the sheet, and whom it is for.
GROUPS = {
    "protected": "said_by_the_council",
    "protected_group": "said_by_the_council",
    "disabled_or_carer": "disabled",
    "lone_parent_child_under_5": "lone_parent_child_under_5",
    "disabled_not_working": "disabled_not_working",
    "child_under_5": "child_under_5",
    "war_pensioner": "war_pension",
    "disabled": "disabled",
    "vulnerable": "said_by_the_council",
    "carer_support_rate": "carer",
    "full": "care_leaver",
    "three_bedroom": "three_bedrooms",
    "care_leavers_under_25_band_1": "care_leaver",
    "care_leavers_not_working_under_25": "care_leaver",
    "protected_": "said_by_the_council",
    "income_band/vulnerable_support_rate": "said_by_the_council",
    "class_d/band_a": "band_a",
    "uc_banded_scheme/out_of_work_support_rate/protected": "said_by_the_council",
    "non_working/protected_support_rate": "said_by_the_council",
    "support_rate/disability": "disabled",
    "support_rate/not_working_with_dependants": "not_working_with_children",
    "support_rate/not_working_without_dependants": "not_working_without_children",
    "support_rate/working_with_dependants": "working_with_children",
    "support_rate/working_without_dependants": "working_without_children",
}


# Parameters that become values of a sheet.
READ = (
    "max_support_percent",
    "capital_limit_gbp",
    "capital_boundary",
    "liability_cap_band",
    "taper_percent_of_excess_weekly",
    "percentage_applied",
    "tariff_income",
    "earnings_disregard_gbp_week",
    "minimum_award_gbp_week",
    "change_tolerance_gbp_week",
    "childcare_deduction",
    "band_increments_gbp_week",
    "band_extension_gbp_week",
    "other",
)
# What the list says in sentences. A sheet has a place for each, but a sentence is not a figure.
PROSE = (
    "income_disregards",
    "income_counted",
    "uc_elements_counted",
    "uc_elements_disregarded",
    "uc_treatment",
    "protected_groups",
    "backdating",
    "notes_capital",
)


def families(name: str) -> list[tuple[bool | None, str | None]]:
    if name in PAIRS:
        return PAIRS[name]
    if name in FAMILIES:
        return [FAMILIES[name]]
    found = FAMILY.fullmatch(name)
    if not found:
        raise KeyError(name)
    whose, up_to, number, more = found.groups()
    children = ("1 to " if up_to else "") + NUMBERS[number] + ("+" if more else "")
    return [(whose == "couple", children)]
