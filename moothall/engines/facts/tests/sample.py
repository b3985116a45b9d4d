"""A small invented vocabulary that the tests of this room share."""

from __future__ import annotations

from datetime import date

from moothall.engines.facts import Vocabulary

TODAY = date(2026, 11, 23)
FILE = """
facts:
  rent:
    about: household
    kind: money
    unit: GBP/month
    most: 5000
    sensitivity: personal
    attested_by: [landlord]
    held_by: [billing_authority]
    source: SI 1 reg 2
    wording:
      en: {label: Rent, question: How much is the rent?, hint: Before help., why: It sets your housing costs.}
      cy: {label: Rhent, question: Faint yw'r rhent?, status: draft}
  savings: {about: family, kind: money, unit: GBP, wording: {en: {label: Savings}}}
  born: {about: person, kind: date, least: 1900-01-01, most: today, wording: {en: {label: Date of birth}}}
  moving: {about: case, kind: date, least: today, wording: {en: {label: Day of moving}}}
  rooms: {about: household, kind: whole_number, least: 1, most: 20, wording: {en: {label: Rooms}}}
  share: {about: household, kind: number, most: 1, wording: {en: {label: Share}}}
  married: {about: family, kind: yes_no, wording: {en: {label: Married}}}
  role:
    about: person
    kind: choice
    choices: [{code: adult, en: Adult, cy: Oedolyn}, {code: child, en: Child}]
    wording: {en: {label: Place in the family}}
  postcode: {about: household, kind: postcode, wording: {en: {label: Postcode}}}
  full_name: {about: person, kind: name, wording: {en: {label: Full name}}}
  story: {about: case, kind: text, wording: {en: {label: What happened}}}
  email: {about: person, kind: email, wording: {en: {label: Email address}}}
  telephone: {about: person, kind: telephone, wording: {en: {label: Telephone}}}
  nino: {about: person, kind: national_insurance_number, wording: {en: {label: National Insurance number}}}
groups:
  children: {among: people, fact: role, is: [child], wording: {en: children, cy: plant}}
"""


def vocabulary() -> Vocabulary:
    return Vocabulary.from_yaml({"vocabulary.yaml": FILE.encode()})
