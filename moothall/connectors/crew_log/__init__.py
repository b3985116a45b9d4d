"""The crew log of a council: what its crews wrote down on their rounds, and the calendar of the rounds."""

from moothall.connectors.crew_log.choosing import BadCrewLog, crew_log

__all__ = ["BadCrewLog", "crew_log"]
