# Bins for a new home: Environmental Protection Act 1990 s.46.


@household("Environmental Protection Act 1990 ss.45 and 46")
def bins_are_brought(bins_wanted) -> yes_no:
    """Whether bins are needed at the new home"""
    return bins_wanted
