# Scotland: since April 2017 homes in bands E to H pay more, and people with a low income need not pay the increase, even
# when their income is too high for the other reduction. The better of the two is given.


@household("SSI 2012/319 regs 14A and 47(1A) and (1B), inserted by SSI 2016/253 regs 11 and 13; SSI 2021/249 reg 14")
def reduction_for_bands_e_to_h(
    council_tax_valuation_band, savings, savings_limit, income_by_age_in_scotland, income_limit_for_bands_e_to_h,
    increase_of_the_bill_in_bands_e_to_h, expected_from_adults_in_scotland, share_of_income_too_much
) -> GBP/week:
    """The reduction for homes in bands E to H, whose council tax rose in 2017"""
    if council_tax_valuation_band in ("a", "b", "c", "d"):
        "It is for homes in bands E to H."
        return 0
    if savings > savings_limit:
        "Savings of {savings} are over the limit of {savings_limit}."
        return 0
    most = max(0, increase_of_the_bill_in_bands_e_to_h - expected_from_adults_in_scotland)
    if income_by_age_in_scotland <= income_limit_for_bands_e_to_h:
        "Income of {income_by_age_in_scotland} is not more than {income_limit_for_bands_e_to_h}, so the increase of 2017 is taken off."
        return most
    too_much = income_by_age_in_scotland - income_limit_for_bands_e_to_h
    "Income is {too_much} more than {income_limit_for_bands_e_to_h}. You pay {share_of_income_too_much} of that yourself."
    return max(0, most - share_of_income_too_much * too_much)


@household("SSI 2012/319 reg 14A; SSI 2021/249 reg 14(5)")
def income_by_age_in_scotland(claimants, reached_pension_age, weekly_income, income_below_pension_age_in_scotland) -> GBP/week:
    """The income that counts each week, by the rules for your age"""
    if any(reached_pension_age for person in claimants):
        "You have reached State Pension age."
        return weekly_income
    "You are below State Pension age."
    return income_below_pension_age_in_scotland


@household("SSI 2012/319 reg 14A")
def income_limit_for_bands_e_to_h(partners, children, limit_for_single_people_e_to_h, limit_for_families_e_to_h) -> GBP/week:
    """The income up to which the whole increase is taken off"""
    if count(partners) > 0 or count(children) > 0:
        "The limit for couples and for people with children."
        return limit_for_families_e_to_h
    return limit_for_single_people_e_to_h


@household("SSI 2012/319 reg 47(1B)")
def increase_of_the_bill_in_bands_e_to_h(
    week_of_council_tax_in_scotland, council_tax_valuation_band, increase_of_the_band
) -> GBP/week:
    """How much of a week's council tax is the increase of 2017"""
    without = week_of_council_tax_in_scotland / max(1, 1 + lookup(increase_of_the_band, council_tax_valuation_band))
    return max(0, week_of_council_tax_in_scotland - without)
