# Which part of Pension Credit there could be, worked out and not asked.
# It stands in for the folder pension_credit_as_stated, which has rules of the same names.


@household("State Pension Credit Act 2002 ss.1 to 3; SI 2006/214 regs 26 and 27; SI 2012/2885 Sch 1 paras 13 and 14")
def pension_credit_in_payment(guarantee_credit, savings_credit_due) -> pension_credit:
    """Which part of Pension Credit you could get"""
    if guarantee_credit > 0:
        "You could get the guarantee credit."
        return "guarantee"
    if savings_credit_due > 0:
        "You could get savings credit only."
        return "savings_only"
    "Pension Credit would come to nothing."
    return "none"


@household("SI 2006/214 reg 27(1); SI 2012/2885 Sch 1 para 14(1); SI 2002/1792 regs 15 to 18")
def pension_service_income(pension_credit_income) -> GBP/week:
    """The income that the Pension Service would count"""
    return pension_credit_income


@household("SI 2006/214 reg 27(4)(a); SI 2012/2885 Sch 1 para 14(2)(a); State Pension Credit Act 2002 s.3")
def savings_credit_in_payment(savings_credit_due) -> GBP/week:
    """The savings credit that you could get"""
    return savings_credit_due
