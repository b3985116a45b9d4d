from moothall.ground.catalogue.models.edition import Edition

__all__ = ["Edition"]
