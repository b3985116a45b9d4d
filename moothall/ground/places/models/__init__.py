from moothall.ground.places.models.place import Place

__all__ = ["Place"]
