# Help that a body may give and need not: there is no amount, and "you can ask" is the answer, with why it makes sense.
# What is here reads what other folders work out; nothing more is asked for it.


@household("SI 2001/1167 reg 2; Crisis and Resilience Fund guidance, 13 January 2026")
def rent_that_is_not_helped_with(rent, universal_credit, housing_costs_element, may_have_pension_credit, housing_benefit) -> GBP/month:
    """The part of the rent that no help with rent covers"""
    if may_have_pension_credit:
        "The rent, less Housing Benefit."
        return max(0, rent - round_half_up(monthly(housing_benefit)))
    if universal_credit <= 0:
        "There is no Universal Credit, so the whole rent."
        return rent
    "The rent, less what Universal Credit has in it for rent."
    return max(0, rent - housing_costs_element)


@household("SI 2001/1167 reg 2; Crisis and Resilience Fund guidance, 13 January 2026")
def gets_help_with_rent(may_have_pension_credit, housing_benefit, universal_credit, housing_costs_element) -> yes_no:
    """Whether there could be Housing Benefit, or Universal Credit with help for rent in it"""
    if may_have_pension_credit:
        "At your age it is Housing Benefit that counts."
        return housing_benefit > 0
    return universal_credit > 0 and housing_costs_element > 0


@household("SI 2001/1167 reg 2; Crisis and Resilience Fund guidance, 13 January 2026")
def help_with_rent_to_ask_for(
    nation, tenure, gets_help_with_rent, benefit_cap_reduction, rent_that_is_not_helped_with
) -> entitlement:
    """A payment of your council towards rent that other help does not cover"""
    if nation == "northern_ireland":
        return not_covered("In Northern Ireland the Housing Executive gives Discretionary Housing Payments. Ask there, nihe.gov.uk.")
    if tenure not in ("social_rent", "private_rent"):
        "It is for people who pay rent."
        return "not_entitled"
    if not gets_help_with_rent:
        "It is for people who get Housing Benefit, or Universal Credit with help for rent in it."
        return "not_entitled"
    if benefit_cap_reduction > 0:
        "The limit on benefits takes {benefit_cap_reduction} off, so it makes sense to ask."
        return "may_ask"
    if rent_that_is_not_helped_with > 0:
        "{rent_that_is_not_helped_with} of your rent is not covered, so it makes sense to ask."
        return "may_ask"
    "Your whole rent is covered. You can still ask for a deposit or the cost of moving to a home that you can afford."
    return "not_entitled"


# Whether a bill is left is known here where the law of pension age says so. What a council's own scheme leaves is not asked of it.
@household("LGFA 1992 s.13A(1)(c); SI 2012/2885 Sch 1 para 10; SI 2013/3029 Sch 1")
def bill_is_taken_off_in_full(
    nation, claimants, reached_pension_age, working_age_benefit, council_tax_after_discount, reduction_by_your_income,
    reduction_for_pensioners_in_wales
) -> yes_no:
    """Whether the reduction that the law of pension age gives takes off the whole bill"""
    if not any(reached_pension_age for person in claimants):
        "That is worked out here only for people of State Pension age."
        return False
    if working_age_benefit:
        "With a working-age benefit other rules decide."
        return False
    if nation == "wales":
        "In Wales, by the reduction of Wales."
        return reduction_for_pensioners_in_wales >= per_week_by_days(council_tax_after_discount)
    return reduction_by_your_income >= per_week_by_days(council_tax_after_discount)


@household("LGFA 1992 s.13A(1)(c)")
def council_tax_relief_to_ask_for(nation, liable_for_council_tax, bill_is_taken_off_in_full) -> entitlement:
    """A further reduction of your council tax, as your council thinks fit"""
    if nation not in ("england", "wales"):
        "The law on this is that of England and Wales. Your council can tell you what there is."
        return "not_entitled"
    if liable_for_council_tax == "somebody_else":
        "Your name is not on the bill."
        return "not_entitled"
    if liable_for_council_tax == "alone_or_with_partner" and bill_is_taken_off_in_full:
        "Council tax reduction takes off the whole bill, so there is nothing left to ask for."
        return "not_entitled"
    "If you cannot pay what is left of the bill, your council may take off more, for as long as it thinks fit. It must look at each request."
    return "may_ask"


@household("Household Support Fund (England); Discretionary Assistance Fund (Wales); Scottish Welfare Fund, Welfare Funds (Scotland) Act 2015", until="2026-03-31")
def help_in_a_crisis_to_ask_for(nation) -> entitlement:
    """Help when money for food, heat or something you cannot do without runs out"""
    if nation == "northern_ireland":
        return not_covered("In Northern Ireland ask for Finance Support, nidirect.gov.uk.")
    if nation == "wales":
        "In Wales it is the Discretionary Assistance Fund, gov.wales."
        return "may_ask"
    if nation == "scotland":
        "In Scotland it is the Scottish Welfare Fund of your council."
        return "may_ask"
    "In England it is the Household Support Fund of your council, until 31 March 2026. You need not get a benefit."
    return "may_ask"


@household("Crisis and Resilience Fund guidance, 13 January 2026 (England); Discretionary Assistance Fund (Wales); Welfare Funds (Scotland) Act 2015", since="2026-04-01")
def help_in_a_crisis_to_ask_for(nation) -> entitlement:
    """Help when money for food, heat or something you cannot do without runs out"""
    if nation == "northern_ireland":
        return not_covered("In Northern Ireland ask for Finance Support, nidirect.gov.uk.")
    if nation == "wales":
        "In Wales it is the Discretionary Assistance Fund, gov.wales."
        return "may_ask"
    if nation == "scotland":
        "In Scotland it is the Scottish Welfare Fund of your council."
        return "may_ask"
    "In England it is the Crisis and Resilience Fund of your council, since 1 April 2026. You need not get a benefit."
    return "may_ask"
