from moothall.ground.organisations.actions.load_organisations import load_organisations

__all__ = ["load_organisations"]
