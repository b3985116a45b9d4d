from moothall.work.evidence.models.attachment import Attachment

__all__ = ["Attachment"]
