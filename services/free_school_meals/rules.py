# Free school meals in three nations: for every child in the first classes, and by income for the others.
# Education Act 1996 s.512ZB and s.512 (England and Wales); Education (Scotland) Act 1980 s.53.
#
# Which class a child is in is taken from the date of birth, as most children are in the class of their age.


@person("Education Act 1996 s.8; Education (Scotland) Act 1980 s.31")
def age_for_school(nation, date_of_birth, ages_count_on, ages_count_on_in_scotland) -> number:
    """The age that decides which class a child is in"""
    if nation == "scotland":
        "In Scotland it is the age at the end of the February before the school year."
        return years_between(date_of_birth, ages_count_on_in_scotland)
    "It is the age on 31 August before the school year."
    return years_between(date_of_birth, ages_count_on)


@household("Education Act 1996 s.512ZB(4); SI 2018/148; Education (Scotland) Act 1980 s.53(3)")
def school_meals_by_income(
    nation, gets_guarantee_credit, gets_universal_credit, universal_credit_is_enough, joint_monthly_earnings,
    school_meals_earnings_limit
) -> entitlement:
    """Whether the family's income opens free school meals for children of every age"""
    if gets_guarantee_credit:
        "You could get the guarantee credit of Pension Credit."
        return "entitled"
    if not gets_universal_credit:
        "It is for families who get Universal Credit or the guarantee credit. Support for asylum seekers counts too."
        return "not_entitled"
    if lookup(universal_credit_is_enough, nation):
        "Every child of a family that gets Universal Credit has them, however much is earned."
        return "entitled"
    limit = lookup(school_meals_earnings_limit, nation)
    if joint_monthly_earnings <= limit:
        "You get Universal Credit, and net earnings of {joint_monthly_earnings} are not over {limit}."
        return "entitled"
    if nation == "scotland":
        "Net earnings of {joint_monthly_earnings} are over {limit}. Councils can give meals to more families: ask yours."
        return "may_ask"
    "Net earnings of {joint_monthly_earnings} are over {limit}. A child who had free meals before may have kept them: ask the school."
    return "may_ask"


@person("Education Act 1996 s.512ZB(4A); Education (Scotland) Act 1980 s.53")
def school_meals_of_a_child(
    nation, lives_in_london, age_for_school, first_class_age, meals_for_all_until_age, last_primary_age, last_class_age,
    last_age_of_school, school_meals_by_income, scottish_child_payment
) -> entitlement:
    """Whether this child gets free school meals"""
    if age_for_school < first_class_age:
        "This child is too young for school. Some nurseries give meals: ask there."
        return "not_entitled"
    if age_for_school > last_class_age:
        "This young person is too old for school."
        return "not_entitled"
    if age_for_school <= lookup(meals_for_all_until_age, nation):
        "Every child in this class gets them, whatever the family's income."
        return "entitled"
    if nation == "scotland" and age_for_school <= last_primary_age and scottish_child_payment > 0:
        "In primary 6 and 7 every child whose family gets Scottish Child Payment has them."
        return "entitled"
    if nation == "england" and lives_in_london and age_for_school <= last_primary_age:
        "In London the Mayor pays for meals in primary schools. Ask the school."
        return "may_ask"
    if school_meals_by_income == "entitled" and age_for_school > last_age_of_school:
        "Over 16 it depends on where this young person studies: ask the school or college."
        return "may_ask"
    return school_meals_by_income


@household("Education Act 1996 ss.512 and 512ZB; Education (Scotland) Act 1980 s.53")
def free_school_meals(nation, children, school_meals_of_a_child) -> entitlement:
    """Free school meals"""
    if nation == "northern_ireland":
        return not_covered("Northern Ireland has its own law on free school meals. Ask the Education Authority, eani.org.uk.")
    everybody = count(children)
    if everybody == 0:
        "There are no children in your family."
        return "not_entitled"
    entitled = count(person for person in children if school_meals_of_a_child == "entitled")
    if entitled == everybody:
        "Every child of your family gets them, at a state school."
        return "entitled"
    if entitled > 0:
        "{entitled} of {everybody} children get them, at a state school. The reasons say which."
        return "entitled"
    if any(school_meals_of_a_child == "may_ask" for person in children):
        "It is not certain. The reasons say why it makes sense to ask."
        return "may_ask"
    return "not_entitled"
