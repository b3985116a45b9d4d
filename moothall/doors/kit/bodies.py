"""Forms that arrive far too big.

Django refuses a body over its limit as a whole, and every other answer in the form is lost
with it. A resident who pastes 10 MB into one box should be told about that box and keep the
rest. So a long form is read here in pieces, and each answer is cut at a length no honest
answer reaches; reading the answer then refuses it as too long. Memory stays at what is kept.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

PIECE = 64 * 1024
LONGEST_ANSWER = 20_000  # bytes as sent, of one field with its name
LONGEST_FORM = 32 * 1024 * 1024
FORM = "application/x-www-form-urlencoded"
FORM_WITH_FILES = "multipart/form-data"


class BodyTooBig(Exception):
    """More was sent than can be a form of ours."""


class FilesTooBig(BodyTooBig):
    """More files at once than are taken at once, on a page that takes files."""


def takes_files(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Marks a view whose form may carry files; no other is sent more than a form. Put it outermost."""
    view.takes_files = True
    return view


def takes_files_here(request: HttpRequest) -> bool:
    """Whether the page of this address takes files. Asked before a byte of the body is read."""
    try:
        return getattr(resolve(request.path_info).func, "takes_files", False)
    except Resolver404:
        return False


def cut_long_answers(request: HttpRequest) -> None:
    """Puts a shortened form in place of one over Django's limit; leaves every other request alone."""
    length = _length(request)
    if length <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return
    if request.content_type == FORM_WITH_FILES and takes_files_here(request):
        if length > LONGEST_FORM:
            raise FilesTooBig(f"{length} bytes of files")
        return
    if length > LONGEST_FORM or request.content_type != FORM:
        raise BodyTooBig(f"{length} bytes of {request.content_type}")
    body = _read_cut(request, length)
    if len(body) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise BodyTooBig(f"{len(body)} bytes after cutting every answer at {LONGEST_ANSWER}")
    # Django reads a body once and keeps it here; from now on this is the body.
    request._body = body
    request.META["CONTENT_LENGTH"] = str(len(body))


def _length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _read_cut(request: HttpRequest, length: int) -> bytes:
    kept = bytearray()
    in_this_answer = 0
    left = length
    while left > 0 and len(kept) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        piece = request.read(min(PIECE, left))
        if not piece:
            break
        left -= len(piece)
        for number, part in enumerate(piece.split(b"&")):
            if number:
                kept += b"&"
                in_this_answer = 0
            room = max(0, LONGEST_ANSWER - in_this_answer)
            kept += part[:room]
            in_this_answer += len(part)
    return _without_half_characters(bytes(kept))


def _without_half_characters(body: bytes) -> bytes:
    """A cut may fall inside `%C3%A9`: what is left of the escape is dropped."""
    return b"&".join(_whole(one) if len(one) >= LONGEST_ANSWER else one for one in body.split(b"&"))


def _whole(answer: bytes) -> bytes:
    cut = answer.rfind(b"%", len(answer) - 2)
    return answer if cut < 0 else answer[:cut]
