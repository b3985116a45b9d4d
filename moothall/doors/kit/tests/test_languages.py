"""Changing language never leads off the site."""

import pytest
from django.test import Client, override_settings

from moothall.doors.kit.languages import here, path_of_ours


@pytest.mark.parametrize("address", ["/", "/case", "/apply/council_tax_reduction/home"])
def test_a_path_of_ours_is_kept(address):
    assert path_of_ours(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/\t/evil.example",
        "",
        "/ok\r\nSet-Cookie: a=b",
        "http:/evil.example",
        "///evil.example",
    ],
)
def test_anything_else_goes_to_the_start(address):
    assert path_of_ours(address) == "/"


@override_settings(ROOT_URLCONF="moothall.doors.kit.tests.urls")
def test_a_reader_chooses_welsh_and_comes_back():
    client = Client()
    answer = client.get("/language/cy", {"back": "/hello"})
    assert (answer.status_code, answer["Location"]) == (302, "/hello")
    assert answer.cookies["moothall_language"]["httponly"]
    assert '<html lang="cy"' in client.get("/hello").content.decode()


@override_settings(ROOT_URLCONF="moothall.doors.kit.tests.urls")
def test_a_language_we_do_not_speak_is_not_found():
    assert Client().get("/language/fr").status_code == 404


@pytest.mark.parametrize(
    ("method", "address", "sent_from", "back"),
    [
        ("get", "/your-area?q=bus+pass", "", "/your-area?q=bus+pass"),
        ("post", "/apply/a/submit", "http://testserver/apply/a/check", "/apply/a/check"),
        ("post", "/apply/a/submit", "http://elsewhere.example/case", "/apply/a/submit"),
        ("post", "/case", "", "/case"),
    ],
)
def test_a_change_of_language_leads_back_to_a_page_that_can_be_opened(rf, method, address, sent_from, back):
    request = getattr(rf, method)(address, headers={"host": "testserver", "referer": sent_from})
    assert here(request) == back
