"""Messages that a node signs, and the reading of such a message: HTTP Message Signatures (RFC 9421).

Invariants:
- there is one form and one algorithm: whatever is signed or written otherwise is not proven;
- a signature covers the method, the path, the kind and the digest (RFC 9530) of the body, when it was made
  and a mark that is used once; the body names the node that it is for. So nothing of a message can be moved
  to another message, another address, another node or another hour;
- an answer is signed together with the signature of what it answers.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from moothall.ground.nodes.known import OtherNode

JSON = "application/json"
# How far the clocks of two nodes may be apart, and how long a message may be on its way.
WINDOW = timedelta(seconds=60)
TAG = "moothall-node"
_MARK = r"[A-Za-z0-9_-]{22,64}"
_SIGNED = re.compile(
    r"moothall=(?P<params>\((?P<covered>[^()]*)\);created=(?P<created>[0-9]{1,12})"
    rf';nonce="(?P<mark>{_MARK})";keyid="(?P<node>[a-z0-9-]{{1,40}})";alg="ed25519";tag="{TAG}")'
)
_REQUEST = '"@method" "@path" "content-type" "content-digest"'
_ANSWER = '"@status" "content-type" "content-digest" "signature";req'
_SIGNATURE = re.compile(r"moothall=:([A-Za-z0-9+/]{86}==):")


class NotProven(Exception):
    """That this message is one of that node is not proven. `why` is a code for the operator's log."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Proven:
    """A message that a node really sent: which node, its mark, and until when it could be sent again."""

    node: OtherNode
    mark: str
    until: datetime


def sign_request(
    body: bytes, *, path: str, node: str, key: Ed25519PrivateKey, mark: str, now: datetime
) -> dict[str, str]:
    """The headers of a POST of JSON to that path. `mark` is 22 letters or more, and never used again."""
    lines = [("@method", "POST"), ("@path", path), ("content-type", JSON), ("content-digest", _digest(body))]
    return _headers(lines, _REQUEST, body, node=node, key=key, mark=mark, now=now)


def read_request(
    headers: Mapping[str, str], body: bytes, *, path: str, others: Mapping[str, OtherNode], now: datetime
) -> Proven:
    """Whose message it is. Raises NotProven. Whether it was read before is for `seen.py` to say."""
    signed = _parts(headers, _REQUEST, now=now)
    node = others.get(signed["node"])
    if node is None:
        raise NotProven("unknown_node")
    lines = [("@method", "POST"), ("@path", path), *_of_body(headers, body)]
    _verify(headers, _base(lines, signed["params"]), node.key)
    return Proven(node, signed["mark"], _made(signed) + WINDOW)


def sign_answer(
    body: bytes,
    *,
    asked: Mapping[str, str],
    status: int,
    node: str,
    key: Ed25519PrivateKey,
    mark: str,
    now: datetime,
) -> dict[str, str]:
    """The headers of an answer to the request with the headers `asked`."""
    lines = [("@status", str(status)), ("content-type", JSON), ("content-digest", _digest(body))]
    lines.append(("signature", asked["Signature"]))
    return _headers(lines, _ANSWER, body, node=node, key=key, mark=mark, now=now)


def read_answer(
    headers: Mapping[str, str],
    body: bytes,
    *,
    asked: Mapping[str, str],
    status: int,
    node: OtherNode,
    now: datetime,
) -> None:
    """Whether that node gave this answer to that request. Raises NotProven."""
    signed = _parts(headers, _ANSWER, now=now)
    if signed["node"] != node.name:
        raise NotProven("another_node")
    lines = [("@status", str(status)), *_of_body(headers, body), ("signature", asked["Signature"])]
    _verify(headers, _base(lines, signed["params"]), node.key)


def _headers(
    lines: list[tuple[str, str]],
    covered: str,
    body: bytes,
    *,
    node: str,
    key: Ed25519PrivateKey,
    mark: str,
    now: datetime,
) -> dict[str, str]:
    made = int(now.timestamp())
    params = f'({covered});created={made};nonce="{mark}";keyid="{node}";alg="ed25519";tag="{TAG}"'
    signature = base64.b64encode(key.sign(_base(lines, params))).decode()
    return {
        "Content-Type": JSON,
        "Content-Digest": _digest(body),
        "Signature-Input": f"moothall={params}",
        "Signature": f"moothall=:{signature}:",
    }


def _base(lines: list[tuple[str, str]], params: str) -> bytes:
    """The signature base of RFC 9421 section 2.5."""
    named = [(f'"{name}"' if name != "signature" else '"signature";req', value) for name, value in lines]
    return "\n".join(f"{name}: {value}" for name, value in [*named, ('"@signature-params"', params)]).encode()


def _parts(headers: Mapping[str, str], covered: str, *, now: datetime) -> Mapping[str, str]:
    found = _SIGNED.fullmatch(headers.get("Signature-Input", ""))
    if found is None or found["covered"] != covered:
        raise NotProven("unsigned")
    if abs(now - _made(found)) > WINDOW:
        raise NotProven("another_time")
    return found.groupdict()


def _made(signed: Mapping[str, str] | re.Match) -> datetime:
    try:
        return datetime.fromtimestamp(int(signed["created"]), UTC)
    except (OverflowError, OSError, ValueError):
        raise NotProven("another_time") from None


def _of_body(headers: Mapping[str, str], body: bytes) -> list[tuple[str, str]]:
    kind, digest = headers.get("Content-Type", ""), headers.get("Content-Digest", "")
    if kind != JSON or not hmac.compare_digest(digest.encode(errors="replace"), _digest(body).encode()):
        raise NotProven("another_body")
    return [("content-type", kind), ("content-digest", digest)]


def _digest(body: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def _verify(headers: Mapping[str, str], base: bytes, key: Ed25519PublicKey) -> None:
    found = _SIGNATURE.fullmatch(headers.get("Signature", ""))
    try:
        key.verify(base64.b64decode(found[1], validate=True) if found else b"", base)
    except (InvalidSignature, binascii.Error, ValueError):
        raise NotProven("wrong_signature") from None
