# Healthy Start in England, Wales and Northern Ireland (SI 2005/3262), and Best Start Foods in Scotland (SSI 2019/193):
# money on a card that buys milk, fruit, vegetables and infant formula. It is shown as what is put on the card a week.


@person("SI 2005/3262 reg 3")
def is_a_baby(date_of_birth, on_date) -> yes_no:
    """Whether a child is under 1"""
    return years_between(date_of_birth, on_date) < 1


@person("SI 2005/3262 reg 3")
def below_the_age_of_healthy_start(date_of_birth, on_date, healthy_start_until_age) -> yes_no:
    """Whether a child is young enough for Healthy Start"""
    return years_between(date_of_birth, on_date) < healthy_start_until_age


@household("SI 2005/3262 reg 3(2) to (4)")
def income_opens_healthy_start(
    gets_guarantee_credit, gets_universal_credit, joint_monthly_earnings, healthy_start_earnings_limit
) -> yes_no:
    """Whether the family's income is low enough for Healthy Start"""
    if gets_guarantee_credit:
        "You could get the guarantee credit of Pension Credit, which can have an amount for a child in it."
        return True
    if not gets_universal_credit:
        "It is for families who get Universal Credit or another benefit because of a low income."
        return False
    if joint_monthly_earnings > healthy_start_earnings_limit:
        "Net earnings of {joint_monthly_earnings} are over {healthy_start_earnings_limit}."
        return False
    "You get Universal Credit, and net earnings of {joint_monthly_earnings} are not over {healthy_start_earnings_limit}."
    return True


@person("A line of our own: nobody older is asked")
def below_the_age_of_the_question(date_of_birth, on_date, pregnancy_is_asked_below_age) -> yes_no:
    """Whether this adult is of an age at which a pregnancy is asked about"""
    return years_between(date_of_birth, on_date) < pregnancy_is_asked_below_age


@household("SI 2005/3262 reg 3(2)")
def expects_a_child(gets_universal_credit, adults, below_the_age_of_the_question, pregnant_for_ten_weeks) -> yes_no:
    """Whether you or your partner are pregnant for 10 weeks or more"""
    if not gets_universal_credit:
        "It matters only with Universal Credit."
        return False
    if not any(below_the_age_of_the_question for person in adults):
        "At your age it is not asked."
        return False
    return pregnant_for_ten_weeks


@household("SI 2005/3262 regs 3 and 8")
def healthy_start(
    nation, income_opens_healthy_start, children, is_a_baby, below_the_age_of_healthy_start, expects_a_child,
    healthy_start_on_the_card
) -> GBP/week:
    """Healthy Start, on a card for food, each week"""
    if nation == "scotland":
        "In Scotland there is Best Start Foods in its place."
        return 0
    if not income_opens_healthy_start:
        "The family's income does not open it. Somebody under 18 who is pregnant gets it whatever the income."
        return 0
    young = sum(healthy_start_on_the_card for person in children if below_the_age_of_healthy_start)
    babies = sum(healthy_start_on_the_card for person in children if is_a_baby)
    if expects_a_child:
        "{healthy_start_on_the_card} for the pregnancy and for each child under 4, and as much again for each under 1."
        return young + babies + healthy_start_on_the_card
    if young == 0:
        "There is no child under 4 and no pregnancy of 10 weeks or more."
        return 0
    "{healthy_start_on_the_card} for each child under 4, and as much again for each under 1."
    return young + babies


@person("SSI 2019/193 reg 9")
def below_the_age_of_best_start(date_of_birth, on_date, best_start_foods_until_age) -> yes_no:
    """Whether a child is young enough for Best Start Foods"""
    return years_between(date_of_birth, on_date) < best_start_foods_until_age


@household("SSI 2019/193; SSI 2023/371")
def best_start_foods(
    nation, gets_a_means_tested_benefit, children, below_the_age_of_best_start, expects_a_child
) -> entitlement:
    """Best Start Foods, money on a card for food"""
    if nation != "scotland":
        "It is for families who live in Scotland."
        return "not_entitled"
    if not gets_a_means_tested_benefit:
        "It is for families who get Universal Credit, Pension Credit or another benefit because of a low income. Under 18 no benefit is needed."
        return "not_entitled"
    if any(below_the_age_of_best_start for person in children):
        "There is a child under 3, and you get a benefit because of a low income. Earnings do not matter."
        return "entitled"
    if expects_a_child:
        "There is a pregnancy, and you get a benefit because of a low income. Earnings do not matter."
        return "entitled"
    "There is no child under 3. From the first day of a pregnancy you can ask for it."
    return "not_entitled"
