# Income tax and National Insurance contributions, as far as net earnings and the national benefits need them.
# Income Tax Act 2007 (ITA); Income Tax (Earnings and Pensions) Act 2003 (ITEPA); Social Security Contributions and
# Benefits Act 1992 (SSCBA); SI 2001/1004, the Social Security (Contributions) Regulations 2001.
#
# Tax is of a year: the week's income goes on for 52 weeks. Contributions of an employee are of a month's pay.
# Savings income, dividends, allowances for blind people and reliefs other than pension payments are not covered.


# 1. Income


@person("ITA s.23 Step 1; ITEPA Parts 2, 9 and 10; Income Tax (Trading and Other Income) Act 2005 Part 2")
def earned_income(works_for_pay, earnings) -> GBP/year:
    """Pay and profit in a year, before tax"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return yearly(earnings)


@person("ITEPA Part 9 (pensions) and Part 10 (State Pension and other taxed benefits)")
def unearned_taxed_income(state_pension, private_pension, other_taxable_income) -> GBP/year:
    """Pensions and other taxed income in a year"""
    return yearly(state_pension + private_pension + other_taxable_income)


@person("ITA s.23 Step 1 (total income)")
def total_income(earned_income, unearned_taxed_income) -> GBP/year:
    """All taxed income of a year, before tax and before payments into a pension"""
    return earned_income + unearned_taxed_income


@person("ITA s.58 (adjusted net income); Finance Act 2004 ss.192 to 194")
def adjusted_net_income(total_income, works_for_pay, pension_contributions) -> GBP/year:
    """Taxed income of a year after payments into a pension"""
    if not works_for_pay:
        "There is no paid work, so nothing is paid into a pension out of it."
        return total_income
    return max(0, total_income - yearly(pension_contributions))


# 2. Income tax


@person("ITA ss.35 and 55C(1)")
def tax_free_allowance(
    adjusted_net_income, marriage_allowance, standard_tax_free_allowance, allowance_shrinks_above, share_of_allowance_lost,
    whole_pound, transferable_allowance
) -> GBP/year:
    """The income of a year on which no tax is paid"""
    lost = share_of_allowance_lost * max(0, adjusted_net_income - allowance_shrinks_above)
    left = round_up(max(0, standard_tax_free_allowance - lost), whole_pound)
    if marriage_allowance == "gives":
        "{transferable_allowance} of it is given to the husband, wife or civil partner."
        return max(0, left - transferable_allowance)
    return left


@person("ITA s.23 Step 3")
def income_above_the_allowance(adjusted_net_income, tax_free_allowance) -> GBP/year:
    """The income of a year on which tax is paid"""
    return max(0, adjusted_net_income - tax_free_allowance)


@person("ITA ss.6, 10 and 11D (England, Wales and Northern Ireland); Welsh rates, ITA s.11B")
def tax_at_uk_rates(
    income_above_the_allowance, basic_rate, basic_rate_limit, higher_rate, higher_rate_limit, additional_rate
) -> GBP/year:
    """Tax at the basic, higher and additional rates"""
    at_basic = min(income_above_the_allowance, basic_rate_limit)
    at_higher = max(0, min(income_above_the_allowance, higher_rate_limit) - basic_rate_limit)
    at_additional = max(0, income_above_the_allowance - higher_rate_limit)
    return basic_rate * at_basic + higher_rate * at_higher + additional_rate * at_additional


@person("ITA s.11A; Scottish Rate Resolution under Scotland Act 1998 s.80C")
def tax_at_scottish_rates(
    income_above_the_allowance, scottish_starter_rate, scottish_starter_limit, scottish_basic_rate, scottish_basic_limit,
    scottish_intermediate_rate, scottish_intermediate_limit, scottish_higher_rate, scottish_higher_limit,
    scottish_advanced_rate, scottish_advanced_limit, scottish_top_rate
) -> GBP/year:
    """Tax at the six Scottish rates"""
    at_starter = min(income_above_the_allowance, scottish_starter_limit)
    at_basic = max(0, min(income_above_the_allowance, scottish_basic_limit) - scottish_starter_limit)
    at_intermediate = max(0, min(income_above_the_allowance, scottish_intermediate_limit) - scottish_basic_limit)
    at_higher = max(0, min(income_above_the_allowance, scottish_higher_limit) - scottish_intermediate_limit)
    at_advanced = max(0, min(income_above_the_allowance, scottish_advanced_limit) - scottish_higher_limit)
    at_top = max(0, income_above_the_allowance - scottish_advanced_limit)
    lower_rates = scottish_starter_rate * at_starter + scottish_basic_rate * at_basic + scottish_intermediate_rate * at_intermediate
    return lower_rates + scottish_higher_rate * at_higher + scottish_advanced_rate * at_advanced + scottish_top_rate * at_top


@person("ITA s.6 and s.11A; Wales Act 2014 s.9 (the Welsh rates are those of England in both years)")
def tax_at_rates(nation, tax_at_uk_rates, tax_at_scottish_rates) -> GBP/year:
    """Tax at the rates of the nation in which the person lives"""
    if nation == "scotland":
        "In Scotland the Scottish rates apply."
        return tax_at_scottish_rates
    return tax_at_uk_rates


@person("ITA ss.45 to 55C")
def reduction_for_marriage_allowance(
    marriage_allowance, nation, income_above_the_allowance, basic_rate_limit, scottish_intermediate_limit,
    transferable_allowance, basic_rate, tax_at_rates
) -> GBP/year:
    """What Marriage Allowance takes off the tax"""
    if marriage_allowance != "gets":
        "No Marriage Allowance is received."
        return 0
    if nation == "scotland" and income_above_the_allowance > scottish_intermediate_limit:
        "It is not for people who pay tax at the higher rate."
        return 0
    if nation != "scotland" and income_above_the_allowance > basic_rate_limit:
        "It is not for people who pay tax at the higher rate."
        return 0
    return min(tax_at_rates, basic_rate * transferable_allowance)


@person("ITA s.23 Steps 4 to 6")
def income_tax(tax_at_rates, reduction_for_marriage_allowance) -> GBP/year:
    """Income tax for a year, without any charge for Child Benefit or a winter payment"""
    return round_half_up(max(0, tax_at_rates - reduction_for_marriage_allowance))


@person("ITA s.23 Step 7 and s.30; ITEPA ss.681B to 681H; Finance Act 2026 (winter fuel payment charge)")
def income_tax_with_charges(income_tax, child_benefit_charge, winter_payment_charge) -> GBP/year:
    """Income tax for a year with what is taken back of Child Benefit and of a winter payment"""
    return income_tax + child_benefit_charge + winter_payment_charge


# 3. National Insurance


@person("SSCBA s.6(1)(a) (from 16) and (3) (not from pensionable age); SI 2001/1004 reg 91 for Class 4")
def pays_contributions(date_of_birth, on_date, contributions_from_age, reached_pension_age) -> yes_no:
    """Whether somebody of this age pays National Insurance contributions"""
    if years_between(date_of_birth, on_date) < contributions_from_age:
        "Nobody under {contributions_from_age} pays contributions."
        return False
    return not reached_pension_age


@person("SSCBA s.8; SI 2001/1004 reg 11")
def contributions_of_an_employee(
    works_for_pay, pays_contributions, earnings, self_employed_profit, primary_threshold, upper_earnings_limit,
    main_primary_rate, additional_primary_rate
) -> GBP/month:
    """Class 1 contributions out of a month's pay"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    if not pays_contributions:
        "No contributions are paid at this age."
        return 0
    pay = monthly(max(0, earnings - self_employed_profit))
    at_main_rate = max(0, min(pay, upper_earnings_limit) - primary_threshold)
    return round_half_up(main_primary_rate * at_main_rate + additional_primary_rate * max(0, pay - upper_earnings_limit))


@person("SSCBA s.15; for Class 2, s.11 as amended from 6 April 2024: nobody has to pay it")
def contributions_of_the_self_employed(
    works_for_pay, pays_contributions, earnings, self_employed_profit, lower_profits_limit, upper_profits_limit,
    main_class_4_rate, additional_class_4_rate
) -> GBP/year:
    """Class 4 contributions on a year's profit"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    if not pays_contributions:
        "No contributions are paid at this age."
        return 0
    profit = yearly(min(earnings, self_employed_profit))
    at_main_rate = max(0, min(profit, upper_profits_limit) - lower_profits_limit)
    return round_half_up(main_class_4_rate * at_main_rate + additional_class_4_rate * max(0, profit - upper_profits_limit))


@person("SSCBA ss.8 and 15")
def national_insurance(contributions_of_an_employee, contributions_of_the_self_employed) -> GBP/year:
    """National Insurance contributions for a year"""
    return yearly(contributions_of_an_employee) + contributions_of_the_self_employed


# 4. What is left of earnings


@person("ITA s.23 (tax is on all income together; the part on earnings is their share of it)")
def tax_on_the_earned_part(works_for_pay, income_tax, earned_income, total_income) -> GBP/year:
    """The part of the income tax that is on earnings"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    if total_income == 0:
        "There is no taxed income."
        return 0
    return income_tax * (earned_income / total_income)


@person("SI 2013/376 regs 55(5) and 57(2) (deductions from earnings); SI 2002/2690 and SI 1996/2745")
def tax_and_insurance_on_earnings(tax_on_the_earned_part, national_insurance) -> GBP/week:
    """Income tax and National Insurance on earnings, a week"""
    return weekly(tax_on_the_earned_part + national_insurance)


@person("SI 2013/376 reg 55(5)")
def net_pay(works_for_pay, earnings, pension_contributions, tax_and_insurance_on_earnings) -> GBP/month:
    """Earnings in a month after tax, National Insurance and the whole of any payment into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return 0
    return round_half_up(monthly(max(0, earnings - pension_contributions - tax_and_insurance_on_earnings)))


# 5. What is left of all taxed income


@person("ITA s.23; SSCBA ss.8 and 15 (the charges for Child Benefit and winter payments are not taken off here)")
def left_after_tax(total_income, earned_income, works_for_pay, pension_contributions, income_tax, national_insurance) -> GBP/year:
    """Pay, pensions and other taxed income of a year after tax, National Insurance and payments into a pension"""
    if not works_for_pay:
        "There is no paid work."
        return max(0, total_income - income_tax)
    paid_in = min(earned_income, yearly(pension_contributions))
    return max(0, total_income - paid_in - income_tax - national_insurance)


@household("ITA s.23; SSCBA ss.8 and 15 (everybody is taxed alone)")
def income_after_tax(adults, left_after_tax) -> GBP/year:
    """Pay, pensions and other taxed income of you and your partner in a year, after tax"""
    return sum(left_after_tax for person in adults)
