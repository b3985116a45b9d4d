# A bus pass is for people whose only or main home is in the area: Transport Act 2000 s.145A(4).


@household("Transport Act 2000 s.145A(4)")
def pass_is_changed(bus_pass_held) -> yes_no:
    """Whether what is held about the bus pass changes with the move"""
    return bus_pass_held
