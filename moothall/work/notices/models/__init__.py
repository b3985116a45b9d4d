from moothall.work.notices.models.notice import Notice

__all__ = ["Notice"]
