"""Writes an entry of the shared list of schemes as a sheet, and names whatever the sheet cannot hold.

Used by tests alone: second-hand entries (tier B) never become a sheet of an organisation.
"""

from __future__ import annotations

import re

from tests.services.local_scheme_rows import as_yaml, holds_a_number, nd_rows, rows_of, yes_or_no
from tests.services.local_scheme_words import GROUPS, KINDS, PROSE, READ, families

__all__ = ["Entry", "as_yaml"]


class Entry:
    """One entry as a sheet. `left` names what of it the sheet does not hold; empty when it holds all."""

    def __init__(self, entry: dict, *, source: dict | None = None):
        self.entry, self.p = entry, entry["parameters"]
        self.left: list[str] = []
        self.prose: list[str] = []
        self.groups: dict[str, list[str]] = {}
        self.routes: dict[str, dict] = {}
        self.uc_tables = any(self.for_universal_credit(table) for table in entry["tables"])
        year = re.match(r"(\d{4})-\d{2}", entry["year"])
        first = int(year[1]) if year else 2026
        self.sheet = {
            "council": entry["official_name"],
            "status": "illustrative" if source is None else "adopted",
            "evidence": "none" if source is None else "A",
            "kind": KINDS[entry["kind"]],
            "from": f"{first}-04-01",
            "until": f"{first + 1}-03-31",
            "sources": source or {"page": {"title": "a test", "publisher": "a test", "says": "not read"}},
        }
        self.source = next(iter(self.sheet["sources"]))
        self.values: dict[str, object] = {}
        self.tables: list[dict] = []
        self.write()

    def for_universal_credit(self, table: dict) -> bool:
        name = table["applies_to"]
        return (self.entry["kind"].startswith("hybrid") and table["unit"] != "none") or name.startswith("UC")

    def of(self, **fields: object) -> dict:
        return {**fields, "source": self.source}

    def write(self) -> None:
        self.write_tables()
        self.write_percentages()
        self.write_capital()
        self.write_cap()
        self.write_non_dependants()
        self.write_income()
        self.write_rest()
        self.write_passport()
        self.name_the_rest()
        self.finish()

    def write_passport(self) -> None:
        """People with an older benefit: the highest band, or no limit for their savings."""
        passport = self.entry.get("passport") or ""
        values = self.route("older benefit", "older_benefit")["values"] if passport else {}
        if "capital disregarded" in passport:
            values["capital_limit"] = "none"
        elif passport:
            values.setdefault("award", self.of(**{"is": "maximum"}))
        if self.entry.get("two_child_limit") is True:
            self.values["child_limit"] = self.of(**{"is": 2})

    def name_the_rest(self) -> None:
        """Numbers of the entry that nothing above reads, and what the list says in prose alone."""
        self.left += [
            f"{key}: {value}" for key, value in self.p.items() if key not in READ and holds_a_number(value)
        ]
        self.prose = [key for key in PROSE if self.entry.get(key) or self.p.get(key)]

    # Groups and routes

    def route(self, name: str, *when: str) -> dict:
        return self.routes.setdefault(name, {"when": list(when), "values": {}})

    def group(self, name: str) -> str:
        test = GROUPS[name]
        for group, tests in self.groups.items():
            if test in tests:
                return group
        self.groups[test] = [test]
        return test

    # The award

    def write_tables(self) -> None:
        homes: dict[str, list] = {}
        for table in self.entry["tables"]:
            if table["applies_to"] == "UC claimants (monthly figures)":
                self.left.append("a second print of the table, by the month")
                continue
            name = table["applies_to"]
            if ", dwelling band " in name:
                name, band = name.split(", dwelling band ")
                homes.setdefault(name, []).append(band)
                couple, children = {
                    "single": (False, "0"),
                    "couple": (True, "0"),
                    "lone parent two children": (False, "2"),
                }[name]
                self.table(table, [(couple, children)], None, band.lower())
                continue
            universal = self.for_universal_credit(table)
            parts = re.split(
                r"[/:]\s*",
                name.replace("UC claimants, single without children", "all_households").replace(
                    "UC claimants", "all_households"
                ),
            )
            group = next((part for part in parts if part in GROUPS), None)
            parts = [
                part
                for part in parts
                if part not in GROUPS
                and part
                not in ("UC", "non_protected", "banded_scheme", "uc_earnings_contribution", "uc_earnings")
            ]
            if len(parts) > 1:
                parts = [
                    part
                    for part in parts
                    if part not in ("support_rate", "amount", "earnings", "contribution")
                ] or parts[:1]
            self.table(
                table,
                families(parts[0]) if parts else [(None, None)],
                self.named_route(group, universal),
                None,
            )
        if self.entry["tables"] and not self.uc_tables:
            self.values["award"] = self.of(**{"is": "table"})

    def named_route(self, group: str | None, universal: bool) -> str | None:
        if group and universal:
            key = self.group(group)
            self.route(f"{key} with universal credit", "universal_credit", key)["values"]["award"] = self.of(
                **{"is": "table"}
            )
            return f"{key} with universal credit"
        if group:
            key = self.group(group)
            self.route(key, key)
            return key
        if universal:
            self.route("universal credit", "universal_credit")["values"]["award"] = self.of(**{"is": "table"})
            return "universal credit"
        return None

    def table(self, table: dict, whose: list, route: str | None, home: str | None) -> None:
        gives = {
            "percent_of_eligible_liability": "percent",
            "weekly_contribution_gbp": "pay_a_week",
            "monthly_contribution_gbp": "pay_a_month",
        }[table["unit"]]
        rows = rows_of(table["bands"], gives)
        for couple, children in whose:
            for_ = {
                "route": route,
                "couple": yes_or_no(couple),
                "children": children,
                "home_bands": home and [home],
            }
            for_ = {key: value for key, value in for_.items() if value is not None}
            self.tables.append(
                {
                    "for": for_,
                    "a": table["threshold_period"] or "week",
                    "gives": gives,
                    "source": self.source,
                    "rows": rows,
                }
            )

    def write_percentages(self) -> None:
        found = dict(self.p.get("max_support_percent", {}))
        everyone = [
            key
            for key in (
                "all",
                "standard",
                "non_protected",
                "ordinary",
                "others",
                "working_age_scheme",
                "UC",
                "class_d/other_bands",
            )
            if key in found
        ]
        highest = max(
            (band.get("percent") or 0 for table in self.entry["tables"] for band in table["bands"]),
            default=None,
        )
        if everyone:
            self.values["maximum"] = self.of(**{"is": found.pop(everyone[0])})
        elif highest:
            self.values["maximum"] = self.of(**{"is": highest})
        for key, percent in found.items():
            if key in (
                "all",
                "no_earnings",
                "working",
                "income_band/no_earned_income_support_rate",
                "non_working/default_support_rate",
                "class_e",
            ):
                self.no_earnings(key, percent)
            elif key == "passported":
                self.route("older benefit", "older_benefit")["values"] |= {
                    "maximum": self.of(**{"is": percent}),
                    "award": self.of(**{"is": "maximum"}),
                }
            elif key.startswith("uc_banded_scheme/out_of_work_support_rate/non_protected"):
                continue
            elif key in GROUPS:
                group = self.group(key)
                values = self.route(group, group)["values"]
                values["maximum"] = self.of(**{"is": percent})
                own = any(table["for"].get("route") == group for table in self.tables)
                if not own and not self.p.get("taper_percent_of_excess_weekly"):
                    values["award"] = self.of(**{"is": "maximum"})
            else:
                self.left.append(f"the percentage of {key}")
        taper = self.p.get("taper_percent_of_excess_weekly")
        if taper is not None:
            after = str(self.p.get("percentage_applied", "")).startswith("after")
            self.values["taper"] = self.of(
                **{"is": taper, "percentage": "after_taper" if after else "before_taper"}
            )
        if "award" not in self.values:
            kind = (
                "taper"
                if taper is not None
                else "maximum"
                if self.entry["kind"] == "categorical_percentage"
                else None
            )
            if kind:
                self.values["award"] = self.of(**{"is": kind})
        vulnerable = self.p.get("other", {}).get("means_test/vulnerable_withdrawal_rate")
        if vulnerable:
            group = self.group("vulnerable")
            self.route(group, group)["values"]["taper"] = self.of(**{"is": vulnerable * 100})

    def no_earnings(self, key: str, percent: float) -> None:
        """People without earnings: the first row of a table of earnings, at nil."""
        if self.entry["kind"] != "earnings_band_grid" or not self.tables:
            if key not in ("class_e",):
                return
            self.left.append(f"the percentage of {key}")
            return
        for table in self.tables:
            first = table["rows"][0]
            if first["is"] != percent and first.get("below") != 0.01:
                table["rows"] = [{"below": 0.01, "is": percent}, {**first, "from": 0.01}, *table["rows"][1:]]

    # Savings, cap

    def write_capital(self) -> None:
        limits = dict(self.p.get("capital_limit_gbp", {}))
        edge = "from" if "at_or_over" in self.p.get("capital_boundary", "") else "over"
        everyone = next((key for key in ("all", "standard") if key in limits), None)
        if everyone:
            self.values["capital_limit"] = self.of(**{edge: limits.pop(everyone)})
        for key, limit in limits.items():
            where = {
                "uc": ("universal credit", "universal_credit"),
                "passported": ("older benefit", "older_benefit"),
            }.get(key)
            name, when = where or (self.group(key),) * 2
            self.route(name, when)["values"]["capital_limit"] = self.of(over=limit)
        tariff = self.p.get("tariff_income")
        if tariff:
            self.values["tariff_income"] = self.of(
                above=tariff["threshold"],
                each=tariff.get("step", tariff.get("increment")),
                counts=tariff["amount"],
                steps="whole" if "complete step" in tariff.get("unit", "") else "part",
            )

    def write_cap(self) -> None:
        caps = dict(self.p.get("liability_cap_band", {}))
        if not caps:
            # A whole entry without a cap has none; a partial one is silent.
            if self.entry["completeness"] != "partial" and self.entry["evidence_tier"] == "B":
                self.values["liability_cap"] = "none"
            return
        everyone = next((key for key in ("all", "standard") if key in caps), None)
        if everyone:
            self.values["liability_cap"] = self.of(**{"is": caps.pop(everyone)[0].lower()})
        for key, band in caps.items():
            group = self.group(key)
            self.route(group, group)["values"]["liability_cap"] = self.of(**{"is": band.lower()})

    # Other adults

    def write_non_dependants(self) -> None:
        nd = self.entry["non_dependant_deductions"]
        tables = nd.get("tables", [])
        if nd.get("none") or nd.get("none_found_in_source"):
            self.values["non_dependants"] = "none"
            return
        known = {
            key
            for key in nd
            if key
            not in ("order", "order_basis", "unknown", "tables", "see", "via", "scope", "example_gbp_week")
        }
        if not known and not tables:
            return
        value = {"order": nd.get("order", "after_percentage")}
        if hours := nd.get("remunerative_work_hours", nd.get("work_hours")):
            value["hours"] = hours
        flat = nd.get("flat_gbp_week")
        idle = next(
            (
                nd[key]
                for key in ("non_working_amount", "not_working_amount", "not_remunerative_work")
                if key in nd
            ),
            flat,
        )
        busy: object = next(
            (nd[key] for key in ("working_amount", "remunerative_work_amount") if key in nd), flat
        )
        low, high = (
            nd.get("low_amount", nd.get("low_gbp_week")),
            nd.get("high_amount", nd.get("high_gbp_week")),
        )
        over = nd.get(
            "earnings_threshold",
            nd.get("high_income_threshold", nd.get("high_if_earnings_over", nd.get("low_income_threshold"))),
        )
        if low is not None:
            idle = low if idle is None else idle
            busy = (
                [{"below": over, "is": low}, {"from": over, "is": high}]
                if high is not None and over
                else high or low
            )
        if tables:
            busy = nd_rows(tables[0])
            if idle is None:
                idle = busy[0]["is"]
        if len(tables) > 1:
            self.more_scales(value, tables, idle)
        if "liability_rate" in nd:
            value |= {"share": nd["liability_rate"] * 100, "share_if_over": nd["earnings_threshold"]}
        if "monthly_amount" in nd:
            value["a_month"] = nd["monthly_amount"]
        value |= {
            key: amount for key, amount in (("not_working", idle), ("working", busy)) if amount is not None
        }
        self.values["non_dependants"] = self.of(**value)
        if "uc_amount" in nd:
            own = self.route("universal credit", "universal_credit")["values"]
            own["non_dependants"] = self.of(
                order=value["order"], not_working=0, working=nd["uc_amount"], hours=value.get("hours", 16)
            )
        for key in nd:
            if key.startswith(("legacy_", "uc_high", "uc_low")):
                self.left.append(f"a deduction that goes by the other adult's own benefit ({key})")
        if isinstance(nd.get("exempt"), list) and "claimant gets PIP or DLA" in nd["exempt"]:
            self.values["non_dependants"]["exempt"] = ["disability"]

    def more_scales(self, value: dict, tables: list, idle: object) -> None:
        names = {"universal credit": tables[1], "said_by_the_council with universal credit": tables[2]}
        for name, table in names.items():
            if name in self.routes:
                self.routes[name]["values"]["non_dependants"] = self.of(
                    **value, working=nd_rows(table), not_working=nd_rows(table)[0]["is"]
                )
            else:
                self.left.append(f"the scale of deductions named {table['name']}")

    # Income

    def write_income(self) -> None:
        if self.entry["evidence_tier"] == "A" and any(
            "disregards" in what or "UC treatment" in what for what in self.entry["missing"]
        ):
            return
        measure = next((table["measure"] for table in self.entry["tables"]), "")
        kind = self.entry["kind"]
        if kind == "legacy_means_test_percentage_taper" or kind.startswith("excess"):
            if self.entry["completeness"] != "partial" or kind.startswith("excess"):
                self.values["income"] = self.of(**{"is": "excess_income"})
        elif kind == "categorical_percentage":
            self.values["income"] = self.of(**{"is": "net_earnings"})
        elif "gross" in measure:
            self.values["income"] = self.of(**{"is": "gross_earnings"})
        elif "other than DWP benefits" in measure:
            self.values["income"] = self.of(**{"is": "income_that_is_no_benefit"})
        elif "earn" in measure:
            self.values["income"] = self.of(**{"is": "net_earnings"})
        elif "above applicable" in measure:
            self.values["income"] = self.of(**{"is": "excess_income"})
        elif measure:
            self.values["income"] = self.of(**{"is": "stated"})
        if self.uc_tables and "taper" in self.values:
            for name, route in self.routes.items():
                if "universal" in name and "income" in self.values:
                    route["values"]["income"] = dict(self.values["income"])
            self.values["income"] = self.of(**{"is": "excess_income"})

    def write_rest(self) -> None:
        left = self.p.get("earnings_disregard_gbp_week", {})
        names = {
            "flat": "everyone",
            "standard": "everyone",
            "weekly_earnings_disregard": "everyone",
            "maximum": "everyone",
            "additional": "longer_hours",
            "additional_working": "longer_hours",
            "worker_addition": "longer_hours",
            "disability_or_carer": "disabled",
            "disability_or_esa_component": "disabled",
            "disabled_or_carer": "disabled",
            "disabled_or_support_component": "disabled",
            "carer_or_disability": "disabled",
            "disabled_working": "disabled",
            "single": "single",
            "couple": "couple",
            "lone_parent": "lone_parent",
            "carer": "carer",
        }
        value: dict[str, object] = {}
        for key, amount in left.items():
            if key in names:
                value[names[key]] = amount
                if key.endswith("or_carer") or key.startswith(("carer_or", "disability_or_carer")):
                    value["carer"] = amount
            elif key in ("couple_or_lone_parent", "lone_parent_or_couple_with_child"):
                value |= (
                    {"couple": amount, "lone_parent": amount}
                    if key.startswith("couple")
                    else {"lone_parent": amount}
                )
                if not key.startswith("couple_or"):
                    self.left.append(f"earnings left out for {key}: the part for couples with a child")
            else:
                self.left.append(f"earnings left out for {key}")
        if value:
            self.values["earnings_left_out"] = self.of(**value)
        if "minimum_award_gbp_week" in self.p:
            self.values["minimum_award"] = self.of(**{"is": self.p["minimum_award_gbp_week"]})
        elif self.entry["completeness"] != "partial" and self.entry["evidence_tier"] == "B":
            self.values["minimum_award"] = "none"
        if "change_tolerance_gbp_week" in self.p:
            self.values["tolerance"] = self.of(**{"is": self.p["change_tolerance_gbp_week"]})
        if care := self.p.get("childcare_deduction"):
            one = care.get("weekly_maximum/one_child", care.get("one_child"))
            more = care.get("weekly_maximum/two_or_more_children", care.get("two_children"))
            self.values["childcare"] = self.of(one_child=one, more=more, hours=care.get("work_hours", 0))
        if more := self.p.get("band_increments_gbp_week"):
            self.values["additions_to_bands"] = self.of(
                partner=more["partner"], child=more["per_child"], at_most=more["maximum_total"]
            )
        floor = self.entry.get("minimum_income_floor") or {}
        if "hourly_gbp" in floor:
            self.values["minimum_income_floor"] = self.of(hours=floor["hours"], an_hour=floor["hourly_gbp"])
        elif "weekly_gbp" in floor:
            self.values["minimum_income_floor"] = self.of(hours=1, an_hour=floor["weekly_gbp"])
        elif floor:
            self.left.append("a minimum income floor without its amount")
        self.write_other()

    def write_other(self) -> None:
        out: dict[str, object] = {}
        for key, amount in self.p.get("other", {}).items():
            if key in (
                "income_disregard/disability",
                "income_disregard/disability_or_carer",
                "disabled_income_disregard/amount",
                "disabled_working_weekly_income_disregard",
            ):
                out["disability"] = amount
                if key in (
                    "income_disregard/disability_or_carer",
                    "disabled_working_weekly_income_disregard",
                ):
                    self.left.append(f"whom {key} is for, but for disabled people")
            elif key == "disabled_child_disregard/weekly_amount":
                out["disabled_child"] = amount
            elif key == "income_disregard/earnings":
                self.values["earnings_left_out"] = self.of(everyone=amount)
            elif key == "income_band/child_increment":
                self.values["additions_to_bands"] = self.of(child=amount)
            elif key.endswith("no_entitlement_threshold"):
                self.routes["universal credit"]["values"]["no_award_from"] = self.of(month=amount)
            elif key == "universal_credit/ignored_carer_element_rate":
                self.values["universal_credit_left_out"] = self.of(carer=amount * 100, housing=100)
            elif key == "disabled/earnings_limit":
                group = self.group("disabled")
                self.route(group, group)["values"]["no_award_from"] = self.of(week=amount)
            elif key.startswith("earnings_threshold/"):
                for group in list(self.routes):
                    if group.startswith("working") and group.endswith("with_children") == key.endswith(
                        "/with_dependants"
                    ):
                        self.routes[group]["values"]["no_award_from"] = self.of(week=amount)
            elif key.startswith(("self_employment_floor", "means_test/vulnerable")):
                continue
            elif key.startswith("vulnerable_upper_limit/"):
                group = self.group("vulnerable")
                self.route(group, group)
                couple, children = families(key.split("/")[1])[0]
                self.tables.append(
                    {
                        "for": {
                            key: value
                            for key, value in (
                                ("route", group),
                                ("couple", yes_or_no(couple)),
                                ("children", children),
                            )
                            if value is not None
                        },
                        "a": "week",
                        "gives": "percent",
                        "source": self.source,
                        "rows": [
                            {"below": round(amount + 0.01, 2), "is": 75},
                            {"from": round(amount + 0.01, 2), "is": 0},
                        ],
                    }
                )
            else:
                self.left.append(key)
        if self.p.get("band_extension_gbp_week"):
            self.values["additions_to_bands"] = self.of(child=self.p["band_extension_gbp_week"]["per_child"])
        if out:
            self.values["income_left_out"] = self.of(**out)

    def finish(self) -> None:
        needed = (
            "maximum",
            "award",
            "income",
            "capital_limit",
            "liability_cap",
            "non_dependants",
            "minimum_award",
        )
        missing = [name for name in needed if name not in self.values]
        self.values |= {name: "not_known" for name in missing}
        # The route that asks for more comes first.
        routes = sorted(self.routes.items(), key=lambda item: -len(item[1]["when"]))
        self.sheet |= {"groups": self.groups, "values": self.values}
        self.sheet["routes"] = [
            {"name": name, "when": route["when"], **({"values": route["values"]} if route["values"] else {})}
            for name, route in routes
        ]
        own = {table["for"].get("route") for table in self.tables}
        for table in self.tables:
            if "route" not in table["for"] and own != {None}:
                table["for"]["route"] = [
                    name
                    for name, _ in routes
                    if name not in own and "award" not in self.routes[name]["values"]
                ] + ["everyone"]
        self.sheet |= {"tables": self.tables, "missing": missing}
        for key in ("groups", "routes", "tables", "missing"):
            if not self.sheet[key]:
                del self.sheet[key]
