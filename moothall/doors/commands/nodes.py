"""`moothall nodes`: what other operators need to know of this node, and whether each other node answers."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from moothall.ground.nodes.known import OtherNode


def main(argv: list[str]) -> int:
    """Returns 0 when every node of the list answers and every body is known, 1 otherwise."""
    argparse.ArgumentParser(prog="moothall nodes", description=__doc__).parse_args(argv)

    import django

    django.setup()
    from moothall.ground.nodes.keys import own_key, public_key_text
    from moothall.ground.nodes.known import known_nodes
    from moothall.work.applications.other_nodes import other_nodes

    print(f"This node is {known_nodes().this or 'in no list: MOOTHALL_OTHER_NODES names none'}.")
    print(f"Its public key: {public_key_text(own_key())}")
    lines = other_nodes().in_words()
    print("\n".join(lines) or "It knows no other node.")
    unknown = sorted(_named(known_nodes().others.values()) - _there_are())
    for body in unknown:
        print(f"The list names {body}, and no body has that key. See services/organisations/.")
    return 1 if unknown or any("does not answer" in line for line in lines) else 0


def _named(others: Iterable[OtherNode]) -> set[str]:
    return {body for node in others for body in (*node.works_for, *node.may_tell)}


def _there_are() -> set[str]:
    from moothall.ground.organisations.models import Organisation

    return set(Organisation.objects.values_list("key", flat=True))
