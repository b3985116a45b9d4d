"""`moothall nodes`: what other operators need to know of this node, and whether each other node answers."""

from __future__ import annotations

import argparse


def main(argv: list[str]) -> int:
    """Returns 0 when every node of the list answers, 1 when one does not."""
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
    return 1 if any("does not answer" in line for line in lines) else 0
