# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""Slips that an honest author makes, with the file, the line and the whole message that each must give.

The table is also the last part of docs/how-to/rules.md; `python -m moothall.engines.rules.tests.refusals`
prints it.
"""

from __future__ import annotations

from typing import NamedTuple

from moothall.engines.rules import RuleBook, RuleErrors
from moothall.engines.rules.tests.sample import RATES, vocabulary


class Slip(NamedTuple):
    """What was written in which file ("rules" or "rates"), and the words that must be in the message."""

    wrote: str
    file: str
    text: str
    message: str


def _rule(
    wrote: str, message: str, parameters: str = "rent", gives: str = "GBP/month", entity: str = "household"
) -> Slip:
    body = wrote if "return" in wrote else f"return {wrote}"
    lines = "\n".join("    " + line for line in body.split("\n"))
    text = f'@{entity}("Act 1")\ndef amount({parameters}) -> {gives}:\n    """An amount."""\n{lines}\n'
    return Slip(wrote, "rules", text, message)


def _rate(wrote: str, message: str, *, of: str = "scalar", unit: str = "GBP", by: str = "") -> Slip:
    by = f", by: {by}" if by else ""
    return Slip(
        wrote, "rates", f"a_rate: {{unit: {unit}, law: Act 1, of: {of}{by}, rows: [{wrote}]}}\n", message
    )


def _day(what: str, **more: str) -> str:
    fields = {"from": "2025-04-01", "source": "x", "status": "published", "verified": "yes"} | more
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items() if value) + f", {what}}}"


def _two(first: str, second: str, **until: str) -> str:
    return _day("value: 1", **{"from": first, **until}) + ", " + _day("value: 2", **{"from": second})


def _bands(bands: str) -> str:
    return _day(f"bands: [{bands}]")


SLIPS = [
    # Units
    _rule("rent + council_tax", "adding: GBP/month with GBP/year. Instead: weekly(...), monthly(...) or yearly(...)", "rent, council_tax"),
    _rule("rent if rent > rooms else 0", "comparing: GBP/month with a plain number. Instead: put the amount in rates.yaml, where it gets a unit, a date and a source", "rent, rooms"),
    _rule("rent if savings > 16000 else 0", "comparing: GBP with a plain number. Instead: put the amount in rates.yaml", "rent, savings", entity="family"),
    _rule("rent if rent > savings else 0", "comparing: GBP/month with GBP. Instead: an amount a week and a sum of money are different things", "rent, savings", entity="family"),
    _rule("rent * rent", "multiplying: GBP/month with GBP/month. Instead: money times a plain number"),
    _rule("rooms / rent", "dividing by something that could be 0. Instead: divide by a number or a rate, or write: if x == 0: return ...", "rooms, rent"),
    _rule("rooms / allowance", "dividing: a plain number by GBP/week", "rooms, allowance"),
    _rule("max(rent, rooms)", "max of: GBP/month with a plain number", "rent, rooms"),
    _rule("rent if tenure else 0", "a choice of tenure where yes or no is needed. Instead: a comparison, like x > 0", "rent, tenure"),
    _rule("monthly(rent)", "this is GBP/month already. Instead: the amount alone"),
    _rule("monthly(capital_limit)", "GBP has no period to change. Instead: an amount a week, a month or a year", "capital_limit"),
    _rule("per_week_by_days(rent)", "GBP/month where GBP/year is needed. Instead: yearly(...) or weekly(...)"),
    _rule("floor(rent)", "floor of money. Instead: round_down, round_up or round_half_up"),
    _rule("round_half_up(rent, 0.01)", "money rounded to a plain number. Instead: round_half_up(amount) for a penny, or a step in rates.yaml"),
    _rule("round_half_up(rooms, rooms)", "the step could be 0 or less. Instead: a number above 0, or a rate", "rooms", "number"),
    _rule("weekly(rent)", "amount gives: GBP/month with GBP/week. Instead: weekly(...), monthly(...) or yearly(...)"),
    _rule("rooms", "amount gives: GBP/month with a plain number", "rooms"),
    _rule("on_date + 1", "adding: a date with a plain number", "on_date", "a_date"),
    _rule("on_date - on_date", "taking away: a date is not an amount. Instead: days_between(a, b) or add_months(day, n)", "on_date", "number"),
    _rule("years_between(rent, on_date)", "GBP/month where a date is needed. Instead: a date fact, on_date or date(y, m, d)", "rent, on_date", "number"),
    _rule("add_months(on_date, rent)", "the months are money. Instead: add_months(day, 12)", "rent, on_date", "a_date"),
    _rule("-urgent", "yes or no is not an amount. Instead: money or a plain number", "urgent"),
    _rule("rent if urgent == True else 0", "yes or no is not compared. Instead: x, or not x", "rent, urgent"),
    # Names
    _rule("rnet", "'rnet' is not a fact, a rate or a rule. Instead: rent", ""),
    _rule("rent", "rent is not a parameter. Instead: def amount(..., rent)", ""),
    _rule("rent", "the parameter rooms is not used. Instead: take it out of the parameters", "rent, rooms"),
    _rule("pay", "pay belongs to a person; this rule is about a household. Instead: sum(pay for person in people)", "pay"),
    _rule("savings", "savings belongs to a family; this rule is about a household. Instead: sum(savings for family in families)", "savings", "GBP"),
    _rule("sum(savings for person in people)", "savings belongs to a family; this counts each person. Instead: x = savings above, and x here", "savings, people", "GBP", "family"),
    _rule("sum(pay for family in families)", "pay belongs to a person; this counts each family. Instead: a @family rule that reads it", "families"),
    _rule("sum(pay for person in people)", "a person's rule counts nobody. Instead: count in a @family rule, and read its name here", "people", entity="person"),
    _rule("sum(pay for person in other_people)", "other_people are the others beside a family. Instead: people, or a @family rule", "other_people"),
    _rule("sum(pay for family in families)", "only a household's rule counts families. Instead: people, or a @household rule", "families", entity="family"),
    _rule("sum(pay for person in tenants)", "'tenants' is not a group. Instead: people, other_people, families, children, adults, other_adults", ""),
    _rule("sum(pay for person in people)", "people is not a parameter. Instead: def amount(..., people)", ""),
    _rule("adults", "adults is a group of people. Instead: count(adults), or sum(... for person in adults)", "adults"),
    _rule("count(pay for person in people)", "count counts each person. Instead: count(person for person in ... if ...)", "people", "number"),
    _rule("sum(rent)", "sum needs a group. Instead: sum(x for person in people if y)"),
    _rule("sum(disabled for person in people)", "yes or no is not an amount", "people", "number"),
    _rule('rent if tenure == "castle" else 0', "'castle' is not a choice of tenure. Instead: owner, tenant, rent_free", "rent, tenure"),
    _rule('rent if tenure in ("owner", "castle") else 0', "'castle' is not a choice of tenure. Instead: owner, tenant, rent_free", "rent, tenure"),
    _rule('rent if tenure in ("owner", "owner") else 0', "a choice stands twice. Instead: each choice once", "rent, tenure"),
    _rule('rent if tenure in "owner" else 0', "`in` needs the choices in brackets. Instead: tenure in", "rent, tenure"),
    _rule('rent if rent in ("owner", "tenant") else 0', "`in` asks about a choice, not GBP/month. Instead: a comparison"),
    _rule('rent if tenure < "owner" else 0', "a choice of tenure has no order. Instead: == or in", "rent, tenure"),
    _rule("rent()", "rent is not a function. Instead: the name alone: rent"),
    _rule("scale", "scale is a table. Instead: band(scale, ...)", "scale", "GBP/week"),
    _rule("band(shares, rent)", "the first value is not a band table of rates.yaml. Instead: the name of a rate with `of: band`", "shares, rent"),
    _rule("band(scale, rent)", "looking up in scale: GBP/week with GBP/month", "scale, rent", "GBP/week"),
    _rule("lookup(shares, tenure)", "shares is looked up by tenure, yes_no. Instead: lookup(shares, tenure, yes_no)", "shares, tenure", "number"),
    _rule("lookup(shares, urgent, tenure)", "looking up in shares: a choice of tenure with yes or no", "shares, tenure, urgent", "number"),
    _rule("min(rent)", "min takes other values. Instead: min(a, b)"),
    # Statements and sentences
    _rule("if rent > 0:\n    return rent\nreturn 0", "a return inside an `if` has no sentence. Instead: the reason in words above it"),
    _rule('"Why."\nx = rent\nreturn x', "a sentence stands before a return. Instead: the sentence, then return"),
    _rule('return not_covered(rent)', 'not_covered says why. Instead: not_covered("Your council decides this itself.")'),
    _rule('"Why."\nreturn not_covered("Not yet.")', "not_covered says its own sentence. Instead: take the sentence above it out"),
    _rule('"{people} live here."\nreturn rent', "{people} is a group of people. Instead: n = count(people), and {n}", "rent, people"),
    _rule("if rent > 0:\n    x = rent\nelse:\n    x = rooms\nreturn x", "setting x: GBP/month with a plain number. Instead: the same unit in each branch", "rent, rooms"),
    _rule("if rent > 0:\n    y = rent\nreturn rent", "y is set in one branch only. Instead: set it in both, or return"),
    _rule("if rent > 0:\n    y = rent\nelse:\n    z = y\nreturn rent", "y is not set on this way. Instead: set it above, in every branch"),
    _rule("x = rent\nreturn rent", "the name x is set and never used. Instead: take its line out"),
    # Rates
    _rate(_day("value: 1", **{"from": ""}), "a row of a_rate does not say when it begins. Instead: from: 2026-04-01"),
    _rate(_day("value: 1", **{"from": "2025-02-30"}), "`from` of a_rate is '2025-02-30'. Instead: a date like 2026-04-01"),
    _rate(_day("value: 1", source=""), "a row of a_rate has no source. Instead: source: where the figure can be read"),
    _rate(_day("value: 1", status="guess"), "`status` of a row of a_rate is 'guess'. Instead: published, forecast"),
    _rate(_day("value: £1"), "'£1' is not a figure of a_rate in GBP. Instead: 323.45, without £ or commas"),
    _rate(_day("value: 1.234"), "1.234 of a_rate holds part of a penny. Instead: pounds and whole pence"),
    _rate(_day("value: 1", price="2"), "'price' is no field of a row of a_rate. Instead: from, until, source"),
    _rate(_day("bands: []"), "'bands' is no field of a row of a_rate"),
    _rate(_day("value: [1]"), "a figure of a_rate is not a plain number. Instead: one number"),
    _rate(_two("2025-04-01", "2025-04-01"), "the rows of a_rate overlap: 2025-04-01 after 2025-04-01. Instead: each row later than the last"),
    _rate(_two("2025-04-01", "2026-04-01", until="2026-05-01"), "the rows of a_rate overlap. Instead: until: 2026-03-31"),
    _rate(_two("2025-04-01", "2026-04-01", until="2026-01-31"), "a_rate has no figure from 2026-02-01 to 2026-03-31. Instead: a row for those days"),
    _rate(_bands("{below: 10, is: 1}, {from: 20, is: 2}"), "a_rate has a hole between £10 and £20. Instead: begin each band where the last ends", of="band", by="GBP/week"),
    _rate(_bands("{below: 10, is: 1}, {over: 10, is: 2}"), "a_rate has a hole between £10 and £10", of="band", by="GBP/week"),
    _rate(_bands("{below: 20, is: 1}, {from: 10, is: 2}"), "the bands of a_rate overlap at £10. Instead: below x, from x; or up_to x, over x", of="band", by="GBP/week"),
    _rate(_bands("{up_to: 10, is: 1}, {from: 10, is: 2}"), "the bands of a_rate overlap at £10", of="band", by="GBP/week"),
    _rate(_bands("{below: 10, is: 1}, {from: 10, below: 20, is: 2}"), "a_rate has a hole above £20. Instead: no upper edge on the last band", of="band", by="GBP/week"),
    _rate(_bands("{from: 10, is: 2}"), "a_rate has a hole below its first band. Instead: no lower edge on the first band", of="band", by="GBP/week"),
    _rate(_bands("{below: 10, is: 1}, {is: 2}"), "the bands of a_rate overlap: an open edge in the middle. Instead: an edge on each side", of="band", by="GBP/week"),
    _rate(_bands("{is: 2}"), "the bands of a_rate do not say what they are looked up by. Instead: by: GBP/week, or number", of="band"),
    _rate(_day("table: {owner: 1, tenant: 2}"), "a_rate has a hole: nothing for rent_free. Instead: a figure for each tenure", of="lookup", by="tenure"),
    _rate(_day("table: {owner: 1, tenant: 2, rent_free: 1, castle: 2}"), "'castle' is not a choice of tenure. Instead: owner, tenant, rent_free", of="lookup", by="tenure"),
    _rate(_day("table: {a: 1}"), "'rent' is not a choice fact. Instead: a choice fact, or yes_no", of="lookup", by="rent"),
    _rate(_day("value: 1"), "`unit` of a_rate is 'pounds'. Instead: GBP, GBP/week", unit="pounds"),
    _rate(_day("value: 1"), "`of` of a_rate is 'list'. Instead: scalar, band, lookup", of="list"),
    Slip("a rate without a law", "rates", f"a_rate: {{unit: GBP, of: scalar, rows: [{_day('value: 1')}]}}\n", "the rate a_rate names no law"),
    Slip("a rate named like a fact", "rates", "rent: {unit: GBP}\n", "rent is already a fact or a group of the vocabulary. Instead: another name"),
    Slip("a rate without rows", "rates", "a_rate: {unit: GBP, law: x, of: scalar}\n", "the rate a_rate has no rows"),
    Slip("the same key twice", "rates", "a_rate: 1\na_rate: 2\n", "'a_rate' is written twice. Instead: once; the second would silently win"),
    Slip("an alias", "rates", "a_rate: &a {unit: GBP}\nb_rate: *a\n", "anchors and aliases (& and *) are not read. Instead: write the value out"),
]  # fmt: skip


def refusal(slip: Slip) -> str:
    """Every message that the slip gives. Raises AssertionError when it is not refused at all."""
    rules = {"rules.py": slip.text.encode()} if slip.file == "rules" else {}
    rates = {"rates.yaml": slip.text.encode() if slip.file == "rates" else RATES}
    try:
        RuleBook.build(rules, rates, vocabulary())
    except RuleErrors as refused:
        return str(refused)
    raise AssertionError(f"not refused: {slip.wrote}")


def table() -> str:
    """The reference table of the how-to: what was written, and the message."""
    from moothall.engines.rules.tests.hostile.cases import CASES

    lines = ["| You wrote | What you are told |", "|---|---|"]
    for slip in SLIPS:
        found = next(line for line in refusal(slip).split("\n") if slip.message in line)
        lines.append(f"| `{_cell(slip.wrote)}` | {_cell(found)} |")
    lines += ["", "| A file that is not the rule language | What you are told |", "|---|---|"]
    for case in CASES:
        try:
            RuleBook.build({"rules.py": case.data}, {"rates.yaml": RATES}, vocabulary())
        except RuleErrors as refused:
            found = next(f for f in refused if f.line == case.line and case.reason in f.message)
            lines.append(f"| {case.name} | {_cell(str(found))} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A table's cell: no line ends, no bars, nothing that Markdown would take for a tag or that cannot be
    seen.
    """
    text = text.replace("\n", " ⏎ ").replace("|", "\\|")
    return "".join(letter for letter in text if letter.isprintable())


if __name__ == "__main__":
    print(table(), end="")
