from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.process.errors import BadFile
from moothall.engines.process.safe_xml import LARGEST_BYTES, MOST_ATTRIBUTES, MOST_ELEMENTS, parse

LAUGHS = (
    b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n<a>&b;&b;</a>'
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "secrets.txt">]>\n<a>&x;</a>'


@pytest.mark.parametrize(
    ("xml", "line", "says"),
    [
        (LAUGHS, 2, "never read"),
        (OUTSIDE, 1, "never read"),
        (b'<!DOCTYPE a SYSTEM "x.dtd"><a/>', 1, "never read"),
        (b"<a>&undeclared;</a>", 1, "not well-formed"),
        (b"<a>\n<b>\n</a>", 3, "not well-formed"),
        (b"", 1, "not well-formed"),
        (b"just text", 1, "not well-formed"),
        (b"<a/><b/>", 1, "not well-formed"),
        (b"<a>\x00</a>", 1, "not well-formed"),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', 1, "save the file as UTF-8"),
        (b'<?xml version="1.0" encoding="rot13"?><a/>', 1, "save the file as UTF-8"),
        (b"<a>\xff\xfe</a>", 1, "not well-formed"),
        (b"<x:a/>", 1, "not well-formed"),
        (b"<a>" + b"\n<b>" * 70 + b"</b>" * 70 + b"</a>", 61, "nested more than"),
        (b"<a>" + b"<b/>" * MOST_ELEMENTS + b"</a>", 1, "more than 20000 elements"),
        (
            b"<a " + b" ".join(b'n%d="1"' % n for n in range(MOST_ATTRIBUTES + 1)) + b"/>",
            1,
            "attributes on one element",
        ),
        (b"<a>" + b"x" * LARGEST_BYTES + b"</a>", 0, "at most 1000000 are read"),
    ],
    ids=lambda value: repr(value[:30]) if isinstance(value, bytes) else str(value)[:30],
)
def test_what_is_refused_with_its_line(xml, line, says) -> None:
    with pytest.raises(BadFile) as refused:
        parse(xml, file="their.bpmn")
    assert refused.value.line == line
    assert says in refused.value.what
    assert str(refused.value).startswith(f"their.bpmn:{line}:")


def test_lines_namespaces_and_text_are_kept() -> None:
    root = parse(b'<a xmlns="urn:x" xmlns:m="urn:m">\n <b m:n="1" n="2">one &lt; two</b>\n</a>', file="f")
    (inner,) = root.all("urn:x", "b")
    assert (inner.line, inner.get("n", space="urn:m"), inner.get("n"), inner.get("none")) == (2, "1", "2", "")
    assert inner.text == "one < two"
    # Behind the reference &lt; the column still counts what stands in the file.
    assert inner.place_in_text(inner.text.index("two")) == (2, 28)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_usual_encodings_are_read(encoding) -> None:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><a n="Tŷ"/>'
        if "iso" not in encoding
        else ('<?xml version="1.0" encoding="iso-8859-1"?><a n="é"/>')
    )
    assert parse(xml.encode(encoding), file="f").get("n") in ("Tŷ", "é")


def test_a_long_text_in_many_pieces_costs_no_more_than_its_length() -> None:
    # Each reference is a piece of its own; joining them one by one would be quadratic and take minutes.
    assert len(parse(b"<a>" + b"&lt;" * 240_000 + b"</a>", file="f").text) == 240_000


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_by_name(data) -> None:
    for xml in (data, b"<a>" + data + b"</a>"):
        with suppress(BadFile):
            parse(xml, file="f")
