"""Two readers must agree on every name, number and string, or the file is refused."""

from __future__ import annotations

import ast

import pytest

from moothall.engines.rules.errors import Wrong
from moothall.engines.rules.lexer import lex
from moothall.engines.rules.parsing import agree, parse

TEXT = '''
@household("Act é 1")
def amount(rent) -> GBP/month:
    """An amount."""
    if rent > 12.50:
        "é and {rent}"
        return rent
    return True
'''.encode()


def test_both_readers_see_the_same_in_a_file_of_the_language():
    lexed = lex("rules.py", TEXT)
    parse("rules.py", lexed)
    assert set(lexed.numbers.values()) == {"12.50"}
    assert list(lexed.strings.values()) == ["Act é 1", "An amount.", "é and {rent}"]


@pytest.mark.parametrize(
    "seen_by_python",
    [
        TEXT.replace(b"An amount.", b"{rent.__class__}"),
        TEXT.replace(b"Act", b"Law"),
        TEXT.replace(b"12.50", b"13.50"),
        TEXT.replace(b"return rent", b"return tner"),
        TEXT.replace(b"amount(rent)", b"amount(tner)"),
        TEXT.replace(b"True", b"None"),
        TEXT.replace(b"True", b"1"),
        TEXT.replace(b"12.50", b'"ab"'),
        TEXT.replace(b"12.50", b"12.5j"),
    ],
)
def test_a_difference_in_what_they_see_is_refused(seen_by_python):
    with pytest.raises(Wrong, match="two readers do not agree"):
        agree(lex("rules.py", TEXT), ast.parse(seen_by_python.decode()))
