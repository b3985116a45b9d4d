# The income that counts each week, once somebody has reached State Pension age.


@household("SI 2006/214 regs 25 to 30; SI 2012/2885 Sch 1 paras 14 to 17 and 24; SI 2013/3029 Sch 1 para 11; SSI 2012/319 Part 6")
def weekly_income(
    pension_credit_in_payment, pension_service_income, savings_credit_in_payment, additional_earnings_disregard,
    pensions_that_count, income_from_savings, earnings_that_count, other_income_that_counts
) -> GBP/week:
    """The income that counts each week"""
    if pension_credit_in_payment == "savings_only":
        "With savings credit only, the Pension Service's own figure is used, and the savings credit is added."
        return max(0, pension_service_income + savings_credit_in_payment - additional_earnings_disregard)
    return pensions_that_count + income_from_savings + earnings_that_count + other_income_that_counts
