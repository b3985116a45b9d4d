"""One count as a part of another."""

from __future__ import annotations


def share(part: int, whole: int) -> float | None:
    """`part` of `whole` in per cent; None where there is no whole.

    Completion rate is completed of started, digital take-up is completed digitally of all completed
    (GOV.UK Service Manual, "Measuring completion rate", "Measuring digital take-up").
    """
    return 100 * part / whole if whole else None
