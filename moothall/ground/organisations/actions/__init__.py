from moothall.ground.organisations.actions.load_organisations import BadOrganisations, load_organisations

__all__ = ["BadOrganisations", "load_organisations"]
