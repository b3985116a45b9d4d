"""A small vocabulary and plan about nobody in particular, for the tests of this room."""

from datetime import date

from moothall.engines.facts import Circumstances, Family, Person, Vocabulary
from moothall.engines.questions import Plan
from moothall.engines.rules import RuleBook, Rules

VOCABULARY = """
facts:
  role:
    about: person
    kind: choice
    choices:
      - {code: claimant, en: Me, cy: Fi}
      - {code: partner, en: My partner, cy: Fy mhartner}
      - {code: lodger, en: Lodger, cy: Lletywr}
    wording: {en: {label: Role}, cy: {label: Rôl}}
  date_of_birth:
    about: person
    kind: date
    least: 1900-01-01
    most: today
    wording: {en: {label: Date of birth}, cy: {label: Dyddiad geni}}
  works:
    about: person
    kind: yes_no
    wording: {en: {label: In work}, cy: {label: Mewn gwaith}}
  pay:
    about: person
    kind: money
    unit: GBP/week
    least: 0
    most: 2000
    wording: {en: {label: Pay}, cy: {label: Cyflog}}
  pension:
    about: person
    kind: money
    unit: GBP/week
    least: 0
    most: 500
    wording: {en: {label: Pension}, cy: {label: Pensiwn}}
  savings:
    about: household
    kind: money
    unit: GBP
    least: 0
    most: 100000
    wording: {en: {label: Savings}, cy: {label: Cynilion}}
  bill:
    about: household
    kind: money
    unit: GBP/week
    least: 0
    most: 100
    wording: {en: {label: Bill}, cy: {label: Bil}}
  full_name:
    about: person
    kind: name
    wording: {en: {label: Name}, cy: {label: Enw}}
  confirmed_answers:
    about: case
    kind: text
    wording: {en: {label: What is right}, cy: {label: Yr hyn sy'n gywir}}
groups:
  adults: {among: people, fact: role, is: [claimant, partner], wording: {en: adults, cy: oedolion}}
  lodgers: {among: people, fact: role, is: [lodger], wording: {en: lodgers, cy: lletywyr}}
""".encode()

QUESTIONS = b"""
sections:
  - {key: home, title: {en: Your home, cy: Eich cartref}}
  - {key: money, title: {en: Your money, cy: Eich arian}}
screens:
  - key: who-lives-here
    roster: true
    section: home
    facts: [role, date_of_birth]
    heading: {en: Who lives here?, cy: "Pwy sy'n byw yma?"}
    why: {en: People are counted., cy: Caiff pobl eu cyfrif.}
  - key: your-bill
    section: home
    facts: [bill]
    heading: {en: How much is the bill?, cy: Faint yw'r bil?}
    why: {en: It is the most you can get., cy: Dyma'r mwyaf.}
  - key: savings
    section: money
    facts: [savings]
    heading: {en: How much is saved?, cy: Faint sydd wedi'i gynilo?}
    why: {en: There is a limit., cy: Mae terfyn.}
  - key: work
    section: money
    facts: [works]
    heading: {en: Does anyone work?, cy: A oes rhywun yn gweithio?}
    why: {en: Pay counts., cy: Mae cyflog yn cyfrif.}
  - key: pay
    section: money
    facts: [pay]
    depends: {fact: works, is: true}
    heading: {en: How much is earned?, cy: Faint a enillir?}
    why: {en: Pay counts., cy: Mae cyflog yn cyfrif.}
  - key: pensions
    section: money
    facts: [pension]
    for: adults
    heading: {en: How much pension?, cy: Faint o bensiwn?}
    why: {en: Pensions count., cy: Mae pensiynau'n cyfrif.}
  - key: your-name
    identity: true
    section: home
    facts: [full_name]
    for: adults
    heading: {en: What is your name?, cy: Beth yw eich enw?}
    why: {en: So that we know whose claim it is., cy: Er mwyn gwybod.}
"""


def vocabulary() -> Vocabulary:
    return Vocabulary.from_yaml({"vocabulary.yaml": VOCABULARY})


def plan() -> Plan:
    return Plan.from_yaml("questions.yaml", QUESTIONS, vocabulary())


RULES = b'''
@person("Example Act s 1")
def earned(works, pay) -> GBP/week:
    """Pay from work."""
    if not works:
        "Not in work."
        return 0
    return pay


@household("Example Act s 2")
def income(adults, earned, pension) -> GBP/week:
    """What you and your partner live on."""
    return sum(earned for person in adults) + sum(pension for person in adults)


@household("Example Act s 3")
def lodger_share(lodgers, earned, lodgers_part) -> GBP/week:
    """What lodgers are expected to pay."""
    return lodgers_part * sum(earned for person in lodgers)


@household("Example Act s 4")
def help(savings, savings_limit, bill, lodger_share, taper, income) -> GBP/week:
    """Help with the bill."""
    if savings > savings_limit:
        "Savings of {savings} are over {savings_limit}."
        return 0
    return max(0, bill - lodger_share - taper * income)
'''

RATES = b"""
savings_limit:
  unit: GBP
  law: Example Act s 4
  of: scalar
  rows: [{from: 2025-04-01, value: 16000, source: "https://example.org/4", status: published, verified: true}]
taper:
  unit: number
  law: Example Act s 4
  of: scalar
  rows: [{from: 2025-04-01, value: 0.2, source: "https://example.org/4", status: published, verified: true}]
lodgers_part:
  unit: number
  law: Example Act s 3
  of: scalar
  rows: [{from: 2025-04-01, value: 0.1, source: "https://example.org/3", status: published, verified: true}]
"""
TODAY = date(2026, 5, 1)
GOALS = ["help"]


def rules() -> Rules:
    return RuleBook.build({"rules.py": RULES}, {"rates.yaml": RATES}, vocabulary()).on(TODAY)


def household(*people: Person, roster_known: bool = True, **facts) -> Circumstances:
    """A household of one family with these people and these facts about the home; amounts in pence."""
    families = [Family("family1", {}, list(people))] if people else []
    return Circumstances(household=facts, families=families, roster_known=roster_known and bool(people))


def person(whom: str, role: str, **facts) -> Person:
    return Person(whom, {"role": role, "date_of_birth": 19500101, **facts})
