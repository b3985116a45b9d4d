"""A message is read once, by whichever process it comes to, and after a new start too."""

from __future__ import annotations

from datetime import datetime

from moothall.ground.nodes.models import SeenMessage
from moothall.ground.nodes.signing import NotProven, Proven


def read_once(proven: Proven, *, now: datetime) -> None:
    """Raises NotProven when this very message was read before. Kept at once, and not undone by what follows.

    A sender that had no answer sends the same matter in a new message, so nothing honest is lost by it.
    """
    SeenMessage.objects.filter(until__lt=now).delete()
    _, first = SeenMessage.objects.get_or_create(
        node=proven.node.name, mark=proven.mark, defaults={"until": proven.until}
    )
    if not first:
        raise NotProven("replayed")
