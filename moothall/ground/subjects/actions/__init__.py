from moothall.ground.subjects.actions.state import Source, state_all, statements_of
from moothall.ground.subjects.actions.supersede import AlreadySuperseded, supersede

__all__ = ["AlreadySuperseded", "Source", "state_all", "statements_of", "supersede"]
