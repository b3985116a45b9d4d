"""The printed rows of the shared list as rows of a sheet, and a sheet as YAML."""

from __future__ import annotations

import copy
import math

import yaml


class _Plain(yaml.SafeDumper):
    """YAML without anchors, which a sheet may not have."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def as_yaml(sheet: dict) -> bytes:
    return yaml.dump(sheet, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=200).encode()


def holds_a_number(value: object) -> bool:
    if isinstance(value, dict):
        return any(holds_a_number(one) for one in value.values())
    if isinstance(value, list):
        return any(holds_a_number(one) for one in value)
    return isinstance(value, int | float)


def yes_or_no(value: bool | None) -> str | None:
    return {True: "yes", False: "no", None: None}[value]


def rows_of(bands: list[dict], gives: str) -> list[dict]:
    """The printed rows; where pence are left out between two, the upper row begins where the lower ends."""
    rows: list[dict] = []
    for place, band in enumerate(bands):
        figure = band.get("percent", band.get("contribution_gbp_week", band.get("contribution_gbp_month")))
        row: dict[str, object] = {}
        if place:
            row["from"] = band["from"]
            before = rows[-1]
            if "below" in before and before["below"] != row["from"]:
                before["below"] = row["from"]
        if band["below"] is not None:
            row["below"] = band["below"]
        row["is"] = "everything" if band.get("full_liability") else "not_known" if figure is None else figure
        rows.append(row)
    if bands[-1]["below"] is not None:
        rows.append({"from": bands[-1]["below"], "is": "not_known"})
    return rows


def nd_rows(table: dict) -> list[dict]:
    """The rows by the week; a yearly edge becomes the first penny a week that reaches it."""
    table = copy.deepcopy(table)
    for band in table["bands"] if table["period"] == "year" else ():
        band |= {key: band[key] and math.ceil(band[key] * 100 / 52) / 100 for key in ("from", "below")}
    rows = []
    for band in table["bands"]:
        row = {"from": band["from"]} if rows else {}
        rows.append(
            row
            | ({"below": band["below"]} if band["below"] is not None else {})
            | {"is": band["deduction_gbp"]}
        )
    return rows
