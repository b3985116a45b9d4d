from moothall.ground.subjects.models.fact import Fact
from moothall.ground.subjects.models.subject import Subject

__all__ = ["Fact", "Subject"]
