# The row of a table by the month, as rows_by_week.py finds it by the week.


@household("Local Government Finance Act 1992 Sch 1A: the scheme's own tables")
def local_row_by_month(local_table, local_income_monthly, scheme_rows, scheme_monthly_edge) -> number:
    """The number of the row in a table by the month"""
    income = local_income_monthly
    rows = band(scheme_rows, local_table)
    first = band(scheme_monthly_edge, local_table * 100 + 1)
    if rows <= 1 or income < first:
        "Income of {income} is in the first row."
        return 1
    edge_2 = band(scheme_monthly_edge, local_table * 100 + 2)
    if rows <= 2 or income < edge_2:
        "Income of {income} is in row 2."
        return 2
    edge_3 = band(scheme_monthly_edge, local_table * 100 + 3)
    if rows <= 3 or income < edge_3:
        "Income of {income} is in row 3."
        return 3
    edge_4 = band(scheme_monthly_edge, local_table * 100 + 4)
    if rows <= 4 or income < edge_4:
        "Income of {income} is in row 4."
        return 4
    edge_5 = band(scheme_monthly_edge, local_table * 100 + 5)
    if rows <= 5 or income < edge_5:
        "Income of {income} is in row 5."
        return 5
    edge_6 = band(scheme_monthly_edge, local_table * 100 + 6)
    if rows <= 6 or income < edge_6:
        "Income of {income} is in row 6."
        return 6
    edge_7 = band(scheme_monthly_edge, local_table * 100 + 7)
    if rows <= 7 or income < edge_7:
        "Income of {income} is in row 7."
        return 7
    edge_8 = band(scheme_monthly_edge, local_table * 100 + 8)
    if rows <= 8 or income < edge_8:
        "Income of {income} is in row 8."
        return 8
    edge_9 = band(scheme_monthly_edge, local_table * 100 + 9)
    if rows <= 9 or income < edge_9:
        "Income of {income} is in row 9."
        return 9
    edge_10 = band(scheme_monthly_edge, local_table * 100 + 10)
    if rows <= 10 or income < edge_10:
        "Income of {income} is in row 10."
        return 10
    edge_11 = band(scheme_monthly_edge, local_table * 100 + 11)
    if rows <= 11 or income < edge_11:
        "Income of {income} is in row 11."
        return 11
    return 12
