from moothall.ground.organisations.models.belonging import BelongsToOrganisation, ScopedManager
from moothall.ground.organisations.models.organisation import Organisation, OrganisationCode

__all__ = ["BelongsToOrganisation", "Organisation", "OrganisationCode", "ScopedManager"]
