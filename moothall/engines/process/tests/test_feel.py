from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.process.errors import BadCondition, UnknownName, WrongKind
from moothall.engines.process.feel import DEEPEST, LONGEST, read_condition

FACTS = {"outcome": "award", "income": 120.1, "children": 2, "urgent": False, "pence": Decimal("10.10")}


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ('outcome = "award"', True),
        ('outcome != "award"', False),
        ("income = 120.1", True),  # a float is read by its shortest writing
        ("income >= 120.1 and income <= 120.10", True),
        ("children < 3", True),
        ("children > 2 or not(urgent)", True),
        ("not(urgent = true) and urgent = false", True),
        ("pence = 10.1", True),
        ("1 = 1 or 1 = 2 and 1 = 2", True),  # 'and' binds closer than 'or'
        ("(1 = 1 or 1 = 2) and 1 = 2", False),
        ("-3 < 2", True),
        (r'"a \"quoted\" \\" = "x"', False),
        ("urgent", False),
        ('\n  outcome\t= "award"\n', True),
    ],
)
def test_what_holds(text, holds) -> None:
    assert read_condition(text).holds(FACTS) is holds


@pytest.mark.parametrize(
    ("text", "offset", "says"),
    [
        ("", 0, "expected a name, a text or a number"),
        ("outcome =", 9, "found 'the end'"),
        ("outcome = 'award'", 10, "double quotes"),
        ('outcome = "award', 10, 'no closing "'),
        ("a + b = 3", 2, "no arithmetic"),
        ("1e6 = a", 0, "plain numbers"),
        ("a.b = 1", 1, "no arithmetic"),
        ("not a", 4, "not(...)"),
        ("not", 3, "not(...)"),
        ("(a = 1", 6, "closing parenthesis"),
        ("a = 1)", 5, "expected 'and', 'or' or the end"),
        ("a b", 2, "expected 'and', 'or' or the end"),
        ("1 < a < 3", 6, "two things at a time"),
        ("a = and", 4, "expected a name"),
        ("if a then b else c", 0, "'if' is FEEL that is not run here"),
        ("a = null", 4, "'null' is FEEL that is not run here"),
        ("a == 1", 3, "expected a name"),
        ("a[1] = 2", 1, "means nothing"),
        ('__import__("os")', 10, "expected 'and', 'or' or the end"),
        ("f(x)", 1, "expected 'and', 'or' or the end"),
        ("ａ = 1", 0, "means nothing"),  # a full-width letter
        ("a = ١", 4, "no arithmetic"),  # an Arabic-Indic digit
        ("a = 1 \x00", 6, "means nothing"),
    ],
)
def test_what_is_refused_and_where(text, offset, says) -> None:
    with pytest.raises(BadCondition) as refused:
        read_condition(text)
    assert refused.value.offset == offset
    assert says in refused.value.what


def test_length_and_depth_are_bounded() -> None:
    with pytest.raises(BadCondition, match="longer than"):
        read_condition("a" * (LONGEST + 1))
    assert read_condition("(" * (DEEPEST - 1) + "a" + ")" * (DEEPEST - 1)).holds({"a": True})
    for opening in ("(", "not("):
        with pytest.raises(BadCondition, match="nested more than"):
            read_condition(opening * DEEPEST + "a" + ")" * DEEPEST)


def test_a_missing_fact_is_named_even_where_the_answer_would_not_need_it() -> None:
    condition = read_condition('outcome = "award" or income > 5')
    assert condition.names == ("outcome", "income")
    with pytest.raises(UnknownName, match='needs the fact "income"') as refused:
        condition.holds({"outcome": "award"})
    assert refused.value.name == "income"


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('a = "1"', {"a": 1}),
        ("a = 1", {"a": True}),
        ("a < b", {"a": "x", "b": "y"}),
        ("a < b", {"a": True, "b": False}),
        ("a and b", {"a": True, "b": 1}),
        ("not(a)", {"a": "false"}),
        ("a", {"a": 1}),
        ("a = 1", {"a": None}),
        ("a = 1", {"a": [1]}),
        ("a = 1", {"a": float("nan")}),
        ("a = 1", {"a": Decimal("Infinity")}),
    ],
)
def test_unlike_kinds_are_refused_and_never_taken_for_false(text, facts) -> None:
    with pytest.raises(WrongKind):
        read_condition(text).holds(facts)


def _tree() -> st.SearchStrategy[tuple[str, str]]:
    """Pairs of the same condition in our FEEL and in Python, over numbers a and b, a text s, yes or no t."""
    number = st.sampled_from(["a", "b", "0", "1", "2", "-1"])
    signs = st.sampled_from([("=", "=="), ("!=", "!="), ("<", "<"), ("<=", "<="), (">", ">"), (">=", ">=")])
    compared = st.builds(
        lambda x, sign, y: (f"{x} {sign[0]} {y}", f"({x} {sign[1]} {y})"), number, signs, number
    )
    texts = st.sampled_from(
        [('s = "x"', '(s == "x")'), ('s != "y"', '(s != "y")'), ("t", "t"), ("true", "True")]
    )
    return st.recursive(
        compared | texts,
        lambda inner: st.one_of(
            st.builds(lambda x, y: (f"({x[0]} and {y[0]})", f"({x[1]} and {y[1]})"), inner, inner),
            st.builds(lambda x, y: (f"({x[0]} or {y[0]})", f"({x[1]} or {y[1]})"), inner, inner),
            st.builds(lambda x: (f"not({x[0]})", f"(not {x[1]})"), inner),
        ),
        max_leaves=8,
    )


@given(
    pair=_tree(),
    a=st.integers(-2, 2),
    b=st.integers(-2, 2),
    s=st.sampled_from(["x", "y"]),
    t=st.booleans(),
)
def test_it_means_what_the_same_words_mean_in_python(pair, a, b, s, t) -> None:
    ours, theirs = pair
    facts = {"a": a, "b": b, "s": s, "t": t}
    # Only this test evaluates Python, and only text that it made itself.
    assert read_condition(ours).holds(facts) is bool(eval(theirs, {}, dict(facts)))


@given(text=st.text(max_size=60))
def test_any_text_is_read_or_refused_by_name(text) -> None:
    try:
        read_condition(text)
    except BadCondition as refused:
        assert 0 <= refused.offset <= len(text)
