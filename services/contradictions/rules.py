# Answers that do not fit together. Each rule named in contradictions.yaml is true where they do not, and says what was
# understood. A rule that needs an answer which nobody has given yet says nothing: it is looked at again once it is there.


# 1. Who lives here


@person("What is asked: a date of birth")
def age_as_given(date_of_birth, on_date) -> number:
    """The age by the date of birth that was given"""
    return years_between(date_of_birth, on_date)


@household("What is asked: the person who answers")
def age_of_who_answers(claimants, age_as_given) -> number:
    """The age of the person who answers, by the date of birth that was given"""
    return sum(age_as_given for person in claimants)


@person("What is asked: a date of birth")
def older_than_anybody(date_of_birth, on_date, oldest_age) -> yes_no:
    """Whether somebody would be older than anybody has been"""
    age = years_between(date_of_birth, on_date)
    if age > oldest_age:
        "We understood a birth on {date_of_birth}, which makes {age} years. Nobody is over {oldest_age}. Check the year."
        return True
    return False


@person("SI 2013/376 reg 8: whoever claims is at least 16")
def too_young_to_ask(role, date_of_birth, on_date, youngest_adult_of_a_claim) -> yes_no:
    """Whether the person who answers is too young to claim"""
    age = years_between(date_of_birth, on_date)
    if role == "claimant" and age < youngest_adult_of_a_claim:
        "We understood that you were born on {date_of_birth}. Nobody under {youngest_adult_of_a_claim} can claim for a household. Check the year."
        return True
    return False


@person("Marriage (Scotland) Act 1977 s.1; Marriage and Civil Partnership (Minimum Age) Act 2022")
def too_young_for_a_partner(role, date_of_birth, on_date, youngest_adult_of_a_claim) -> yes_no:
    """Whether a partner is too young to be one"""
    age = years_between(date_of_birth, on_date)
    if role == "partner" and age < youngest_adult_of_a_claim:
        "We understood that your partner was born on {date_of_birth}. A partner is at least {youngest_adult_of_a_claim}. Check the year, or who this person is."
        return True
    return False


@person("SI 2013/376 reg 4: a child is somebody whom an adult is responsible for")
def child_older_than_who_answers(role, age_of_who_answers, date_of_birth, on_date) -> yes_no:
    """Whether a child is as old as the person who answers, or older"""
    age = years_between(date_of_birth, on_date)
    if role == "child" and age >= age_of_who_answers:
        "We understood that this child was born on {date_of_birth}, and is as old as you are or older. Check both dates of birth, or who this person is."
        return True
    return False


@person("SI 2013/376 reg 5; Social Security Contributions and Benefits Act 1992 s.142")
def too_old_for_a_child(role, date_of_birth, on_date, children_are_below) -> yes_no:
    """Whether somebody is too old to count as a child"""
    age = years_between(date_of_birth, on_date)
    if role == "child" and age >= children_are_below:
        "We understood that this child was born on {date_of_birth}. From {children_are_below} a person counts as another adult. Check the year, or who this person is."
        return True
    return False


@person("A line of our own: few parents are younger")
def hardly_older_than_a_child(role, age_of_who_answers, date_of_birth, on_date, years_to_a_child) -> yes_no:
    """Whether the person who answers is hardly older than a child of the family"""
    age = years_between(date_of_birth, on_date)
    years = age_of_who_answers - age
    if role == "child" and years > 0 and years < years_to_a_child:
        "We understood that this child was born on {date_of_birth}, {years} years after you. Is that right?"
        return True
    return False


@household("SI 2013/376 reg 3: a couple is two people")
def more_than_one_partner(partners) -> yes_no:
    """Whether there is more than one partner"""
    if count(partners) > 1:
        "We understood that there is more than one partner. Only one person can be your partner here; the others are other adults."
        return True
    return False


@household("Every household file has one person who asks")
def not_one_who_answers(claimants) -> yes_no:
    """Whether there is nobody who asks, or more than one"""
    if count(claimants) != 1:
        "We understood that there is nobody who asks, or more than one. One person asks for the household; everybody else is a partner, a child or another adult."
        return True
    return False


# 2. Work and pay


@person("Earnings are pay for work")
def earnings_without_work(works_for_pay, earnings) -> yes_no:
    """Whether there are earnings and no work"""
    if not works_for_pay and earnings > 0:
        "We understood earnings of {earnings}, and no paid work. Check both."
        return True
    return False


@person("Work for pay has earnings, but for a time without any")
def work_without_earnings(works_for_pay, earnings) -> yes_no:
    """Whether there is paid work and no earnings"""
    if works_for_pay and earnings == 0:
        "We understood that there is paid work, with earnings of {earnings}. Is that right, for example because of unpaid leave or because a business makes no profit now?"
        return True
    return False


@person("Work for pay brings income")
def work_without_income(works_for_pay, gross_income) -> yes_no:
    """Whether another adult works and has no income"""
    if works_for_pay and gross_income == 0:
        "We understood that this adult works for pay, with an income of {gross_income}. Is that right?"
        return True
    return False


@person("Hours worked for pay are paid")
def hours_without_earnings(hours_worked, earnings) -> yes_no:
    """Whether there are hours of paid work and no earnings"""
    if hours_worked > 0 and earnings == 0:
        "We understood {hours_worked} hours of paid work a week, with earnings of {earnings}. Is that right?"
        return True
    return False


@person("Earnings are pay for hours")
def earnings_without_hours(works_for_pay, hours_worked, earnings) -> yes_no:
    """Whether there are earnings from no hours"""
    if works_for_pay and hours_worked == 0 and earnings > 0:
        "We understood earnings of {earnings}, and no hours of work. Is that right, for example because the hours differ and there were none of late?"
        return True
    return False


@person("Hours worked for pay are paid work")
def hours_without_work(works_for_pay, hours_worked) -> yes_no:
    """Whether there are hours of work and no work"""
    if not works_for_pay and hours_worked > 0:
        "We understood {hours_worked} hours of paid work a week, and no paid work. Check both."
        return True
    return False


@person("A pension is paid into out of earnings")
def pays_in_more_than_is_earned(earnings, pension_contributions) -> yes_no:
    """Whether more goes into a pension than is earned"""
    if pension_contributions > earnings:
        "We understood earnings of {earnings}, and {pension_contributions} of it paid into a pension. It cannot be more than the earnings."
        return True
    return False


@person("Tax on earnings is a part of them")
def more_tax_than_earnings(earnings, tax_on_earnings) -> yes_no:
    """Whether more tax is taken than is earned"""
    if tax_on_earnings > earnings:
        "We understood earnings of {earnings}, and {tax_on_earnings} of tax taken from them. Check both; both are for a week."
        return True
    return False


@person("A week has 168 hours")
def more_hours_than_a_week(hours_worked, hours_of_care, hours_in_a_week) -> yes_no:
    """Whether work and care take more hours than there are"""
    if hours_worked + hours_of_care > hours_in_a_week:
        "We understood {hours_worked} hours of work and {hours_of_care} hours of care. A week has {hours_in_a_week}."
        return True
    return False


# 3. Pensions


@person("Pensions Act 1995 Sch 4 Part 1 para 1")
def state_pension_too_early(state_pension, date_of_birth, on_date, state_pension_at_the_earliest) -> yes_no:
    """Whether State Pension is paid before anybody can have it"""
    age = years_between(date_of_birth, on_date)
    if state_pension > 0 and age < state_pension_at_the_earliest:
        "We understood a birth on {date_of_birth} and a State Pension of {state_pension}. Nobody under {state_pension_at_the_earliest} gets one now. Check both; a pension from work is asked for on its own."
        return True
    return False


@person("Pensions Act 1995 Sch 4 Part 1 para 1; Pensions Act 2014 s.1")
def pension_age_earlier_than_born(pension_age_before_april_2016, date_of_birth) -> yes_no:
    """Whether State Pension age was reached before it could be"""
    if pension_age_before_april_2016 and date_of_birth >= date(1953, 4, 6):
        "We understood a birth on {date_of_birth}, and State Pension age before 6 April 2016. Nobody born after 5 April 1953 had reached it by then."
        return True
    return False


# 4. The home and the children


@household("Rent is paid for a rented home")
def rent_where_none_is_paid(tenure, rent) -> yes_no:
    """Whether there is a rent and no rented home"""
    if tenure in ("owned_outright", "no_rent") and rent > 0:
        "We understood a rent of {rent} for a home for which no rent is paid. Check both."
        return True
    return False


@household("Rent is paid for a rented home")
def no_rent_for_a_rented_home(tenure, rent) -> yes_no:
    """Whether a home is rented for nothing"""
    if tenure in ("social_rent", "private_rent") and rent == 0:
        "We understood that you rent your home, for {rent}. Is that right, for example because the rent is free for a time?"
        return True
    return False


@household("A line of our own: hardly any rent is higher")
def rent_hardly_anybody_pays(rent, rent_hardly_ever_over) -> yes_no:
    """Whether a rent is so high that it may be for a year, or have a nought too many"""
    if rent > rent_hardly_ever_over:
        "We understood a rent of {rent}. Is that right, for a month and not for a year?"
        return True
    return False


@person("SI 2013/376 reg 35: childcare is of a child")
def childcare_without_a_child(role, childcare_costs) -> yes_no:
    """Whether childcare is paid for somebody who is no child of the family"""
    if role != "child" and childcare_costs > 0:
        "We understood {childcare_costs} for the childcare of somebody who is no child of the family. Check both."
        return True
    return False
