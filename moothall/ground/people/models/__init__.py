"""The rows of this room."""

from .account import Account, Accounts
from .role import Role

__all__ = ["Account", "Accounts", "Role"]
