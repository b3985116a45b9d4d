# Scottish Child Payment: SSI 2020/351, the Scottish Child Payment Regulations 2020.


@person("SSI 2020/351 reg 18 (under 16)")
def young_enough_for_scottish_child_payment(date_of_birth, on_date, scottish_child_payment_until_age) -> yes_no:
    """Whether a child is young enough for Scottish Child Payment"""
    return years_between(date_of_birth, on_date) < scottish_child_payment_until_age


@household("SSI 2020/351 regs 18 and 20")
def scottish_child_payment(
    nation, children, young_enough_for_scottish_child_payment, gets_a_means_tested_benefit, scottish_child_payment_rate
) -> GBP/week:
    """Scottish Child Payment each week"""
    if nation != "scotland":
        "It is for families who live in Scotland."
        return 0
    if not any(young_enough_for_scottish_child_payment for person in children):
        "There is no child under 16."
        return 0
    if not gets_a_means_tested_benefit:
        "It is for families who get Universal Credit, Pension Credit or another benefit because of a low income."
        return 0
    return sum(scottish_child_payment_rate for person in children if young_enough_for_scottish_child_payment)
