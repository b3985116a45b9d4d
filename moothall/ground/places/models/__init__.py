from moothall.ground.places.models.address import SplitAddress
from moothall.ground.places.models.edition import PlaceEdition, PostcodeBlock

__all__ = ["PlaceEdition", "PostcodeBlock", "SplitAddress"]
