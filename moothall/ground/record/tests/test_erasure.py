"""Erasing what is personal leaves the proofs whole, and a restored backup is cleaned again."""

import pytest
from django.utils import timezone

from moothall.ground.record import erase, inclusion_proof, merkle, replay_erasures, sequence, verify_record
from moothall.ground.record.erasure import NotErasable, erasures_as_lines
from moothall.ground.record.models import Entry, Erasure, Payload
from moothall.ground.record.queries import payload_of
from moothall.ground.record.tests.happenings import acting, tamper, wrote

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now()


def erased(*entries, organisation="canterbury"):
    with acting():
        return erase([entry.pk for entry in entries], organisation=organisation, ground="retention", now=NOW)


def test_the_payload_and_its_salt_are_gone_and_the_envelope_stands():
    entries = wrote(4)
    sequence()
    assert erased(entries[1], entries[2]) == 2
    sequence()
    with acting():
        kept = Entry.objects.get(pk=entries[1].pk)
        assert payload_of(kept) is None
        assert set(Payload.objects.values_list("entry_id", flat=True)) == {entries[0].pk, entries[3].pk}
        assert merkle.is_included(**vars(inclusion_proof(kept)))
        assert verify_record().findings == []


def test_the_erasure_is_in_the_record_itself():
    (entry,) = wrote(1)
    erased(entry)
    with acting():
        said = Entry.objects.get(verb="payload.erased")
        assert said.details == {"erased": bytes(entry.leaf_hash).hex(), "ground": "retention"}
        assert Erasure.objects.get().said_by == said


def test_nothing_is_erased_twice_or_for_another_body():
    ours, theirs = wrote(1), wrote(1, organisation="kent")
    erased(*ours)
    for entries in (ours, theirs, ours + theirs):
        with pytest.raises(NotErasable):
            erased(*entries)
    with acting():
        assert Erasure.objects.count() == 1
        assert Payload.objects.count() == 1


def test_a_restored_backup_is_cleaned_by_the_list():
    entries = wrote(3)
    erased(entries[0], entries[2])
    with acting():
        lines = list(erasures_as_lines(organisation="canterbury"))
        kept = Payload.objects.get()
    # The backup was older than the erasure: the payload is there, the list and its entries are not.
    tamper("DELETE FROM record_erasure")
    tamper("DELETE FROM record_entry WHERE verb = 'payload.erased'")
    for entry in (entries[0], entries[2]):
        tamper(
            "INSERT INTO record_payload (entry_id, organisation, salt, content) "
            f"SELECT {entry.pk}, organisation, salt, content FROM record_payload WHERE entry_id = {kept.pk}"
        )
    with acting():
        assert replay_erasures(lines, now=NOW) == 2
        assert list(Payload.objects.all()) == [kept]
    with acting():
        assert replay_erasures(lines, now=NOW) == 0, "what is erased stays erased; the list may be replayed"


def test_nobody_is_named_in_the_list_of_erasures():
    (entry,) = wrote(1)
    erased(entry)
    with acting():
        assert "Finch" not in "".join(erasures_as_lines(organisation="canterbury"))
