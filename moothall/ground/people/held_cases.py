"""The cases whose key a resident has shown in this session.

The keys themselves are not kept: only which cases they opened, on the server's side of
the session, until the session ends.
"""

from __future__ import annotations

from django.http import HttpRequest

_SESSION_KEY = "held_cases"
# Enough for a household's cases; a session that collects hundreds is somebody trying keys.
MOST_CASES = 20


def hold_case(request: HttpRequest, *, case: str, organisation: str) -> None:
    """Remember that this session showed the key of that case. Call only after checking it."""
    held = held_cases(request)
    held.pop(str(case), None)
    held[str(case)] = organisation
    # A session that was begun before the key was shown must not carry it afterwards.
    request.session.cycle_key()
    request.session[_SESSION_KEY] = dict(list(held.items())[-MOST_CASES:])
    vars(request).pop("_actor", None)


def let_go_of_cases(request: HttpRequest) -> None:
    """Forget them: the resident is done, or someone else may use this device."""
    request.session.pop(_SESSION_KEY, None)
    vars(request).pop("_actor", None)


def held_cases(request: HttpRequest) -> dict[str, str]:
    """Case id to organisation key, the newest last."""
    return dict(request.session.get(_SESSION_KEY, {}))
