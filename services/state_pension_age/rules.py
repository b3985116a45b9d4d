# When somebody reaches State Pension age: Pensions Act 1995, Schedule 4, Part 1, paragraph 1.
#
# Everybody born before 6 October 1954 reached it before October 2020, so "66 years or earlier" decides every
# date on which our rates are in force. A birthday on 29 February counts on 1 March in other years (years_between);
# a birthday on the 31st whose month of reaching has 30 days counts on the 30th, as the Act's own table says.


@person("Pensions Act 1995 Sch 4 Part 1 para 1")
def months_past_66(date_of_birth) -> number:
    """How many months after the 66th birthday State Pension age is reached"""
    if date_of_birth < date(1960, 4, 6):
        "People born before 6 April 1960 reach it at 66 years, or reached it earlier."
        return 0
    elif date_of_birth < date(1960, 5, 6):
        "People born from 6 April to 5 May 1960 reach it at 66 years and 1 month."
        return 1
    elif date_of_birth < date(1960, 6, 6):
        "People born from 6 May to 5 June 1960 reach it at 66 years and 2 months."
        return 2
    elif date_of_birth < date(1960, 7, 6):
        "People born from 6 June to 5 July 1960 reach it at 66 years and 3 months."
        return 3
    elif date_of_birth < date(1960, 8, 6):
        "People born from 6 July to 5 August 1960 reach it at 66 years and 4 months."
        return 4
    elif date_of_birth < date(1960, 9, 6):
        "People born from 6 August to 5 September 1960 reach it at 66 years and 5 months."
        return 5
    elif date_of_birth < date(1960, 10, 6):
        "People born from 6 September to 5 October 1960 reach it at 66 years and 6 months."
        return 6
    elif date_of_birth < date(1960, 11, 6):
        "People born from 6 October to 5 November 1960 reach it at 66 years and 7 months."
        return 7
    elif date_of_birth < date(1960, 12, 6):
        "People born from 6 November to 5 December 1960 reach it at 66 years and 8 months."
        return 8
    elif date_of_birth < date(1961, 1, 6):
        "People born from 6 December 1960 to 5 January 1961 reach it at 66 years and 9 months."
        return 9
    elif date_of_birth < date(1961, 2, 6):
        "People born from 6 January to 5 February 1961 reach it at 66 years and 10 months."
        return 10
    elif date_of_birth < date(1961, 3, 6):
        "People born from 6 February to 5 March 1961 reach it at 66 years and 11 months."
        return 11
    return 12


@person("Pensions Act 1995 Sch 4 Part 1 para 1")
def reached_pension_age(date_of_birth, months_past_66, on_date) -> yes_no:
    """Whether State Pension age has been reached"""
    if months_past_66 == 0:
        "State Pension age is the 66th birthday."
        return years_between(date_of_birth, on_date) >= 66
    if months_past_66 == 12:
        "State Pension age is the 67th birthday, or later."
        return years_between(date_of_birth, on_date) >= 67
    return on_date >= add_months(date_of_birth, 792 + months_past_66)
