"""The forms of the values of a sheet: what each may hold, in which unit, and that each names its source."""

from __future__ import annotations

from typing import NamedTuple

from moothall.engines.facts.yaml_lines import Rows, Table, Word
from moothall.engines.rules.rate_tables import Tables
from moothall.engines.rules.rates import BandRow

KINDS = (
    "percentage_and_taper",
    "income_table",
    "earnings_table",
    "universal_credit_table_beside_a_means_test",
    "excess_income_table",
    "status_percentages",
)
STATUSES = ("adopted", "proposed", "illustrative")
NOT_KNOWN, NONE = "not_known", "none"
MEASURES = (
    "net_earnings",
    "gross_earnings",
    "all_income",
    "income_that_is_no_benefit",
    "excess_income",
    "stated",
)
AWARDS = ("maximum", "taper", "table")
HOME_BANDS = ("a", "b", "c", "d", "e", "f", "g", "h")
MOST_ND_ROWS = 4


class Form(NamedTuple):
    """Field -> unit or allowed words. `needed`: no answer without it, so a sheet must speak of it."""

    fields: dict[str, str | tuple[str, ...]]
    needed: bool = False


FORMS: dict[str, Form] = {
    "maximum": Form({"is": "percent"}, needed=True),
    "award": Form({"is": AWARDS}, needed=True),
    "income": Form({"is": MEASURES}, needed=True),
    "capital_limit": Form({"over": "GBP", "from": "GBP"}, needed=True),
    "liability_cap": Form({"is": HOME_BANDS}, needed=True),
    "non_dependants": Form(
        {
            "order": ("before_percentage", "after_percentage"),
            "not_working": "GBP/week",
            "working": "rows",
            "hours": "number",
            "share": "percent",
            "share_if_over": "GBP/week",
            "a_month": "GBP/month",
            "exempt": "words",
            "couple_once": "yes_no",
        },
        needed=True,
    ),
    "minimum_award": Form({"is": "GBP/week"}, needed=True),
    "taper": Form({"is": "percent", "percentage": ("before_taper", "after_taper")}),
    "at_least_when_any": Form({"is": "percent"}),
    "tariff_income": Form({"above": "GBP", "each": "GBP", "counts": "GBP/week", "steps": ("part", "whole")}),
    "no_award_from": Form({"week": "GBP/week", "month": "GBP/month"}),
    "tolerance": Form({"is": "GBP/week"}),
    "rounding": Form({"is": ("week_first", "year_only")}),
    "child_limit": Form({"is": "number"}),
    "additions_to_bands": Form({"partner": "GBP/week", "child": "GBP/week", "at_most": "GBP/week"}),
    "minimum_income_floor": Form({"hours": "number", "an_hour": "GBP/week"}),
    "childcare": Form({"one_child": "GBP/week", "more": "GBP/week", "hours": "number"}),
    "earnings_left_out": Form(
        {
            key: "GBP/week"
            for key in ("everyone", "single", "couple", "lone_parent", "disabled", "carer", "longer_hours")
        }
        | {"hours": "number"}
    ),
    "income_left_out": Form(
        {
            "disability": "GBP/week",
            "disabled_child": "GBP/week",
            "each_child_over_two": "GBP/week",
            "kinds": "words",
        }
    ),
    "universal_credit_left_out": Form(
        {key: "percent" for key in ("housing", "carer", "disabled_child", "childcare", "health")}
    ),
    "backdating": Form({"months": "number"}),
}
EXEMPT = ("on_benefit", "not_counted", "disability")
# Values for the whole scheme: a route cannot have its own, because one figure answers for everyone.
WHOLE_SCHEME = (
    "tariff_income",
    "tolerance",
    "rounding",
    "child_limit",
    "additions_to_bands",
    "minimum_income_floor",
    "childcare",
    "earnings_left_out",
    "income_left_out",
    "universal_credit_left_out",
    "backdating",
)


class Forms(Tables):
    """Reads a value in the form that its name has."""

    sources: dict[str, dict[str, str]]

    def value(self, name: str, entry: object, line: int) -> object:
        """The value's written fields, or `none`, or `not_known`."""
        if isinstance(entry, Word):
            if entry in (NONE, NOT_KNOWN):
                return str(entry)
            self.fault(
                line, f"{name} is '{entry[:40]}'", f"{name}: {{is: ..., source: ...}}, none, or not_known"
            )
            return NOT_KNOWN
        if not isinstance(entry, Table):
            self.fault(line, f"{name} is not a mapping", f"{name}: {{is: ..., source: ...}}")
            return NOT_KNOWN
        form = FORMS[name]
        self.known_keys(entry, (*form.fields, "source", "says"), name)
        self.source_of(entry, name)
        if not any(key in entry for key in form.fields):
            self.fault(
                line, f"{name} holds no figure", f"{name}: {{{next(iter(form.fields))}: ..., source: ...}}"
            )
        return {key: self.field(entry, key, form.fields[key], name) for key in form.fields if key in entry}

    def source_of(self, entry: Table, name: str) -> None:
        source = self.text(entry, "source")
        if not source:
            self.fault(
                entry.line, f"{name} has no source", f"source: {' or '.join(self.sources) or 'a name'}"
            )
        elif source not in self.sources:
            self.fault(entry.line_of("source"), f"'{source}' is not under sources", ", ".join(self.sources))

    def field(self, entry: Table, key: str, unit: str | tuple[str, ...], name: str) -> object:
        if isinstance(unit, tuple):
            return self.one_of(entry, key, unit, entry.line, name)
        if unit == "words":
            words = self.words(entry, key)
            if name == "non_dependants":
                for word in words:
                    if word not in EXEMPT:
                        self.fault(entry.line_of(key), f"'{word}' is no exemption", ", ".join(EXEMPT))
            return words
        if unit == "rows" and isinstance(entry[key], Rows):
            rows = self.rows_of(entry[key], "GBP/week", "GBP/week", name)
            if len(rows) > MOST_ND_ROWS:
                self.fault(entry.line_of(key), f"{name} has {len(rows)} rows", f"at most {MOST_ND_ROWS}")
            return [(row.get("below"), row.get("up_to"), str(row["is"])) for row in rows]
        number = self.figure(entry[key], "GBP/week" if unit == "rows" else unit, name)
        if number is not None and not isinstance(number, bool) and number < 0:
            self.fault(entry.line_of(key), f"{name} is below 0", "0 or more")
        if unit == "percent" and number is not None and number > 1:
            self.fault(entry.line_of(key), f"{name} is over 100 per cent", "a percentage up to 100")
        return str(entry[key])

    def rows_of(self, plain: Rows, by: str, unit: str, name: str) -> list[Table]:
        """Rows from the lowest to an open end, without holes and overlaps. One may be `is: not_known`."""
        rows, bands = [], []
        for row in plain:
            if not isinstance(row, Table) or "is" not in row:
                self.fault(row.line, f"a row of {name} has no figure", "{from: 10, below: 20, is: 1.50}")
                return []
            self.known_keys(row, ("from", "below", "up_to", "is"), f"a row of {name}")
            low, high = (
                self.edge(row, ("from", "over"), by, name),
                self.edge(row, ("below", "up_to"), by, name),
            )
            if row["is"] != NOT_KNOWN:
                self.field(row, "is", unit, name)
            rows.append(row)
            bands.append((BandRow(low, True, high, False, 0), row.line))
        _close_to_the_penny(rows, bands)
        self.holes(bands, name, by)
        return rows


def _close_to_the_penny(rows: list[Table], bands: list[tuple[BandRow, int]]) -> None:
    """`up_to: 122.10` and then `from: 122.11` meet: what is compared is in whole pence."""
    for place, row in enumerate(rows):
        if "up_to" in row and bands[place][0].high is not None:
            band, line = bands[place]
            bands[place] = (band._replace(high=band.high + 1), line)
