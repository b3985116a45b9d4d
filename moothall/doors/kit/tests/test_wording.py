"""Every sentence is there in both languages, with the same placeholders, and Welsh is Welsh."""

import pytest

from moothall.doors.kit.languages import in_language
from moothall.doors.kit.wording import BadMessages, MissingValue, UnknownMessage, catalogue, read_messages, t

# The same word in both languages, each looked at by a person.
SAME_IN_BOTH = {"Moothall", "English", "Cymraeg"}
ONE = b'desk.hello:\n  en: Hello {name}\n  cy: {text: "Helo {name}", status: draft}\n'


def test_the_real_files_are_whole():
    assert len(catalogue()) > 60


def test_no_welsh_sentence_is_the_english_one():
    copies = [
        key
        for key, message in catalogue().items()
        if set(message.forms["en"].values()) & set(message.forms["cy"].values()) - SAME_IN_BOTH
    ]
    assert copies == []


def test_a_key_begins_with_its_door_or_is_an_error_of_the_kit():
    strays = [
        key
        for key, message in catalogue().items()
        if key.split(".")[0] not in (message.file.split("/")[0], "error")
    ]
    assert strays == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (b"a.b: {en: Hello}", "expected en: and cy:"),
        (b"a.b: {en: Hello, cy: Helo}", "expected {text"),
        (b"a.b: {en: Hello, cy: {text: Helo, status: done}}", "status"),
        (b"a.b: {en: 'Hello {name}', cy: {text: Helo, status: draft}}", "placeholders"),
        (b"a.b: {en: '', cy: {text: Helo, status: draft}}", "empty"),
    ],
)
def test_a_wrong_message_is_found_and_named(text, finding):
    with pytest.raises(BadMessages, match=r"a\.b") as raised:
        read_messages({"desk/messages/a.yaml": text})
    assert finding in str(raised.value)


def test_the_same_key_in_two_files_is_refused():
    with pytest.raises(BadMessages, match="already in"):
        read_messages({"a.yaml": ONE, "b.yaml": ONE})


def test_a_value_is_filled_in_and_never_walked_or_filled_again():
    message = read_messages({"a.yaml": ONE})["desk.hello"]
    assert message.text("cy") == "Helo {name}"
    assert t("kit.skip") == "Skip to main content"
    from moothall.doors.kit.wording import fill

    assert fill("Hello {name}", {"name": "{name.__class__}"}, key="k") == "Hello {name.__class__}"
    with pytest.raises(MissingValue):
        fill("Hello {name}", {}, key="k")


def test_an_unknown_message_is_an_error_not_a_blank():
    with pytest.raises(UnknownMessage):
        t("kit.no_such_sentence")


def test_the_reader_language_decides():
    with in_language("cy"):
        assert t("kit.back") == "Yn ôl"
    assert t("kit.back") == "Back"
