"""A questions file is read whole, and every fault in it is told with its file and line."""

import pytest

from moothall.engines.questions import Condition, Plan, PlanErrors
from moothall.engines.questions.tests.household import QUESTIONS, plan, vocabulary


def test_a_plan_keeps_the_order_and_the_words_of_its_file():
    screens = list(plan())
    assert [screen.key for screen in screens][:3] == ["who-lives-here", "your-bill", "savings"]
    assert screens[1].heading == {"en": "How much is the bill?", "cy": "Faint yw'r bil?"}
    assert plan().sections["money"].title["cy"] == "Eich arian"


def test_a_plan_knows_its_roster_its_identity_screens_and_who_is_asked():
    assert plan().roster.key == "who-lives-here"
    assert [screen.key for screen in plan().identity] == ["your-name"]
    assert plan()["pensions"].group == "adults"
    assert plan()["pay"].depends == (Condition("works", (True,)),)
    assert plan().asking("pension").key == "pensions"


@pytest.mark.parametrize(
    ("was", "becomes", "expected"),
    [
        (b"facts: [bill]", b"facts: [bil]", "questions.yaml:14: 'bil' is no fact of the vocabulary"),
        (
            b"facts: [bill]",
            b"facts: [bill, pay]",
            "questions.yaml:14: the screen your-bill asks about household and person",
        ),
        (b"facts: [bill]", b"facts: []", "questions.yaml:14: the screen your-bill asks no facts"),
        (b"for: adults", b"for: pensioners", "'pensioners' is no group of people"),
        (b"is: true", b"is: often", "'often' is no value of works to depend on"),
        (b"depends: {fact: works, is: true}", b"depends: works", "what pay depends on is not a condition"),
        (b"roster: true", b"roster: false", "no screen asks who lives here"),
        (
            b"key: savings\n    section: money",
            b"key: savings\n    section: purse",
            "is in the section 'purse'",
        ),
        (b"key: savings", b"key: Savings!", "'Savings!' is no key of a screen"),
        (b"key: savings", b"key: your-bill", "the screen your-bill is there twice"),
        (b"facts: [savings]", b"facts: [bill]", "bill is asked by your-bill and by savings"),
        (b"cy: Mae terfyn.", b"de: Grenze", "the why of savings is missing in cy"),
        (b"identity: true", b"identity: perhaps", "`identity` is 'perhaps'"),
        (b"identity: true", b"identety: true", "'identety' is no field of a screen"),
        (b"roster: true", b"roster: true\n    for: adults", "must ask everyone about themselves"),
    ],
)
def test_a_faulty_plan_is_refused_with_file_line_and_what_to_write(was, becomes, expected):
    assert was in QUESTIONS
    with pytest.raises(PlanErrors) as refused:
        Plan.from_yaml("questions.yaml", QUESTIONS.replace(was, becomes, 1), vocabulary())
    assert any(expected in str(fault) for fault in refused.value), str(refused.value)
    assert all(fault.line > 1 and fault.instead for fault in refused.value)


def test_a_file_that_is_not_yaml_is_refused_with_its_line():
    with pytest.raises(PlanErrors, match=r"questions.yaml:2: this is not YAML"):
        Plan.from_yaml("questions.yaml", b"screens:\n\t- key: x\n", vocabulary())
