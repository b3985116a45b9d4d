"""Put an edition of the register in place of what was there for its day, in one transaction."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from moothall.ground.places.collecting import Block, content_hash
from moothall.ground.places.models import PlaceEdition, PostcodeBlock

AT_ONCE = 500  # rows a statement


@transaction.atomic
def write_edition(
    blocks: list[Block], *, name: str, dated: date, whole: bool, counts: dict[str, int], now: datetime
) -> tuple[PlaceEdition, bool]:
    """The edition, and whether it is new: one that says the same is left as it is.

    Until the transaction ends everybody is served by what was there. Killed before that, it has done
    nothing, and doing it again gives the same.
    """
    sealed = content_hash(blocks)
    there = PlaceEdition.objects.filter(whole=whole, dated=dated).first()
    if there is not None and there.content_hash == sealed and there.name == name:
        return there, False
    if there is not None:
        there.delete()
    edition = PlaceEdition.objects.create(
        name=name, dated=dated, whole=whole, content_hash=sealed, counts=counts, loaded_at=now
    )
    PostcodeBlock.objects.bulk_create(
        (
            PostcodeBlock(edition=edition, outward=block.outward, answers=block.answers, packed=block.packed)
            for block in blocks
        ),
        batch_size=AT_ONCE,
    )
    return edition, True
