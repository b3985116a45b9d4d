from moothall.work.evidence.actions.attach import (
    Given,
    Refused,
    TooManyPapers,
    attach,
    forget_evidence,
    remove,
)

__all__ = ["Given", "Refused", "TooManyPapers", "attach", "forget_evidence", "remove"]
