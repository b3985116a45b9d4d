from moothall.work.notices.actions.queue_notice import Words, queue_notice
from moothall.work.notices.actions.send_notice import send_notice

__all__ = ["Words", "queue_notice", "send_notice"]
