# Whether the crew fetches the bins of a home from where they stand, because nobody who lives there can put them out.
# The Acts say that waste is collected and that services are made usable for disabled people; the rest is council practice.


@household("Environmental Protection Act 1990 ss.45 and 46; Equality Act 2010 ss.20 and 29; the rest is council practice")
def bins_are_fetched(somebody_can_put_bins_out, why_bins_stay, bins_help_until, on_date) -> yes_no:
    """Whether the crew fetches your bins from where they stand"""
    if somebody_can_put_bins_out:
        "Somebody at your home can put the bins out."
        return False
    if why_bins_stay == "something_else":
        return not_covered("Tell the council in your own words why nobody can put the bins out. An officer reads it.")
    if why_bins_stay == "not_at_home":
        "Bins are fetched where nobody is able to put them out, and not where nobody is at home on the day."
        return False
    if why_bins_stay == "lasting":
        "Nobody at your home is able to put the bins out."
        return True
    if bins_help_until < on_date:
        "You need help until {bins_help_until}, which is over."
        return False
    "Nobody at your home is able to put the bins out until {bins_help_until}."
    return True
