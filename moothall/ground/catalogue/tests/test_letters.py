import pytest

from moothall.ground.catalogue.letters import BadLetter, read_letter

LETTER = "subject: Your claim {reference}\nstatus: draft\n\nDear {name},\n\nWe have decided.\n"


def test_a_letter_is_filled_in_one_pass():
    subject, text = read_letter(LETTER, path="award.txt").filled(
        {"reference": "CAN-1", "name": "{reference}"}
    )
    assert subject == "Your claim CAN-1"
    assert text.startswith("Dear {reference},"), "what a person typed is never filled in turn"


def test_a_gap_with_nothing_to_fill_it_is_named():
    with pytest.raises(BadLetter, match=r"\{name\}"):
        read_letter(LETTER, path="award.txt").filled({"reference": "CAN-1"})


def test_a_letter_cannot_reach_into_values():
    letter = read_letter("subject: x\n\n{name.__class__} {0}", path="award.txt")
    assert letter.filled({})[1] == "{name.__class__} {0}"


def test_a_letter_without_a_header_says_where():
    with pytest.raises(BadLetter, match=r"award.txt:1"):
        read_letter("Dear you", path="award.txt")
