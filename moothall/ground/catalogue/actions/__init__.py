from moothall.ground.catalogue.actions.publish import NotApproved, publish

__all__ = ["NotApproved", "publish"]
