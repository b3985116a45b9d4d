"""The page furniture that every door shares."""

from __future__ import annotations

from typing import Any

from moothall.doors.kit.languages import current_language
from moothall.doors.kit.wording import t

__all__ = ["current_language", "page", "t"]


def page(*args: Any, **kwargs: Any):
    """One page: see `pages.page`. Imported late, because apps load before Django's templates can."""
    from moothall.doors.kit.pages import page as whole_page

    return whole_page(*args, **kwargs)
