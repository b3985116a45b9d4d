# Which part of Pension Credit is in payment, as people say it themselves.
# The folder pension_credit_worked_out has the same names and says `stands_in_for:` this one.


@household("SI 2006/214 regs 26 and 27; SI 2012/2885 Sch 1 paras 13 and 14")
def pension_credit_in_payment(pension_credit) -> pension_credit:
    """Which part of Pension Credit you get"""
    return pension_credit


@household("SI 2006/214 reg 27(1); SI 2012/2885 Sch 1 para 14(1)")
def pension_service_income(assessed_income) -> GBP/week:
    """The income that the Pension Service counted"""
    return assessed_income


@household("SI 2006/214 reg 27(4)(a); SI 2012/2885 Sch 1 para 14(2)(a)")
def savings_credit_in_payment(savings_credit) -> GBP/week:
    """The savings credit that you get"""
    return savings_credit
