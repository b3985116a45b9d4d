"""A plan that would leave a resident stuck, or ask her for nothing, is found before she meets it."""

from moothall.engines.questions import Plan, check_plan, facts_read
from moothall.engines.questions.tests.household import GOALS, QUESTIONS, plan, rules, vocabulary


def faults_of(text: bytes) -> list[str]:
    changed = Plan.from_yaml("questions.yaml", text, vocabulary())
    return [str(fault) for fault in check_plan(changed, rules(), GOALS, vocabulary())]


def test_a_plan_that_fits_its_rules_has_no_faults():
    assert check_plan(plan(), rules(), GOALS, vocabulary()) == []


def test_the_facts_that_a_goal_may_read_are_found_through_all_its_rules_and_groups():
    assert set(facts_read(rules(), GOALS)) == {"savings", "bill", "role", "works", "pay", "pension"}


def test_a_fact_that_the_rules_read_and_no_screen_asks_is_found():
    text = QUESTIONS.replace(b"facts: [bill]", b"identity: true\n    facts: [bill]")
    (fault,) = faults_of(text)
    assert fault.startswith("questions.yaml:12: the rules read bill, and your-bill asks it only after")


def test_a_fact_given_beforehand_needs_no_screen():
    start = QUESTIONS.index(b"  - key: your-bill")
    without = QUESTIONS[:start] + QUESTIONS[QUESTIONS.index(b"  - key: savings") :]
    assert faults_of(without) == [
        "questions.yaml:1: the rules read bill and no screen asks it. "
        "Instead: a screen about the household with facts: [bill], or given: [bill]"
    ]
    assert faults_of(b"given: [bill]\n" + without) == []


def test_a_fact_asked_without_a_purpose_is_found():
    assert faults_of(QUESTIONS.replace(b"    identity: true\n", b"")) == [
        "questions.yaml:39: your-name asks full_name and no rule reads it. Instead: leave it out"
    ]


def test_screens_that_wait_for_each_other_are_found():
    circle = QUESTIONS.replace(
        b"facts: [works]", b"facts: [works]\n    depends: {fact: lets_rooms, is: true}"
    )
    circle = circle.replace(
        b"  - key: pensions",
        b"  - key: rooms\n    section: money\n    facts: [lets_rooms]\n    depends: {fact: works, is: true}\n"
        b"    heading: {en: Rooms?, cy: Rooms?}\n    why: {en: Rent., cy: Rhent.}\n  - key: pensions",
    )
    words = vocabulary()
    words.facts["lets_rooms"] = words["works"].__class__(**{**vars(words["works"]), "name": "lets_rooms"})
    changed = Plan.from_yaml("questions.yaml", circle, words)
    found = [str(fault) for fault in check_plan(changed, rules(), GOALS, words)]
    assert any("screens wait for each other: work -> rooms -> work" in fault for fault in found)
