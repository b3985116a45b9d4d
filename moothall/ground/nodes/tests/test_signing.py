"""What a node signed is read as it was signed, once, and nothing else is."""

from __future__ import annotations

import base64
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from moothall.ground.nodes.known import OtherNode
from moothall.ground.nodes.seen import read_once
from moothall.ground.nodes.signing import (
    WINDOW,
    NotProven,
    read_answer,
    read_request,
    sign_answer,
    sign_request,
)

NOW = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
DEAL, DOVER, STRANGER = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2, 3))
OTHERS = {"deal-node": OtherNode("deal-node", "https://deal.example", DEAL.public_key())}
THERE = OtherNode("dover-node", "https://dover.example", DOVER.public_key())
PATH, BODY, MARK = "/api/promises", b'{"promise": "1"}', "m" * 32
SPOILT = st.sampled_from(["Signature-Input", "Signature", "Content-Digest", "Content-Type"])


def signed(body: bytes = BODY, *, key=DEAL, node: str = "deal-node", path: str = PATH, now=NOW) -> dict:
    return sign_request(body, path=path, node=node, key=key, mark=MARK, now=now)


def read(headers: dict, body: bytes = BODY, *, path: str = PATH, now=NOW):
    return read_request(headers, body, path=path, others=OTHERS, now=now)


def why(headers: dict, body: bytes = BODY, **how) -> str:
    with pytest.raises(NotProven) as doubt:
        read(headers, body, **how)
    return doubt.value.why


def test_the_form_is_that_of_the_standards():
    """The digest is that of the example in RFC 9530, the text that is signed that of RFC 9421 section 2.5."""
    headers = signed(b'{"hello": "world"}')
    digest = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"
    params = (
        '("@method" "@path" "content-type" "content-digest");created=1795429800;'
        f'nonce="{MARK}";keyid="deal-node";alg="ed25519";tag="moothall-node"'
    )
    base = (
        f'"@method": POST\n"@path": {PATH}\n"content-type": application/json\n'
        f'"content-digest": {digest}\n"@signature-params": {params}'
    )
    assert headers["Content-Digest"] == digest
    assert headers["Signature-Input"] == f"moothall={params}"
    DEAL.public_key().verify(base64.b64decode(headers["Signature"][len("moothall=:") : -1]), base.encode())


def test_it_is_read_as_the_message_of_that_node():
    proven = read(signed())
    assert (proven.node.name, proven.mark, proven.until) == ("deal-node", MARK, NOW + WINDOW)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"body": b'{"promise": "2"}'}, "another_body"),
        ({"path": "/api/promises/asked"}, "wrong_signature"),
        ({"now": NOW + WINDOW + timedelta(seconds=1)}, "another_time"),
        ({"now": NOW - WINDOW - timedelta(seconds=1)}, "another_time"),
    ],
)
def test_nothing_of_it_holds_elsewhere(changed, reason):
    assert why(signed(), **changed) == reason


def test_a_stranger_is_nobody_we_know_and_cannot_be_somebody_else():
    assert why(signed(key=STRANGER, node="stranger-node")) == "unknown_node"
    assert why(signed(key=STRANGER)) == "wrong_signature"
    assert why({}) == "unsigned"


@given(name=SPOILT, at=st.integers(0, 300), to=st.characters(codec="latin-1"))
def test_no_header_can_be_changed_by_a_letter(name, at, to):
    headers = signed()
    place = at % len(headers[name])
    changed = headers[name][:place] + to + headers[name][place + 1 :]
    if changed != headers[name]:
        why(headers | {name: changed})


@given(at=st.integers(0, len(BODY) - 1), to=st.integers(0, 255))
def test_no_byte_of_the_body_can_be_changed(at, to):
    changed = BODY[:at] + bytes([to]) + BODY[at + 1 :]
    if changed != BODY:
        assert why(signed(), changed) == "another_body"


def test_an_answer_is_of_that_node_and_to_that_question():
    asked = signed()
    said = b'{"status": "kept"}'
    headers = sign_answer(said, asked=asked, status=200, node="dover-node", key=DOVER, mark=MARK, now=NOW)
    about = {"asked": asked, "status": 200, "node": THERE, "now": NOW}
    read_answer(headers, said, **about)
    by_another = sign_answer(said, asked=asked, status=200, node="dover-node", key=DEAL, mark=MARK, now=NOW)
    for wrong in (
        {"headers": by_another},
        {"body": b'{"status": "refused"}'},
        {"asked": signed(b"{}")},
        {"status": 401},
        {"headers": asked, "body": BODY},  # what we said ourselves, sent back
    ):
        how = {"headers": headers, "body": said, **about, **wrong}
        with pytest.raises(NotProven):
            read_answer(how.pop("headers"), how.pop("body"), **how)


@pytest.mark.django_db
def test_the_very_same_message_is_read_once_and_the_next_honest_one_is_read():
    proven = read(signed())
    read_once(proven, now=NOW)
    for _ in range(2):
        with pytest.raises(NotProven) as doubt:
            read_once(proven, now=NOW)
        assert doubt.value.why == "replayed"
    fresh = sign_request(BODY, path=PATH, node="deal-node", key=DEAL, mark="n" * 32, now=NOW)
    read_once(read(fresh), now=NOW)


@pytest.mark.django_db
def test_marks_go_when_their_message_is_too_old_anyway():
    from moothall.ground.nodes.models import SeenMessage

    read_once(read(signed()), now=NOW)
    later = NOW + 2 * WINDOW
    read_once(
        read(sign_request(BODY, path=PATH, node="deal-node", key=DEAL, mark="n" * 32, now=later), now=later),
        now=later,
    )
    assert list(SeenMessage.objects.values_list("mark", flat=True)) == ["n" * 32]
