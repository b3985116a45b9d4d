"""References that people can read out over the telephone."""

from __future__ import annotations

import secrets

# Crockford's base 32 without U: no letter that is taken for a number or another letter.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_reference(prefix: str) -> str:
    """A reference such as CAN-7K3M-92QF: which body holds the case, then 40 random bits."""
    code = "".join(secrets.choice(LETTERS) for _ in range(8))
    return f"{prefix}-{code[:4]}-{code[4:]}"


def read_reference(raw: str) -> str:
    """What somebody typed, as it is kept: capitals, hyphens in their places, look-alikes put right."""
    marks = "".join(mark for mark in raw.upper()[:40] if mark.isalnum())
    prefix, code = marks[:-8], marks[-8:].translate(LOOK_ALIKES)
    return f"{prefix}-{code[:4]}-{code[4:]}"
