# Care goes on when an adult moves between councils in England: Care Act 2014 ss.37 and 38.


@household("Care Act 2014 ss.37 and 38")
def care_goes_on(council_care, arriving_nation) -> yes_no:
    """Whether the councils must see that care goes on after the move"""
    if not council_care:
        "No council gives care now."
        return False
    if arriving_nation != "england":
        return not_covered("For a move to another nation the law has other ways. Speak with whoever arranges your care now.")
    "The new council has to assess, and until it has, to meet the needs that were met before."
    return True
