from moothall.work.notices.actions.print_notice import print_notice
from moothall.work.notices.actions.queue_notice import Words, queue_notice
from moothall.work.notices.actions.send_notice import send_notice

__all__ = ["Words", "print_notice", "queue_notice", "send_notice"]
