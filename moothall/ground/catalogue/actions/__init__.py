from moothall.ground.catalogue.actions.publish import REFUSALS, NotApproved, Preview, preview, publish

__all__ = ["REFUSALS", "NotApproved", "Preview", "preview", "publish"]
