from moothall.ground.catalogue.actions.publish import publish

__all__ = ["publish"]
