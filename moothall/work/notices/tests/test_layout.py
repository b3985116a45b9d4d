"""Every word of a letter is shown once, as the heading, list or paragraph that it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from moothall.work.notices.layout import Item, as_plain_text, blocks

LETTER = """A council
1 November 2026

Dear Joan Whitlock

# How we worked it out

- Your reduction: £10.00 a week
  - Your council tax: £30.00 a week
    - The bill: £1,564.29 a year
  - Your income: £200.00 a week
- Your discount: £0.00 a year

Tell us when something changes."""


def _words(items) -> list[str]:
    return [word for item in items for word in [*item.text.split(), *_words(item.items)]]


def test_a_letter_has_headings_lists_and_paragraphs():
    kinds = [block.kind for block in blocks(LETTER)]
    assert kinds == ["paragraph", "paragraph", "heading", "list", "paragraph"]
    assert blocks(LETTER)[0].lines == ("A council", "1 November 2026")
    assert blocks(LETTER)[2].text == "How we worked it out"


def test_a_line_stands_under_the_one_that_it_explains():
    first, second = blocks(LETTER)[3].items
    assert [under.text for under in first.items] == [
        "Your council tax: £30.00 a week",
        "Your income: £200.00 a week",
    ]
    assert first.items[0].items == [Item("The bill: £1,564.29 a year")]
    assert second == Item("Your discount: £0.00 a year")


def test_a_plain_message_has_no_marks_of_headings():
    assert "# " not in as_plain_text(LETTER)
    assert "How we worked it out" in as_plain_text(LETTER)


lines = st.text(alphabet="ab #-.", max_size=12)


@given(st.lists(lines, max_size=12))
def test_no_word_is_lost_or_said_twice(written):
    text = "\n".join(written)
    shown = []
    for block in blocks(text):
        shown += block.text.split() + _words(block.items)
    expected = [
        word for line in written for word in line.lstrip(" ").removeprefix("- ").split() if line.strip()
    ]
    # The mark of a heading is the only thing that may fall away.
    assert [word for word in shown if word != "#"] == [word for word in expected if word != "#"]
