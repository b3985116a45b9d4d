"""Small releases of Code-Point Open in the layout that is published."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.utils import timezone

from moothall.ground.places.actions import Loaded, load_release
from moothall.ground.places.codepoint import open_release


def row(
    postcode: str, district: str, *, county: str = "", at: tuple[int, int] = (0, 0), quality: int = 10
) -> str:
    """One row of the official layout: quoted text, and codes of the NHS that nobody here reads."""
    east, north = at
    nhs = '"E92000001","E19000003","E18000007"'
    return f'"{postcode}",{quality},{east},{north},{nhs},"{county}","{district}",""'


def zipped(path: Path, files: Mapping[str, str], *, dated: str | None = "20251020") -> Path:
    """A zip as Ordnance Survey publishes it."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"Data/CSV/{name}", text)
        if dated:
            archive.writestr("Doc/metadata.txt", f"ORDNANCE SURVEY\nCOPYRIGHT DATE: {dated}\n")
        archive.writestr("Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n")
    return path


def load(
    folder: Path,
    districts: Mapping[str, str],
    dated: str,
    *,
    counties: Mapping[str, str] | None = None,
    at: Mapping[str, tuple[int, int]] | None = None,
    even_if_smaller: bool = False,
) -> Loaded:
    """Load a release in which each postcode has this district; by default all lie far apart."""
    folder.mkdir(exist_ok=True)
    counties, far = counties or {"E07000106": "E10000016"}, 1000
    rows = [
        row(one, district, county=counties.get(district, ""), at=(at or {}).get(one, (far * number, far)))
        for number, (one, district) in enumerate(districts.items())
    ]
    path = zipped(folder / "codepo_gb.zip", {"xx.csv": "\r\n".join(rows) + "\r\n"}, dated=None)
    release = open_release(path, dated=date.fromisoformat(dated))
    return load_release(release, now=timezone.now(), even_if_smaller=even_if_smaller)
