"""The rates that a sheet fills: their units, what they are looked up by, and what they are without a sheet.

A rate of a route has a figure for each part of a scheme. `places` are rows of a table: 100 times the table's
number, and the row.
"""

from __future__ import annotations

LAW = "Local Government Finance Act 1992 s.13A(2) and Sch 1A"

# One figure for the whole scheme.
SCALARS: dict[str, tuple[str, str]] = {
    "scheme_held": ("yes_no", "no"),
    "scheme_says_income": ("yes_no", "no"),
    "scheme_says_most": ("yes_no", "no"),
    "scheme_most": ("percent", "0"),
    "scheme_rounds_the_week": ("yes_no", "no"),
    "scheme_tolerance": ("GBP/week", "0"),
    "scheme_groups": ("number", "0"),
    "scheme_routes_by_benefit": ("yes_no", "no"),
    "scheme_by_dwelling": ("yes_no", "no"),
    "scheme_child_limit": ("number", "5"),
    "scheme_tariff_above": ("GBP", "0"),
    "scheme_tariff_each": ("GBP", "250"),
    "scheme_tariff_counts": ("GBP/week", "0"),
    "scheme_tariff_whole_steps": ("yes_no", "no"),
    "scheme_add_partner": ("GBP/week", "0"),
    "scheme_add_child": ("GBP/week", "0"),
    "scheme_add_most": ("GBP/week", "0"),
    "scheme_floor_hours": ("number", "0"),
    "scheme_floor_pay": ("GBP/week", "0"),
    "scheme_childcare_one": ("GBP/week", "0"),
    "scheme_childcare_more": ("GBP/week", "0"),
    "scheme_childcare_hours": ("number", "0"),
    "scheme_left_out_single": ("GBP/week", "0"),
    "scheme_left_out_couple": ("GBP/week", "0"),
    "scheme_left_out_lone_parent": ("GBP/week", "0"),
    "scheme_left_out_disabled": ("GBP/week", "0"),
    "scheme_left_out_carer": ("GBP/week", "0"),
    "scheme_left_out_longer_hours": ("GBP/week", "0"),
    "scheme_longer_hours": ("number", "16"),
    "scheme_disability_left_out": ("GBP/week", "0"),
    "scheme_disabled_child_left_out": ("GBP/week", "0"),
    "scheme_child_over_two_left_out": ("GBP/week", "0"),
    "scheme_uc_housing": ("percent", "0"),
    "scheme_uc_carer": ("percent", "0"),
    "scheme_uc_disabled_child": ("percent", "0"),
    "scheme_uc_childcare": ("percent", "0"),
    "scheme_uc_health": ("percent", "0"),
    "scheme_nd_stopped_by_disability": ("yes_no", "no"),
    "scheme_nd_exempt_on_benefit": ("yes_no", "no"),
    "scheme_nd_exempt_not_counted": ("yes_no", "no"),
    "scheme_nd_couple_once": ("yes_no", "no"),
}

# Whom a scheme may name as a group with figures of its own. Each is a fact or follows from facts.
GROUP_TESTS = (
    "disabled", "disabled_not_working", "carer", "child_under_5", "lone_parent_child_under_5", "care_leaver",
    "war_pension", "working_with_children", "working_without_children", "not_working_with_children",
    "not_working_without_children", "three_bedrooms", "band_a", "said_by_the_council",
)  # fmt: skip
SCALARS |= {f"scheme_group_{test}": ("number", "0") for test in GROUP_TESTS}

# One figure for each route.
ROUTED: dict[str, tuple[str, str]] = {
    "scheme_says_award": ("yes_no", "no"),
    "scheme_says_capital": ("yes_no", "no"),
    "scheme_says_cap": ("yes_no", "no"),
    "scheme_says_non_dependants": ("yes_no", "no"),
    "scheme_says_minimum": ("yes_no", "no"),
    "scheme_award_kind": ("number", "1"),
    "scheme_maximum": ("percent", "0"),
    "scheme_taper": ("percent", "0"),
    "scheme_taper_first": ("yes_no", "no"),
    "scheme_deduct_before": ("yes_no", "no"),
    "scheme_at_least": ("percent", "0"),
    "scheme_capital_limited": ("yes_no", "no"),
    "scheme_capital_limit": ("GBP", "0"),
    "scheme_capital_limit_is_out": ("yes_no", "no"),
    "scheme_cap_ninths": ("number", "0"),
    "scheme_minimum_award": ("GBP/week", "0"),
    "scheme_measure": ("number", "6"),
    "scheme_no_award_weekly": ("GBP/week", "0"),
    "scheme_no_award_monthly": ("GBP/month", "0"),
    "scheme_nd_any": ("yes_no", "no"),
    "scheme_nd_share": ("percent", "0"),
    "scheme_nd_share_over": ("GBP/week", "0"),
    "scheme_nd_hours": ("number", "0"),
    "scheme_nd_not_working": ("GBP/week", "0"),
    "scheme_nd_rows": ("number", "1"),
    "scheme_nd_a_month": ("GBP/month", "0"),
}

# Looked up by other numbers: a status (route), a household (table), a table, or a place.
KEYED: dict[str, tuple[str, str]] = {
    "scheme_route": ("number", "1"),
    "scheme_table": ("number", "0"),
    "scheme_rows": ("number", "1"),
    "scheme_monthly": ("yes_no", "no"),
    "scheme_weekly_edge": ("GBP/week", "0"),
    "scheme_monthly_edge": ("GBP/month", "0"),
    "scheme_percent": ("percent", "0"),
    "scheme_pay_a_week": ("GBP/week", "0"),
    "scheme_pay_a_month": ("GBP/month", "0"),
    "scheme_row_known": ("yes_no", "no"),
    "scheme_nd_edge": ("GBP/week", "0"),
    "scheme_nd_amount": ("GBP/week", "0"),
}
BANDED = ROUTED | KEYED
ALL = SCALARS | BANDED
