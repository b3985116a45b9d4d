"""Read a release of Ordnance Survey's Code-Point Open, as it is published or as a folder of its files.

The published zip holds `Data/CSV/<area>.csv` without a header, in the columns of Ordnance Survey's technical
specification, and says in a text file what day it describes. A folder may hold the same files, or gzipped
ones with a header that names the columns.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from pathlib import Path

# The official order. Quality is of the position: 10 is best, 90 is a postcode without a position.
OFFICIAL = (
    "postcode", "pq", "easting", "northing", "country", "regional_ha", "ha", "county", "district", "ward",
)  # fmt: skip
WANTED = ("postcode", "pq", "easting", "northing", "county", "district")
NO_POSITION = "90"
ENDINGS = (".csv", ".csv.gz")
SAYS_ITS_DAY = re.compile(r"COPYRIGHT DATE\W+(\d{4})(\d\d)(\d\d)")
COUNTS_AN_AREA = re.compile(r"^ *([A-Z]{1,2})\t+(\d+)\s*$", re.MULTILINE)
NAMES_ITS_MONTH = re.compile(r"(20\d\d)-(\d\d)(?:-(\d\d))?")


class BadRelease(Exception):
    """What is at the path is no release of Code-Point Open, or not all of it can be read."""


class NoDay(BadRelease):
    """Neither the release nor whoever loads it says which day it describes."""


@dataclass(frozen=True)
class ReleaseFile:
    """One file of a release: the postcodes of one area, such as CT."""

    name: str
    size: int  # as it is stored: what is left to read is told by it
    _open: Callable[[], bytes]

    def line(self, row: int) -> int:
        """The line of the file that a row, counted from 0, stands on; told only when something is wrong."""
        first = csv.reader(io.StringIO(self._open().decode("utf-8"), newline=""))
        return row + (2 if next(first)[0].lower() == "postcode" else 1)

    def rows(self) -> Iterator[tuple[str, ...]]:
        """Each row's WANTED columns as they stand there."""
        try:
            text = self._open().decode("utf-8")
        except UnicodeDecodeError as wrong:
            raise BadRelease(f"{self.name}: found byte {wrong.start} that is no UTF-8.") from wrong
        rows = csv.reader(io.StringIO(text, newline=""))
        first = next(rows, None)
        if first is None:
            raise BadRelease(f"{self.name} is empty. Expected: postcodes.")
        wanted = itemgetter(*self._places(first))
        if first[0].lower() != "postcode":
            yield wanted(first)
        try:
            yield from map(wanted, rows)
        except (IndexError, csv.Error) as wrong:
            where = f"{self.name}, line {rows.line_num}"
            raise BadRelease(f"{where}: found another number of columns.") from wrong

    def _places(self, first: list[str]) -> list[int]:
        columns = [name.lower() for name in first] if first[0].lower() == "postcode" else list(OFFICIAL)
        if missing := set(WANTED) - set(columns):
            raise BadRelease(f"{self.name}: found no column {', '.join(sorted(missing))}.")
        if len(first) != len(columns):
            raise BadRelease(f"{self.name}, line 1: found {len(first)} columns, expected {len(columns)}.")
        return [columns.index(name) for name in WANTED]


@dataclass(frozen=True)
class Release:
    """The files of a release in the order of their names, and the day that it describes."""

    files: tuple[ReleaseFile, ...]
    dated: date
    # How many postcodes each area (`CT`) has, where the release says it.
    expected: Mapping[str, int]


def open_release(path: Path, *, dated: date | None = None) -> Release:
    """What is at `path`; `dated` is only needed where the release does not say its day. Raises BadRelease."""
    if path.is_dir():
        files = [_in_folder(one) for one in sorted(path.rglob("*.csv*")) if one.name.endswith(ENDINGS)]
        told = [_text(one.read_bytes()) for one in sorted(path.rglob("*etadata*.txt"))]
    elif zipfile.is_zipfile(path):
        files, told = _in_zip(path)
    else:
        raise BadRelease(f"Found no zip and no folder at {path}. Expected: a release of Code-Point Open.")
    if not files:
        raise BadRelease(f"Found no file of postcodes (.csv or .csv.gz) in {path}.")
    day = dated or _told_day(told) or _named_day(path)
    if day is None:
        raise NoDay(f"{path} does not say which day it describes. Say it: --dated 2025-10-20")
    counts = [COUNTS_AN_AREA.findall(text) for text in told]
    expected = {area: int(rows) for found in counts for area, rows in found}
    return Release(files=tuple(files), dated=day, expected=expected)


def _in_folder(path: Path) -> ReleaseFile:
    def read() -> bytes:
        try:
            return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        except (OSError, EOFError) as wrong:
            raise BadRelease(f"{path.name} cannot be read: {wrong}") from wrong

    return ReleaseFile(name=path.name, size=path.stat().st_size, _open=read)


def _in_zip(path: Path) -> tuple[list[ReleaseFile], list[str]]:
    archive = zipfile.ZipFile(path)

    def reading(name: str) -> Callable[[], bytes]:
        def read() -> bytes:
            try:
                return archive.read(name)
            except (OSError, zipfile.BadZipFile, EOFError) as wrong:
                raise BadRelease(f"{name} in {path.name} cannot be read: {wrong}") from wrong

        return read

    inside = sorted(archive.infolist(), key=lambda one: one.filename)
    # Beside the postcodes the zip has lists of codes, as spreadsheets and in Doc/.
    files = [
        ReleaseFile(name=one.filename.rpartition("/")[2], size=one.compress_size, _open=reading(one.filename))
        for one in inside
        if "/CSV/" in f"/{one.filename}".upper() and one.filename.lower().endswith(".csv")
    ]
    told = [_text(archive.read(one)) for one in inside if "metadata" in one.filename.lower()]
    return files, told


def _text(found: bytes) -> str:
    return found.decode("utf-8", errors="replace")


def _told_day(told: list[str]) -> date | None:
    for text in told:
        if found := SAYS_ITS_DAY.search(text):
            return date(*map(int, found.groups()))
    return None


def _named_day(path: Path) -> date | None:
    """A folder's name may say its month: `codepoint_open_2025-10`."""
    found = NAMES_ITS_MONTH.search(path.name)
    if found is None:
        return None
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return date(year, month, day)
