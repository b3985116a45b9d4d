"""Writing down what happened."""

from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from moothall.ground.record import Happened, UndeclaredVerb, pseudonym, write, write_all
from moothall.ground.record.canonical import NotCanonical
from moothall.ground.record.envelope import commitment, envelope_leaf
from moothall.ground.record.models import Entry, Payload

CASE = uuid4()


@dataclass
class Officer:
    kind: str = "officer"
    id: str = "17"


def decided(**other):
    given = dict(
        verb="case.decided",
        organisation="canterbury",
        service="council_tax_reduction",
        channel="desk",
        case=CASE,
        actor=Officer(),
        edition="e" * 64,
        details={"outcome": "award", "departs": False},
        payload={"reasons": "Mrs Ada Finch, 12 Mill Lane"},
    )
    return Happened(**given | other)


@pytest.mark.django_db
def test_two_statements_however_many_entries():
    with CaptureQueriesContext(connection) as asked:
        write_all([decided() for _ in range(40)])
    statements = [query["sql"] for query in asked if "INSERT" in query["sql"]]
    assert len(asked) == len(statements) == 2


@pytest.mark.django_db
def test_an_envelope_names_nobody():
    write(decided(subjects=[uuid4()]))
    entry = Entry.objects.get()
    told = str({field.name: getattr(entry, field.name) for field in Entry._meta.fields})
    for personal in ("Finch", "Mill Lane", str(CASE), "'17'"):
        assert personal not in told
    assert entry.case == pseudonym("case", CASE)
    assert entry.actor == pseudonym("officer", "17")


@pytest.mark.django_db
def test_what_is_stored_still_has_the_leaf_and_commitment_that_were_computed():
    write(decided(minutes=12, subjects=[uuid4(), uuid4()]))
    entry, payload = Entry.objects.get(), Payload.objects.get()
    assert envelope_leaf(entry) == bytes(entry.leaf_hash)
    assert commitment(bytes(payload.salt), payload.content) == bytes(entry.commitment)


@pytest.mark.django_db
def test_the_same_payload_twice_has_two_commitments():
    first, second = write_all([decided(), decided()])
    assert first.commitment != second.commitment


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"verb": "case.eaten"}, "case.eaten is not a verb"),
        ({"payload": {"shoe_size": 4}}, "shoe_size"),
        ({"details": {"colour": "red"}}, "colour"),
        ({"details": {"outcome": "Mrs Finch gets it"}}, "belongs in the payload"),
        ({"case": None}, "needs case"),
        ({"actor": None}, "needs actor"),
        ({"channel": "pigeon"}, "pigeon"),
        ({"organisation": ""}, "names no organisation"),
    ],
)
def test_what_is_not_declared_is_refused_and_nothing_is_written(wrong, told):
    with pytest.raises(UndeclaredVerb, match=told):
        write_all([decided(), decided(**wrong)])
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_a_fraction_is_refused_because_it_has_no_single_form():
    with pytest.raises(NotCanonical, match=r"value\.results\[0\]"):
        write(decided(payload={"results": [1.5]}))
