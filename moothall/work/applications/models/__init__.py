from moothall.work.applications.models.application import Application
from moothall.work.applications.models.draft import Draft
from moothall.work.applications.models.promise import Promise
from moothall.work.applications.models.received import ReceivedPromise
from moothall.work.applications.models.saved import DraftLink

__all__ = ["Application", "Draft", "DraftLink", "Promise", "ReceivedPromise"]
