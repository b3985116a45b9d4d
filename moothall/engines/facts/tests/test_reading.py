# ruff: noqa: E501 (a table, or text of a rule, is easier to read on its own line)
"""What people type: read into a value, or told kindly why not, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.engines.facts import Misread, read_answer, write_answer
from moothall.engines.facts.kindly import MESSAGES
from moothall.engines.facts.tests.sample import TODAY, vocabulary

WORDS = vocabulary()
HUGE = "9" * 10_000_000


def read(name, raw):
    return read_answer(WORDS[name], raw, today=TODAY)


def misread(name, raw) -> Misread:
    with pytest.raises(Misread) as found:
        read(name, raw)
    for language in ("en", "cy"):
        kindly = found.value.kindly(language)
        assert kindly and "{" not in kindly, kindly
    return found.value


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("rent", "750", 75_000.0),
        ("rent", " £1,234.50 ", 123_450.0),
        ("rent", "£ 1 234.5", 123_450.0),
        ("rent", ".5", 50.0),
        ("rent", "0", 0.0),
        ("rent", "0.29", 29.0),
        ("born", {"day": "29", "month": "2", "year": "1952"}, 19520229),
        ("born", {"day": "03", "month": "05", "year": "1950"}, 19500503),
        ("born", {"day": "3", "month": "Mai", "year": "1950"}, 19500503),
        ("born", "3/5/1950", 19500503),
        ("born", "1950-05-03", 19500503),
        ("born", "3 September 1950", 19500903),
        ("born", {"day": "23", "month": "11", "year": "2026"}, 20261123),
        ("rooms", "3", 3.0),
        ("share", "0.25", 0.25),
        ("married", "yes", True),
        ("married", "Nage", False),
        ("role", "child", "child"),
        ("postcode", "ct12eh", "CT1 2EH"),
        ("postcode", " CT1  2EH ", "CT1 2EH"),
        ("postcode", "sw1a 1aa", "SW1A 1AA"),
        ("full_name", "Siân Ní Dhomhnaill-O'Brien", "Siân Ní Dhomhnaill-O'Brien"),
        ("story", "One.\r\nTwo.", "One.\nTwo."),
        ("email", "ann@example.org", "ann@example.org"),
        ("telephone", "(01227) 960 001", "01227960001"),
        ("nino", "qq 12 34 56 c".replace("qq", "ab"), "AB123456C"),
    ],
)
def test_what_can_be_read(name, raw, value):
    found = read(name, raw)
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize(
    ("name", "raw", "what", "kindly"),
    [
        ("rent", "", "empty", "Enter an answer: Rent"),
        ("rent", "   ", "empty", "Enter an answer: Rent"),
        ("rent", None, "empty", "Enter an answer: Rent"),
        ("role", None, "not_a_choice", None),
        ("married", "", "not_yes_or_no", "Select yes or no: Married"),
        ("rent", "12,34", "not_money", "Rent must be an amount of money, like 120 or 1,250.50"),
        ("rent", "abc", "not_money", "Rent must be an amount of money, like 120 or 1,250.50"),
        ("rent", "1.234,50", "not_money", None),
        ("rent", "1e5", "not_money", None),
        ("rent", "١٢٣", "not_money", None),
        ("rent", "１２３", "not_money", None),
        ("rent", "$100", "not_money", None),
        ("rent", "-5", "minus", "Rent cannot be less than 0"),
        ("rent", "£-5", "minus", None),
        ("rent", "−5", "minus", None),
        ("rent", "10.005", "parts_of_a_penny", None),
        ("rent", "1000000000000", "too_much",
         "We understood £1,000,000,000,000 a month. Rent must be £5,000 a month or less. Check the number of noughts"),
        ("rent", "9" * 40, "too_much", None),
        ("rent", HUGE, "too_long", "Rent must be 100 characters or fewer"),
        ("savings", "1000000000000", "too_much", None),
        ("born", {"day": "30", "month": "2", "year": "2020"}, "no_such_day",
         "Date of birth must be a real date. February 2020 has 29 days, so there is no 30 February"),
        ("born", {"day": "0", "month": "2", "year": "2020"}, "no_such_day", None),
        ("born", {"day": "1", "month": "13", "year": "2020"}, "no_such_month", None),
        ("born", {"day": "1", "month": "1", "year": "0000"}, "no_such_day", None),
        ("born", {"day": "", "month": "", "year": ""}, "empty", None),
        ("born", {"day": "", "month": "2", "year": "2020"}, "no_day", "Date of birth must include a day"),
        ("born", {"day": "1", "month": "", "year": "2020"}, "no_month", None),
        ("born", {"day": "1", "month": "2"}, "no_year", None),
        ("born", {"day": "1", "month": "2", "year": "53"}, "short_year", None),
        ("born", {"day": "x", "month": "2", "year": "1953"}, "not_a_date", None),
        ("born", {"day": HUGE, "month": "2", "year": "1953"}, "too_long", None),
        ("born", {"day": ["1"], "month": "2", "year": "1953"}, "not_text", None),
        ("born", {"day": "24", "month": "11", "year": "2026"}, "in_the_future",
         "We understood 24 November 2026. Date of birth must be today or in the past"),
        ("born", {"day": "1", "month": "1", "year": "1899"}, "too_early",
         "We understood 1 January 1899. Date of birth must be 1 January 1900 or later"),
        ("moving", {"day": "1", "month": "1", "year": "2020"}, "in_the_past", None),
        ("born", "yesterday", "not_a_date", None),
        ("rooms", "2.5", "not_whole", "Rooms must be a whole number, like 3"),
        ("rooms", "-1", "minus", None),
        ("rooms", "three", "not_a_number", None),
        ("rooms", "21", "too_much", None),
        ("rooms", "0", "too_little", "We understood 0. Rooms must be 1 or more"),
        ("share", "nan", "not_a_number", None),
        ("share", "inf", "not_a_number", None),
        ("married", "perhaps", "not_yes_or_no", "Select yes or no: Married"),
        ("role", "lodger", "not_a_choice", None),
        ("postcode", "CT1", "half_postcode", "Enter the whole postcode, with the part after the space, like CT1 2EH"),
        ("postcode", "CT1 2", "half_postcode", None),
        ("postcode", "90210", "foreign_postcode", None),
        ("postcode", "K1A 0B1", "foreign_postcode", None),
        ("postcode", "1012 AB", "foreign_postcode", None),
        ("postcode", "D02 X285", "foreign_postcode", None),
        ("postcode", "Canterbury", "not_a_postcode", None),
        ("postcode", "CT1 2EC!", "not_a_postcode", None),
        ("full_name", "Ann\x00", "odd_letter", None),
        ("full_name", "Ann\u202enna", "odd_letter", None),
        ("full_name", "x" * 101, "too_long", None),
        ("story", "x" * 10_000_000, "too_long", "What happened must be 5,000 characters or fewer"),
        ("story", "a\x07", "odd_letter", None),
        ("email", "ann@", "not_an_email", None),
        ("telephone", "12", "not_a_telephone", None),
        ("nino", "QQ123456C", "not_a_national_insurance_number", None),
        ("rent", 5, "not_text", None),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_kindly(name, raw, what, kindly):
    found = misread(name, raw)
    assert found.what == what
    assert kindly is None or found.kindly() == kindly


def test_what_was_typed_is_kept_but_never_at_any_length():
    assert misread("rent", "12,34").typed == "12,34"
    assert len(misread("rent", HUGE).typed) == 200
    assert misread("born", {"day": "30", "month": "2", "year": "2020"}).typed == {
        "day": "30",
        "month": "2",
        "year": "2020",
    }


def test_values_inside_a_message_are_in_its_language():
    assert (
        misread("rent", "9000")
        .kindly("cy")
        .startswith("Deallwyd £9,000 y mis. Rhaid i Rhent fod yn £5,000 y mis neu lai")
    )
    assert "30 Chwefror" in misread("born", {"day": "30", "month": "2", "year": "2020"}).kindly("cy")


def test_typed_text_is_never_a_pattern():
    assert "{label}" not in misread("born", {"day": "30", "month": "2", "year": "2020"}).kindly()
    assert misread("born", {"day": "1", "month": "{label}", "year": "2020"}).what == "not_a_date"


def test_every_message_is_in_both_languages_with_the_same_names():
    import re

    for what, texts in MESSAGES.items():
        names = [sorted(set(re.findall(r"\{(\w+)\}", texts[language]))) for language in ("en", "cy")]
        assert names[0] == names[1], what


@given(pence=st.integers(0, 500_000))
def test_an_amount_that_is_shown_reads_back(pence):
    shown = write_answer(WORDS["rent"], float(pence)).removesuffix(" a month")
    assert read("rent", shown) == pence


@given(raw=st.text(max_size=200), name=st.sampled_from([fact.name for fact in WORDS]))
def test_any_text_is_a_value_or_a_misread(raw, name):
    try:
        value = read(name, raw)
    except Misread as found:
        assert found.kindly("en") and found.kindly("cy")
    else:
        assert write_answer(WORDS[name], value, "cy") is not None


def test_values_in_words():
    shown = [
        write_answer(WORDS[name], value, language)
        for name, value, language in (
            ("rent", 123_450.0, "en"), ("rent", 123_450.0, "cy"), ("savings", 1_600_000.0, "en"), ("rent", 5.0, "en"),
            ("born", 19500503, "en"), ("born", 19500503, "cy"), ("married", True, "cy"), ("role", "adult", "cy"),
            ("role", "child", "cy"), ("rooms", 3.0, "en"), ("share", 0.25, "en"),
        )
    ]  # fmt: skip
    assert shown == [
        "£1,234.50 a month", "£1,234.50 y mis", "£16,000", "£0.05 a month", "3 May 1950", "3 Mai 1950", "Ie", "Oedolyn",
        "Child", "3", "0.25",
    ]  # fmt: skip
