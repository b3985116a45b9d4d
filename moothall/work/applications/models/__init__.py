from moothall.work.applications.models.application import Application
from moothall.work.applications.models.draft import Draft
from moothall.work.applications.models.promise import Promise

__all__ = ["Application", "Draft", "Promise"]
