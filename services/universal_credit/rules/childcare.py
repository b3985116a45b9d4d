# Help with the costs of childcare.


@person("SI 2013/376 reg 32(2)")
def cannot_look_after_children(work_capability, is_carer) -> yes_no:
    """Whether health or caring keeps this person from looking after the children"""
    if work_capability != "no_decision":
        "This person has limited capability for work."
        return True
    return is_carer


@household("SI 2013/376 reg 32")
def works_so_that_childcare_counts(adults, works_for_pay, cannot_look_after_children) -> yes_no:
    """Whether all the adults work, or one works and the other cannot look after the children"""
    if not any(works_for_pay for person in adults):
        "Nobody is in paid work."
        return False
    return all(works_for_pay or cannot_look_after_children for person in adults)


@household("SI 2013/376 regs 31 to 34 and 36")
def childcare_costs_element(
    children, is_under_16, works_so_that_childcare_counts, childcare_costs, share_of_childcare_costs,
    childcare_limit_one_child, childcare_limit_more_children
) -> GBP/month:
    """Help with the costs of childcare"""
    if not any(is_under_16 for person in children):
        "There are no children under 16."
        return 0
    if not works_so_that_childcare_counts:
        "Childcare is helped with when the adults work."
        return 0
    paid = sum(childcare_costs for person in children if is_under_16)
    if paid <= 0:
        "No childcare is paid for."
        return 0
    share = round_half_up(paid * share_of_childcare_costs)
    if count(person for person in children if is_under_16 and childcare_costs > 0) > 1:
        "{share_of_childcare_costs} of {paid}, at most {childcare_limit_more_children} for two or more children."
        return min(share, childcare_limit_more_children)
    "{share_of_childcare_costs} of {paid}, at most {childcare_limit_one_child} for one child."
    return min(share, childcare_limit_one_child)
