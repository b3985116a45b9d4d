# Which table is for a household, and what its row gives.


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_table(scheme_table, scheme_by_dwelling, local_route, partners, children, scheme_child_limit, number_of_band, council_tax_valuation_band) -> number:
    """Which of the scheme's tables is for a household like yours; 0 when it is not held"""
    couple = 10 if count(partners) > 0 else 0
    dwelling = lookup(number_of_band, council_tax_valuation_band) * 100 if scheme_by_dwelling else 0
    return band(scheme_table, local_route * 1000 + dwelling + couple + min(count(children), scheme_child_limit))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_place(local_table, scheme_monthly, local_row_by_week, local_row_by_month) -> number:
    """The row of the table for your income"""
    row = local_row_by_month if band(scheme_monthly, local_table) else local_row_by_week
    return local_table * 100 + row


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_share(local_place, scheme_percent, scheme_at_least, local_route) -> number:
    """The share of the bill that the table takes off at your income"""
    share = band(scheme_percent, local_place)
    if share == 0:
        "The table takes nothing off at this income."
        return 0
    return max(share, band(scheme_at_least, local_route))


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_contribution(local_kind, local_place, scheme_pay_a_week, scheme_pay_a_month) -> GBP/week:
    """What the table expects you to pay at your income"""
    if local_kind == 5:
        "The scheme sets it for a month."
        return weekly(band(scheme_pay_a_month, local_place))
    return band(scheme_pay_a_week, local_place)
