from moothall.ground.places.actions.load_addresses import load_addresses
from moothall.ground.places.actions.load_places import load_places
from moothall.ground.places.actions.load_release import Loaded, MuchSmaller, Progress, load_release

__all__ = ["Loaded", "MuchSmaller", "Progress", "load_addresses", "load_places", "load_release"]
