"""The PDF of a letter: tagged, in its language, complete, the same each time; nothing is fetched for it."""

from __future__ import annotations

import io

import pytest

from moothall.work.notices import paper
from moothall.work.notices.paper import CannotPrint, Sheet, put_on_paper

pypdf = pytest.importorskip("pypdf")
needs_pango = pytest.mark.skipif(paper.missing() is not None, reason=f"no PDF here: {paper.PANGO} is missing")

SHEET = Sheet(
    body="Canterbury City Council",
    homepage="https://www.canterbury.gov.uk/",
    language="en",
    subject_line="Your council tax is reduced (CAN-7K3M-92QF)",
    text="Dear Joan <Whitlock>\n\n# How we worked it out\n\n"
    "- Your reduction: £10.26 a week\n  - Your bill: £30.08",
    marked="This letter was made in a demonstration.",
)


def _read(sheet: Sheet):
    return pypdf.PdfReader(io.BytesIO(put_on_paper(sheet).pdf))


def _tags(node) -> list[str]:
    """Every tag of the structure, in reading order."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [tag for one in node for tag in _tags(one)]
    if not hasattr(node, "get"):
        return []
    return ([str(node["/S"])] if "/S" in node else []) + _tags(node.get("/K", []))


@needs_pango
def test_it_is_tagged_and_says_its_language_and_title():
    read = _read(SHEET)
    root = read.trailer["/Root"]
    assert bool(root["/MarkInfo"]["/Marked"])
    assert str(root["/Lang"]) == "en"
    assert read.metadata.title == SHEET.subject_line
    tags = _tags(root["/StructTreeRoot"])
    assert tags.count("/H1") == 1 and tags.count("/H2") == 1
    assert tags.count("/LI") == 2, "the reason under the reason is a list of its own"


@needs_pango
def test_it_holds_every_word():
    text = " ".join(page.extract_text() for page in _read(SHEET).pages)
    for words in (
        "Joan <Whitlock>",
        "How we worked it out",
        "£10.26 a week",
        "£30.08",
        "1 / 1",
        SHEET.marked,
    ):
        assert words in " ".join(text.split())


@needs_pango
def test_the_same_letter_is_the_same_bytes():
    assert put_on_paper(SHEET).digest == put_on_paper(SHEET).digest


@needs_pango
def test_nothing_is_fetched(monkeypatch):
    asked = []
    monkeypatch.setattr(paper, "_fetch_nothing", lambda url, *_, **__: asked.append(url))
    put_on_paper(
        Sheet(
            **{
                **vars(SHEET),
                "text": "<img src=http://127.0.0.1:1/x> url(http://127.0.0.1:1/y) file:///etc/passwd",
            }
        )
    )
    assert asked == []


def test_a_machine_without_pango_is_told_which_package_it_lacks(monkeypatch):
    def no_library():
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(paper, "_weasyprint", no_library)
    paper.missing.cache_clear()
    try:
        with pytest.raises(CannotPrint, match="libpango"):
            put_on_paper(SHEET)
    finally:
        paper.missing.cache_clear()
