from moothall.ground.subjects.actions.state import Source, state_all, statement
from moothall.ground.subjects.actions.supersede import AlreadySuperseded, supersede

__all__ = ["AlreadySuperseded", "Source", "state_all", "statement", "supersede"]
