# Whether a crew is sent for a bin that was not collected. What the crew log says is asked of it and of nobody else.
# The Act says that household waste is collected; everything finer is each council's own practice and marked so.


@household("Environmental Protection Act 1990 s.45; the rest is council practice")
def crew_is_sent(bin_stream, missed_on, crew_log_answered, log_settles_it, on_date) -> yes_no:
    """Whether a crew is sent to collect the bin"""
    if bin_stream == "clinical":
        return not_covered("Clinical waste has a collection of its own. Call the council today.")
    if missed_on > on_date:
        "{missed_on} is still to come."
        return False
    if not crew_log_answered:
        "The crew log did not answer, so a crew is asked to look."
        return True
    return not log_settles_it


@household("council practice")
def log_settles_it(collection_day, next_collection_on, report_taken_until, left_for_good_reason, missed_on, on_date) -> yes_no:
    """Whether the council's records say that no crew is to be sent"""
    if not collection_day and next_collection_on > missed_on:
        "{missed_on} was not a collection day for this bin. The next is {next_collection_on}."
        return True
    if on_date > report_taken_until:
        "A missed bin can be reported until {report_taken_until}. It is collected next on {next_collection_on}."
        return True
    return left_for_good_reason


@household("council practice")
def left_for_good_reason(crew_entry, assisted_collection, next_collection_on, round_finished_by, on_date) -> yes_no:
    """Whether the crew wrote down a reason that settles it"""
    if crew_entry == "not_finished" and on_date <= round_finished_by:
        "The round is not finished. Wait until the end of {round_finished_by}, then report it if it is still there."
        return True
    if crew_entry == "not_finished":
        "The round should be finished by now and the crew wrote nothing down for this bin."
        return False
    if crew_entry == "contaminated" and next_collection_on >= on_date:
        "The crew recorded that the wrong things were in it. Take them out and put it out again on {next_collection_on}."
        return True
    if crew_entry == "not_out" and not assisted_collection and next_collection_on >= on_date:
        "The crew recorded that the bin was not out. Put it out by 7 in the morning on {next_collection_on}."
        return True
    if crew_entry == "not_out" and assisted_collection:
        "The crew should have fetched this bin from the home, so that it was not out is no reason."
        return False
    if crew_entry == "road_blocked":
        "The crew could not get through. It comes back."
        return False
    if crew_entry == "collected":
        "The crew recorded it as collected and you say that it was not, so it is looked at."
        return False
    "The crew wrote nothing down for this bin."
    return False
