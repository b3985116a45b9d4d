# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""A small invented vocabulary, rates and household that the tests of this room share."""

from __future__ import annotations

from datetime import date

from moothall.engines.facts import Circumstances, Vocabulary
from moothall.engines.rules import RuleBook

DAY = date(2026, 4, 6)
VOCABULARY = b"""
facts:
  role:
    about: person
    kind: choice
    choices: [{code: adult, en: Adult, cy: Oedolyn}, {code: child, en: Child, cy: Plentyn}]
    wording: {en: {label: Place in the family}}
  name: {about: person, kind: name, wording: {en: {label: Name}}}
  born: {about: person, kind: date, least: 1900-01-01, most: today, wording: {en: {label: Date of birth}, cy: {label: Dyddiad geni}}}
  pay: {about: person, kind: money, unit: GBP/month, most: 20000, wording: {en: {label: Pay}, cy: {label: Cyflog}}}
  pension: {about: person, kind: money, unit: GBP/week, most: 2000, wording: {en: {label: Pension}}}
  hours: {about: person, kind: whole_number, most: 100, wording: {en: {label: Hours of work}}}
  disabled: {about: person, kind: yes_no, wording: {en: {label: Disabled}}}
  savings: {about: family, kind: money, unit: GBP, most: 500000, wording: {en: {label: Savings}, cy: {label: Cynilion}}}
  debts: {about: family, kind: money, unit: GBP, most: 500000, wording: {en: {label: Debts}}}
  married: {about: family, kind: yes_no, wording: {en: {label: Married}}}
  started: {about: family, kind: date, least: 1990-01-01, most: 2030-12-31, wording: {en: {label: Together since}}}
  rent: {about: household, kind: money, unit: GBP/month, most: 5000, wording: {en: {label: Rent}, cy: {label: Rhent}}}
  council_tax: {about: household, kind: money, unit: GBP/year, most: 9000, wording: {en: {label: Council tax}}}
  rooms: {about: household, kind: whole_number, most: 12, wording: {en: {label: Rooms}}}
  tenure:
    about: household
    kind: choice
    choices: [{code: owner, en: You own it}, {code: tenant, en: You rent it}, {code: rent_free, en: Rent free}]
    wording: {en: {label: Tenure}}
  address: {about: household, kind: text, wording: {en: {label: Address}}}
  urgent: {about: case, kind: yes_no, wording: {en: {label: Urgent}}}
groups:
  children: {among: people, fact: role, is: [child]}
  adults: {among: people, fact: role, is: [adult]}
  other_adults: {among: other_people, fact: role, is: [adult]}
"""
RATES = b"""
capital_limit:
  unit: GBP
  law: SI 1 reg 1
  of: scalar
  rows: [{from: 2020-04-01, value: 16000, source: "https://example.org/1", status: published, verified: true}]
step_of_savings:
  unit: GBP
  law: SI 1 reg 2
  of: scalar
  rows: [{from: 2020-04-01, value: 500, source: "https://example.org/1", status: published, verified: true}]
allowance:
  unit: GBP/week
  law: SI 1 reg 3
  of: scalar
  rows:
    - {from: 2020-04-01, value: 87.95, source: "https://example.org/1", status: published, verified: true}
    - {from: 2026-04-01, value: 92.05, source: "https://example.org/1", status: published, verified: true}
    - {from: 2027-04-01, value: 95.00, source: "https://example.org/1", status: forecast, verified: false}
bonus:
  unit: GBP/year
  law: SI 1 reg 4
  of: scalar
  rows: [{from: 2020-04-01, value: 100.10, source: "https://example.org/1", status: published, verified: true}]
top_up:
  unit: GBP/month
  law: SI 1 reg 4
  of: scalar
  rows: [{from: 2020-04-01, value: 33.33, source: "https://example.org/1", status: published, verified: true}]
taper:
  unit: percent
  law: SI 1 reg 5
  of: scalar
  rows: [{from: 2020-04-01, value: 65, source: "https://example.org/1", status: published, verified: true}]
divisor:
  unit: number
  law: SI 1 reg 5
  of: scalar
  rows: [{from: 2020-04-01, value: 7, source: "https://example.org/1", status: published, verified: true}]
grown_up_day:
  unit: date
  law: SI 1 reg 6
  of: scalar
  rows: [{from: 2020-04-01, value: 2008-04-06, source: "https://example.org/1", status: published, verified: true}]
scale:
  unit: GBP/week
  by: GBP/week
  law: SI 1 reg 7
  of: band
  rows:
    - from: 2020-04-01
      source: "https://example.org/1"
      status: published
      verified: true
      bands: [{below: 100, is: 5.05}, {from: 100, up_to: 250.50, is: 10.20}, {over: 250.50, is: 15.35}]
shares:
  unit: percent
  by: [tenure, yes_no]
  law: SI 1 reg 8
  of: lookup
  rows:
    - from: 2020-04-01
      source: "https://example.org/1"
      status: published
      verified: true
      table: {owner: {yes: 25, no: 50}, tenant: {yes: 12.5, no: 100}, rent_free: {yes: 0, no: 10}}
"""


def vocabulary() -> Vocabulary:
    return Vocabulary.from_yaml({"vocabulary.yaml": VOCABULARY})


def build(text: str, rates: bytes = RATES, wording: str | None = None, **more) -> RuleBook:
    """A book of one rule file."""
    wordings = {"wording.cy.yaml": wording.encode()} if wording else {}
    return RuleBook.build({"rules.py": text.encode()}, {"rates.yaml": rates}, vocabulary(), wordings, **more)


def household(**more) -> Circumstances:
    """Ada and her son Ben, with Ada's brother Cai as a second family."""
    plain = {
        "household": {"rent": "750.00", "council_tax": "1800.00", "tenure": "tenant", "rooms": 3},
        "families": [
            {
                "id": "ada's",
                "facts": {"savings": "12100.00", "debts": "0", "married": False, "started": "2010-01-01"},
                "people": [
                    _person("ada", "Ada", "adult", "1950-05-03", "1100.00"),
                    _person("ben", "Ben", "child", "2015-02-28", "0"),
                ],
            },
            {
                "id": "cai's",
                "facts": {"savings": "100.00", "debts": "5.00", "married": False, "started": "2010-01-01"},
                "people": [_person("cai", "Cai", "adult", "1980-02-29", "2000.00")],
            },
        ],
    }
    plain["household"].update(more)
    return Circumstances.from_dict(plain, vocabulary())


def _person(id: str, name: str, role: str, born: str, pay: str) -> dict:
    facts = {
        "name": name,
        "role": role,
        "born": born,
        "pay": pay,
        "pension": "0",
        "hours": 20,
        "disabled": False,
    }
    return {"id": id, "facts": facts}
