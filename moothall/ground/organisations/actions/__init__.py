from moothall.ground.organisations.actions.host import host
from moothall.ground.organisations.actions.load_organisations import BadOrganisations, load_organisations

__all__ = ["BadOrganisations", "host", "load_organisations"]
