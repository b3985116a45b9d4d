"""The figures of a checked sheet: which rate has which, by scheme, route, table and row."""

from __future__ import annotations

from collections.abc import Mapping

from moothall.ground.catalogue.local_schemes.forms import HOME_BANDS, MEASURES, NOT_KNOWN
from moothall.ground.catalogue.local_schemes.names import ALL
from moothall.ground.catalogue.local_schemes.sheet import BENEFITS, Route, Sheet
from moothall.ground.catalogue.local_schemes.tables import GridTable

NINTHS = dict(zip(HOME_BANDS, ("6", "7", "8", "9", "11", "13", "15", "18"), strict=True))
AWARD_KINDS = {"maximum": "1", "taper": "2"}
TABLE_KINDS = {"percent": "3", "pay_a_week": "4", "pay_a_month": "5"}
Figures = dict[str, object]


def figures_of(sheet: Sheet) -> Figures:
    """Rate name -> figure, or number -> figure for a rate that is looked up."""
    figures: Figures = {"scheme_held": "yes"} | _whole_scheme(sheet)
    figures |= _groups(sheet)
    for number, route in enumerate(sheet.routes, 1):
        for name, figure in _route(sheet, route, number).items():
            figures.setdefault(name, {}).update(figure if isinstance(figure, dict) else {number: figure})
    names = [route.name for route in sheet.routes]
    for number, table in enumerate(sheet.tables, 1):
        for name, places in _table(table, number, names).items():
            figures.setdefault(name, {}).update(places)
    if any(table.homes for table in sheet.tables):
        figures["scheme_by_dwelling"] = "yes"
    return {name: figure for name, figure in figures.items() if not _is_blank(name, figure)}


def _is_blank(name: str, figure: object) -> bool:
    blank = ALL[name][1]
    return (
        all(str(one) == blank for one in figure.values())
        if isinstance(figure, dict)
        else str(figure) == blank
    )


def _whole_scheme(sheet: Sheet) -> Figures:
    def of(name: str) -> Mapping[str, str]:
        value = sheet.value(name)
        return value if isinstance(value, Mapping) else {}

    tariff, more, left, uc = (
        of("tariff_income"),
        of("additions_to_bands"),
        of("earnings_left_out"),
        of("universal_credit_left_out"),
    )
    out, care, floor = of("income_left_out"), of("childcare"), of("minimum_income_floor")
    found = {
        "scheme_says_income": "yes" if isinstance(sheet.value("income"), Mapping) else "no",
        "scheme_rounds_the_week": "yes" if of("rounding").get("is") == "week_first" else None,
        "scheme_tolerance": of("tolerance").get("is"),
        "scheme_child_limit": of("child_limit").get("is"),
        "scheme_tariff_above": tariff.get("above"),
        "scheme_tariff_each": tariff.get("each"),
        "scheme_tariff_counts": tariff.get("counts"),
        "scheme_tariff_whole_steps": "yes" if tariff.get("steps") == "whole" else None,
        "scheme_add_partner": more.get("partner"),
        "scheme_add_child": more.get("child"),
        "scheme_add_most": more.get("at_most", "999.99" if more else None),
        "scheme_floor_hours": floor.get("hours"),
        "scheme_floor_pay": floor.get("an_hour"),
        "scheme_childcare_one": care.get("one_child"),
        "scheme_childcare_more": care.get("more", care.get("one_child")),
        "scheme_childcare_hours": care.get("hours"),
        "scheme_disability_left_out": out.get("disability"),
        "scheme_disabled_child_left_out": out.get("disabled_child"),
        "scheme_child_over_two_left_out": out.get("each_child_over_two"),
    }
    for key in ("single", "couple", "lone_parent"):
        found[f"scheme_left_out_{key}"] = left.get(key, left.get("everyone"))
    for key in ("disabled", "carer", "longer_hours"):
        found[f"scheme_left_out_{key}"] = left.get(key)
    found["scheme_longer_hours"] = left.get("hours")
    for key in ("housing", "carer", "disabled_child", "childcare", "health"):
        found[f"scheme_uc_{key}"] = uc.get(key)
    most = [
        route.values["maximum"]["is"]
        for route in sheet.routes
        if isinstance(route.values.get("maximum"), Mapping)
    ]
    if most and isinstance(sheet.value("maximum"), Mapping):
        found |= {"scheme_says_most": "yes", "scheme_most": max(most, key=float)}
    exempt = _exempt(sheet)
    found |= {
        "scheme_nd_stopped_by_disability": "yes" if "disability" in exempt else None,
        "scheme_nd_exempt_on_benefit": "yes" if "on_benefit" in exempt else None,
        "scheme_nd_exempt_not_counted": "yes" if "not_counted" in exempt else None,
        "scheme_nd_couple_once": "yes" if "couple_once" in exempt else None,
    }
    return {name: figure for name, figure in found.items() if figure is not None}


def _exempt(sheet: Sheet) -> set[str]:
    exempt: set[str] = set()
    for route in sheet.routes:
        value = route.values.get("non_dependants")
        if isinstance(value, Mapping):
            exempt |= {
                *value.get("exempt", ()),
                *(["couple_once"] if value.get("couple_once") == "yes" else []),
            }
    return exempt


def _groups(sheet: Sheet) -> Figures:
    """The number of each group: the first named is the highest, because the highest number counts."""
    figures: Figures = {"scheme_groups": str(len(sheet.groups))}
    numbers = {name: len(sheet.groups) - place for place, name in enumerate(sheet.groups)}
    for name, tests in sheet.groups.items():
        figures |= {f"scheme_group_{test}": str(numbers[name]) for test in tests}
    by_benefit = any(word in BENEFITS for route in sheet.routes for word in route.when)
    figures["scheme_routes_by_benefit"] = "yes" if by_benefit else "no"
    status: dict[int, str] = {}
    for place, benefit in enumerate(("neither_benefit", "universal_credit", "older_benefit")):
        for group in range(8):
            name = next((one for one, number in numbers.items() if number == group), None)
            status[place * 8 + group] = str(_first_route(sheet, benefit, name))
    return figures | {"scheme_route": status}


def _first_route(sheet: Sheet, benefit: str, group: str | None) -> int:
    for number, route in enumerate(sheet.routes, 1):
        if all(word == benefit if word in BENEFITS else word == group for word in route.when):
            return number
    raise AssertionError("the last route holds for everyone")


def _route(sheet: Sheet, route: Route, number: int) -> Figures:
    values = route.values
    said = {name: value for name, value in values.items() if isinstance(value, Mapping)}
    figures: Figures = {
        "scheme_says_award": "yes" if _says_award(sheet, route, said) else "no",
        "scheme_says_capital": _told(values, "capital_limit"),
        "scheme_says_cap": _told(values, "liability_cap"),
        "scheme_says_non_dependants": _told(values, "non_dependants"),
        "scheme_says_minimum": _told(values, "minimum_award"),
        "scheme_maximum": said.get("maximum", {}).get("is", "0"),
        "scheme_taper": said.get("taper", {}).get("is", "0"),
        "scheme_taper_first": "yes" if said.get("taper", {}).get("percentage") == "after_taper" else "no",
        "scheme_at_least": said.get("at_least_when_any", {}).get("is", "0"),
        "scheme_minimum_award": said.get("minimum_award", {}).get("is", "0"),
        "scheme_no_award_weekly": said.get("no_award_from", {}).get("week", "0"),
        "scheme_no_award_monthly": said.get("no_award_from", {}).get("month", "0"),
    }
    figures["scheme_award_kind"] = AWARD_KINDS.get(
        said.get("award", {}).get("is"), _kind_of_tables(sheet, route)
    )
    if "income" in said:
        figures["scheme_measure"] = str(MEASURES.index(said["income"]["is"]) + 1)
    if capital := said.get("capital_limit"):
        figures |= {
            "scheme_capital_limited": "yes",
            "scheme_capital_limit": capital.get("over", capital.get("from")),
        }
        figures["scheme_capital_limit_is_out"] = "yes" if "from" in capital else "no"
    if cap := said.get("liability_cap"):
        figures["scheme_cap_ninths"] = NINTHS[cap["is"]]
    for table in sheet.tables:
        if table.everything_from and route.name in (table.routes or [route.name]):
            figures[f"scheme_no_award_{table.a}ly"] = table.everything_from
    return figures | _non_dependants(said.get("non_dependants"), number)


def _told(values: Mapping[str, object], name: str) -> str:
    return "no" if values.get(name, NOT_KNOWN) == NOT_KNOWN else "yes"


def _says_award(sheet: Sheet, route: Route, said: Mapping[str, Mapping]) -> bool:
    award = said.get("award", {}).get("is")
    if award == "table":
        return any(route.name in (table.routes or [route.name]) for table in sheet.tables)
    return award is not None and "maximum" in said and (award != "taper" or "taper" in said)


def _kind_of_tables(sheet: Sheet, route: Route) -> str:
    own = [table.gives for table in sheet.tables if route.name in (table.routes or [route.name])]
    return TABLE_KINDS[own[0]] if own else "1"


def _non_dependants(value: Mapping | None, number: int) -> Figures:
    if not value:
        return {}
    figures: Figures = {
        "scheme_nd_any": "yes",
        "scheme_deduct_before": "yes" if value.get("order") == "before_percentage" else "no",
        "scheme_nd_hours": value.get("hours", "0"),
        "scheme_nd_not_working": value.get("not_working", "0"),
        "scheme_nd_share": value.get("share", "0"),
        "scheme_nd_share_over": value.get("share_if_over", "0"),
        "scheme_nd_a_month": value.get("a_month", "0"),
    }
    working = value.get("working", "0")
    rows = working if isinstance(working, list) else [(None, None, working)]
    figures["scheme_nd_rows"] = str(len(rows))
    figures["scheme_nd_amount"] = {number * 10 + place: row[2] for place, row in enumerate(rows, 1)}
    figures["scheme_nd_edge"] = {number * 10 + place: _edge(row) for place, row in enumerate(rows[:-1], 1)}
    return figures


def _table(table: GridTable, number: int, routes: list[str]) -> Figures:
    edges = {number * 100 + place: _edge(row) for place, row in enumerate(table.rows[:-1], 1)}
    given = {number * 100 + place: row[2] for place, row in enumerate(table.rows, 1)}
    return {
        "scheme_table": {household: str(number) for household in table.households(routes)},
        "scheme_rows": {number: str(len(table.rows))},
        "scheme_monthly": {number: "yes" if table.a == "month" else "no"},
        f"scheme_{table.a}ly_edge": edges,
        {"percent": "scheme_percent"}.get(table.gives, f"scheme_{table.gives}"): {
            place: "0" if figure == NOT_KNOWN else figure for place, figure in given.items()
        },
        "scheme_row_known": {
            place: "no" if figure == NOT_KNOWN else "yes" for place, figure in given.items()
        },
    }


def _edge(row: tuple[str | None, str | None, str]) -> str:
    """The first figure that is in the next row: `up_to: 122.10` ends below 122.11: pence are whole."""
    below, up_to, _ = row
    return str(below) if below is not None else f"{(round(float(up_to) * 100) + 1) / 100:.2f}"
