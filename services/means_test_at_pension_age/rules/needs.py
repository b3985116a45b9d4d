# What the law says people need who have reached State Pension age, in Housing Benefit and in council tax reduction.
# SI 2006/214 Sch 3 (Housing Benefit) and SI 2012/2885 Sch 2 (England) have one list of amounts, and one set of figures.
# Wales and Scotland never brought in the lower amounts of April 2021: everybody has the amount of those before.


@household("SI 2006/214 reg 22 and Sch 3; SI 2012/2885 Sch 1 para 6 and Sch 2")
def applicable_amount(
    personal_allowance, amounts_for_children, amounts_for_disability_and_caring
) -> GBP/week:
    """What the law says you need to live on each week"""
    return personal_allowance + amounts_for_children + amounts_for_disability_and_caring


@person("SI 2006/214 Sch 3 para 1; SI 2012/2885 Sch 2 para 1; Pensions Act 1995 Sch 4")
def reached_before_april_2021(date_of_birth, higher_amount_born_before) -> yes_no:
    """Whether State Pension age was reached before 1 April 2021, when the higher amounts were closed"""
    return date_of_birth < higher_amount_born_before


@household("SI 2006/214 Sch 3 para 1; SI 2012/2885 Sch 2 para 1")
def personal_allowance(
    adults, partners, reached_before_april_2021, higher_amount_couple, basic_amount_couple, higher_amount_single, basic_amount_single
) -> GBP/week:
    """The basic amount for you, or for you and your partner"""
    if count(partners) > 0:
        if any(reached_before_april_2021 for person in adults):
            "The amount for a couple of whom one reached State Pension age before 1 April 2021."
            return higher_amount_couple
        "The amount for a couple of whom nobody reached State Pension age before 1 April 2021."
        return basic_amount_couple
    if any(reached_before_april_2021 for person in adults):
        "The amount for a person who reached State Pension age before 1 April 2021."
        return higher_amount_single
    "The amount for a person who did not reach State Pension age before 1 April 2021."
    return basic_amount_single


@household("SI 2006/214 Sch 3 para 2; SI 2012/2885 Sch 2 para 2; SI 2013/3029 Sch 2 para 2")
def amounts_for_children(children, amount_for_a_child) -> GBP/week:
    """An amount for each child or young person"""
    return sum(amount_for_a_child for person in children)


@household("SI 2013/3029 Sch 2 para 1; SSI 2012/319 Sch 1 para 2")
def personal_allowance_outside_england(partners, higher_amount_couple, higher_amount_single) -> GBP/week:
    """The basic amount for you, or for you and your partner: in Wales and Scotland one for everybody of pension age"""
    if count(partners) > 0:
        "The amount for a couple."
        return higher_amount_couple
    return higher_amount_single
