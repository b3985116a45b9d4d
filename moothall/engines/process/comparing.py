"""What differs between two files of one process: what a council changed, in the words of the list of changes.

Elements are the same when their ids are, so a local variant keeps the ids of the shared definition. Where
things are drawn does not count.
"""

from __future__ import annotations

from dataclasses import dataclass

from moothall.engines.process.readable import Arrow, Item, Readable


@dataclass(frozen=True)
class Difference:
    """`what` is "added", "removed", or the property changed; `old` and `new` are its values, "" for none."""

    id: str
    kind: str
    what: str
    old: str = ""
    new: str = ""


def differences(old: Readable, new: Readable) -> tuple[Difference, ...]:
    """Every element and flow added, removed or changed, in the order of the new file, removals last."""
    before, after = _by_id(old), _by_id(new)
    found: list[Difference] = []
    for id_, thing in after.items():
        if id_ not in before:
            found.append(Difference(id_, thing["kind"], "added", new=thing["name"]))
            continue
        for what, value in thing.items():
            if before[id_].get(what, "") != value:
                found.append(Difference(id_, thing["kind"], what, before[id_].get(what, ""), value))
        for what in sorted(before[id_].keys() - thing.keys()):
            found.append(Difference(id_, thing["kind"], what, before[id_][what]))
    found += [
        Difference(id_, thing["kind"], "removed", old=thing["name"])
        for id_, thing in before.items()
        if id_ not in after
    ]
    return tuple(found)


def _by_id(readable: Readable) -> dict[str, dict[str, str]]:
    things: list[Item | Arrow] = [*readable.items, *readable.arrows]
    return {thing.id: _properties(thing) for thing in things if thing.id}


def _properties(thing: Item | Arrow) -> dict[str, str]:
    said = {"kind": thing.kind, "name": thing.names.get("en", ""), "name in Welsh": thing.names.get("cy", "")}
    if isinstance(thing, Arrow):
        return {**said, "from": thing.source, "to": thing.target, "condition": thing.condition}
    return {**said, "inside": thing.inside, "events": thing.detail, **thing.said}
