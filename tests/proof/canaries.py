"""Words that stand in the rows of one owner and nowhere else, so that a leak can be seen."""

from __future__ import annotations

import re

# `shared` is Canterbury's and Kent's by the resident's own wish; nobody else's.
OWNERS = ("canterbury", "thanet", "kent", "southern_housing", "shared")
OF_BODY = {
    "canterbury": {"canterbury", "shared"},
    "thanet": {"thanet"},
    "kent": {"kent", "shared"},
    "southern_housing": {"southern_housing"},
    "dover": set(),
    "cardiff": set(),
    "glasgow": set(),
}
_CANARY = re.compile("quill(" + "|".join(OWNERS) + ")", re.IGNORECASE)


def canary(owner: str) -> str:
    """The word of that owner: a plausible surname."""
    return f"Quill{owner}"


def found_in(text: str) -> set[str]:
    """The owners whose words are in the text."""
    return {owner.lower() for owner in _CANARY.findall(text)}
