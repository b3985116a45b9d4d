"""Say that this node works for a body."""

from __future__ import annotations

from moothall.ground.organisations.models import Organisation


def host(organisation: str) -> None:
    """From now on work is done here for this body. Saying it again changes nothing."""
    Organisation.objects.filter(pk=organisation, hosted=False).update(hosted=True)
