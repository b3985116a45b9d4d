"""The other installations of Moothall: what is delivered to them, and what is asked of them."""

from moothall.connectors.other_node.client import OtherNodes

__all__ = ["OtherNodes"]
