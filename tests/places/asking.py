"""Who serves a postcode, asked as people and programs do: by the page's own action, and by the API."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from django.test import Client

ON = date(2026, 11, 23)
LOCAL = re.compile(r"<h3[^>]*>([^<]+)</h3>")
NATIONAL = "National bodies"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def expected(row: Mapping[str, str], body_of: Mapping[str, str]) -> list[str]:
    """The keys of the district and the county that a sample names by their codes."""
    county = row["county_gss"]
    return [body_of[row["district_gss"]], *([body_of[county]] if county else [])]


def asked_by_page(client: Client, postcode: str) -> list[str]:
    """The names of the local bodies on the page that she comes to, the nearest first; none elsewhere."""
    page = client.post("/", {"postcode": postcode}, follow=True)
    if page.request["PATH_INFO"] != "/your-area":
        return []
    return [html.unescape(name) for name in LOCAL.findall(page.content.decode().partition(NATIONAL)[0])]


def asked_by_api(client: Client, postcode: str) -> tuple[list[str], list[str]]:
    """The keys of the bodies that it names, the nearest first, and of those that it may also be."""
    sent = {"postcode": postcode, "on": ON.isoformat()}
    told = client.post("/api/who-serves", json.dumps(sent), content_type="application/json").json()
    return tuple([one["key"] for one in told.get(list_, [])] for list_ in ("serving", "may_also_be"))
