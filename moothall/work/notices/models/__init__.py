from moothall.work.notices.models.notice import Notice
from moothall.work.notices.models.printed import Printed

__all__ = ["Notice", "Printed"]
