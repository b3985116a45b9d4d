"""An officer asked for what she may not have: that is written down too."""

from __future__ import annotations

from moothall.ground.organisations.acting import acting_for
from moothall.ground.people.actor import Actor
from moothall.ground.record import Happened, write


def record_refusal(actor: Actor, *, page: str) -> None:
    """One entry, in the officer's own organisation, that says which kind of page was refused.

    It names no case: there may be none with the id that she gave, and another organisation's
    is not hers to write about. It is a transaction of its own, because the page's was undone.
    """
    home = min(actor.organisations)
    with acting_for({home}):
        write(
            Happened(
                verb="access.refused",
                organisation=home,
                channel=actor.channel,
                actor=actor,
                details={"asked": page},
            )
        )
