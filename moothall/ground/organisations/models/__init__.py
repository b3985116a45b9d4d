from moothall.ground.organisations.models.belonging import BelongsToOrganisation, ScopedManager
from moothall.ground.organisations.models.organisation import NATIONS, Organisation, OrganisationCode

__all__ = ["NATIONS", "BelongsToOrganisation", "Organisation", "OrganisationCode", "ScopedManager"]
