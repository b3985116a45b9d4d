"""From the words of a letter to the PDF of it: tagged, in its language, the same bytes each time.

PDF/UA-1 (ISO 14289-1) is the form that screen readers can follow. The library needs Pango, which a
machine may lack: then `missing()` names the package, and everything but the PDF works. Nothing is
fetched from anywhere.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader

from moothall.work.notices.layout import blocks

VARIANT = "pdf/ua-1"
# What Debian and Ubuntu call it; the names elsewhere are like it.
PANGO = "libpango-1.0-0 and libpangoft2-1.0-0"


class CannotPrint(Exception):
    """No PDF can be made on this machine. `missing` is the package to install."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"No PDF can be made here: install {missing}.")
        self.missing = missing


class NothingIsFetched(Exception):
    """A letter named an address outside itself. Letters hold words alone."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What stands on the paper besides the words."""

    body: str
    homepage: str
    language: str
    subject_line: str
    text: str
    marked: str = ""  # what a demonstration says of itself; empty in use


@dataclass(frozen=True)
class Paper:
    """The bytes of a PDF, their SHA-256, and how many pages they make."""

    pdf: bytes
    digest: str
    pages: int


@cache
def missing() -> str | None:
    """The package without which no PDF can be made here, or None."""
    try:
        _weasyprint()
    except OSError:
        return PANGO
    return None


def put_on_paper(sheet: Sheet) -> Paper:
    """The letter as a PDF. Raises CannotPrint where Pango is not installed."""
    if lacking := missing():
        raise CannotPrint(lacking)
    page = _letter().render(sheet=sheet, blocks=blocks(sheet.text))
    document = _weasyprint().HTML(string=page, url_fetcher=_fetch_nothing).render()
    pdf = document.write_pdf(pdf_variant=VARIANT)
    return Paper(pdf=pdf, digest=hashlib.sha256(pdf).hexdigest(), pages=len(document.pages))


def _weasyprint() -> Any:
    """Imported when the first letter is printed: it costs as much as everything else that starts."""
    import weasyprint

    return weasyprint


def _fetch_nothing(url: str, *_: object, **__: object) -> Any:
    raise NothingIsFetched(url)


@cache
def _letter() -> Any:
    loader = PackageLoader("moothall.work.notices", "sheets")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template(
        "letter.html"
    )
