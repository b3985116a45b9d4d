"""A paper is kept as it came, told by its bytes, once; and nothing that is no paper is kept at all."""

from __future__ import annotations

import hashlib
from uuid import uuid4

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from moothall.ground.organisations.acting import acting_for
from moothall.work.evidence.actions import Given, Refused, TooManyPapers, attach, forget_evidence, remove
from moothall.work.evidence.actions.attach import MOST_BYTES, MOST_PAPERS, shown_name
from moothall.work.evidence.kinds import kind_of
from moothall.work.evidence.models import Attachment
from moothall.work.evidence.queries import papers_of
from tests.kit import claims

PDF = b"%PDF-1.7\n1 0 obj"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
HEIC = b"\x00\x00\x00\x18ftypheic"
ZIP, EXE, HTML, SVG = b"PK\x03\x04", b"MZ\x90\x00", b"<!DOCTYPE html><script>", b"<svg onload='x'>"
TELLING = uuid4()


@pytest.fixture
def canterbury(db):
    claims.set_the_stage()
    with acting_for({"canterbury"}):
        yield


def given(content: bytes | None = PDF, name: str = "bill.pdf", *, telling=TELLING) -> Attachment:
    return attach(
        Given(name, content),
        telling=telling,
        service="council_tax_reduction",
        supports="savings",
        organisation="canterbury",
        now=claims.NOW,
    )


@pytest.mark.parametrize(
    ("content", "kind"), [(PDF, "pdf"), (JPEG, "jpeg"), (PNG, "png"), (HEIC, "heic")], ids=lambda one: one[:4]
)
def test_it_is_told_by_its_bytes_and_kept_as_it_came(canterbury, content, kind):
    kept = given(content + ZIP + HTML, "letter.exe")
    kept = Attachment.objects.get(id=kept.id)
    assert kept.kind == kind and bytes(kept.content) == content + ZIP + HTML
    assert kept.digest == hashlib.sha256(content + ZIP + HTML).hexdigest()


@pytest.mark.parametrize("content", [ZIP, EXE, HTML, SVG, b" " + PDF, b"GIF89a", b"\x89PNG\r\n\x1a\nHTML"])
def test_whatever_its_name_says_other_kinds_are_refused(canterbury, content):
    with pytest.raises(Refused) as refused:
        given(content, "photo.jpg")
    assert refused.value.why == "kind" and not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "empty"), (None, "too_big"), (PDF + b" " * MOST_BYTES, "too_big")]
)
def test_nothing_and_too_much_are_refused(canterbury, content, why):
    with pytest.raises(Refused) as refused:
        given(content)
    assert refused.value.why == why


def test_of_exactly_the_limit_it_is_kept(canterbury):
    assert given(PDF.ljust(MOST_BYTES)).size == MOST_BYTES


def test_the_same_paper_again_is_the_same_attachment(canterbury):
    assert given().id == given(name="again.pdf").id
    assert papers_of(TELLING, service="council_tax_reduction").count() == 1


def test_no_more_are_kept_than_a_case_needs(canterbury):
    for number in range(MOST_PAPERS):
        given(PDF + bytes([number]))
    with pytest.raises(TooManyPapers):
        given(PDF + b"one more")
    given(PDF + b"of somebody else", telling=uuid4())


def test_one_is_removed_by_its_own_telling_only_and_all_are_forgotten(canterbury):
    one, other = given(), given(telling=uuid4())
    remove(one.id, telling=other.telling)
    assert Attachment.objects.count() == 2, "the id of another's paper removes nothing"
    remove(one.id, telling=one.telling)
    forget_evidence(telling=other.telling)
    assert not Attachment.objects.exists()


def test_another_body_sees_none_of_it(canterbury):
    given()
    with acting_for(set()):
        assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("C:\\Users\\joan\\bill.pdf", "bill.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("line\r\nSet-Cookie: x", "lineSet-Cookie: x"),
        ("x" * 500, "x" * 120),
        ("///", "?"),
    ],
)
def test_a_name_is_no_path_and_hides_nothing(raw, shown):
    assert shown_name(raw) == shown


@whatever(st.binary(max_size=64))
def test_any_bytes_have_one_kind_or_none(content):
    assert kind_of(content) in {"pdf", "jpeg", "png", "heic", None}
    assert kind_of(b"<" + content) is None
