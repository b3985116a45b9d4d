"""Joan says where she lives, and sees who serves her."""

import pytest

from moothall.doors.kit import t
from moothall.ground.places import postcodes
from moothall.ground.places.queries import NoDistrict


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Enter your postcode"),
        ("CT1", "Enter the whole postcode"),
        ("90210", "not a postcode of England"),
        ("SW1A 0AA", "do not know this postcode"),
        ("my house", "Enter a real postcode"),
        ("<script>alert(1)</script>", "Enter a real postcode"),
    ],
)
def test_each_kind_of_wrong_postcode_has_its_own_words_and_is_kept(joan, typed, words):
    joan.lives_at(typed)
    assert joan.status == 422
    assert joan.problems[0][0] == "postcode" and words in joan.problems[0][1]
    assert joan.title.startswith("Error: ")
    assert joan.typed("postcode") == typed


def test_whatever_is_wrong_with_a_postcode_there_is_a_sentence_for_it():
    """Also where a page only reads it and looks nothing up: there a postcode of Belfast was an error once."""
    wrong = {one for one in vars(postcodes).values() if isinstance(one, type) and issubclass(one, Exception)}
    assert len(wrong) >= 6
    assert all(t(f"frontdoor.{one.key}") for one in wrong | {NoDistrict})


def test_the_postcode_is_in_no_address(joan):
    joan.lives_at("ct1 1aa")
    assert joan.path == "/your-area"


def test_she_sees_the_city_and_the_county_and_what_each_does(joan):
    joan.lives_at("CT11AA")
    assert "Canterbury City Council" in joan.words and "Kent County Council" in joan.words
    assert "Council tax and help with it" in joan.words


@pytest.mark.parametrize(
    "asked", ["help with council tax", "counsil tax", "money off my bill", "single person discount"]
)
def test_she_finds_council_tax_reduction_in_her_own_words(joan, asked):
    joan.lives_at("CT1 1AA")
    joan.page = joan.client.get("/your-area", {"q": asked}).content.decode()
    assert "found" in joan.words and "Council tax reduction" in joan.words
    assert "Nothing found" not in joan.words and "Older person's bus pass" not in joan.words


@pytest.mark.parametrize("asked", ["single person discount", "student", "dementia", "empty home", "annexe"])
def test_she_finds_the_discount_in_her_own_words(joan, asked):
    joan.lives_at("CT1 1AA")
    joan.page = joan.client.get("/your-area", {"q": asked}).content.decode()
    assert "Council tax discount or exemption" in joan.words


def test_nothing_found_shows_all_there_is(joan):
    joan.lives_at("CT1 1AA")
    joan.page = joan.client.get("/your-area", {"q": "a dragon licence"}).content.decode()
    assert "Nothing found" in joan.words and "Older person's bus pass" in joan.words


def test_without_a_postcode_every_page_leads_to_the_start(joan):
    for path in ("/your-area", "/services/council_tax_reduction"):
        assert joan.opens(path).path == "/"


def test_a_service_that_nobody_offers_her_is_not_found(joan):
    assert joan.lives_at("CT1 1AA").opens("/services/no_such_service").status == 404
