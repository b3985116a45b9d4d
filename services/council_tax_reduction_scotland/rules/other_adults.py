# Scotland: what other adults in the home are expected to pay towards the bill.


@household("SSI 2012/319 reg 48; SSI 2021/249 reg 90")
def expected_from_adults_in_scotland(
    other_adults_are_expected_to_pay, other_adults, expected_from_adult_in_scotland
) -> GBP/week:
    """What other adults who live in the home are expected to pay towards the bill"""
    if not other_adults_are_expected_to_pay:
        "Nothing is expected from other adults."
        return 0
    return sum(expected_from_adult_in_scotland for person in other_adults)


@person("SSI 2012/319 reg 48(1) and (2); SSI 2021/249 reg 90")
def expected_from_adult_in_scotland(
    nothing_is_expected_for_council_tax, in_work_that_counts, gross_income, expected_in_work_in_scotland,
    expected_without_work_in_scotland
) -> GBP/week:
    """What another adult is expected to pay towards the bill"""
    if nothing_is_expected_for_council_tax:
        "Nothing is expected from this adult."
        return 0
    if not in_work_that_counts:
        "This adult does not work, or for too few hours to count as being in work."
        return expected_without_work_in_scotland
    "This adult works and has {gross_income}."
    return band(expected_in_work_in_scotland, gross_income)
