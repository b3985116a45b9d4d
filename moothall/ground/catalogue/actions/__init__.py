from moothall.ground.catalogue.actions.publish import NotApproved, Preview, preview, publish

__all__ = ["NotApproved", "Preview", "preview", "publish"]
