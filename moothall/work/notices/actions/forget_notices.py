"""Delete what was told about something that is itself forgotten: the words, and where they went."""

from __future__ import annotations

from uuid import UUID

from moothall.work.notices.models import Notice


def forget_notices(*, about: UUID) -> None:
    """None of the notices about this stays. Due work that would have sent one finds nothing and does nothing.

    For what is not yet anybody's case. The letters of a case are kept as long as the case is.
    """
    Notice.objects.filter(about=about).delete()
