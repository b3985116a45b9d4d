"""One calm page for each kind of error, with the headers, in either language, without a database."""

import pytest
from django.test import Client, override_settings

from moothall.doors.kit.errors import STATUS_OF
from moothall.doors.kit.wording import catalogue

pytestmark = pytest.mark.usefixtures("small_site")


@pytest.fixture
def small_site():
    with override_settings(ROOT_URLCONF="moothall.doors.kit.tests.urls"):
        yield


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def test_every_kind_has_its_four_sentences():
    for kind in STATUS_OF:
        for part in ("title", "happened", "do", "kept"):
            assert f"error.{kind}.{part}" in catalogue()


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/no-such", 404, "There is no page here"),
        ("/only-post", 405, "cannot be opened like that"),
        ("/fail/read_only", 503, "cannot save anything"),
        ("/fail/full", 503, "no room"),
        ("/fail/busy", 503, "Too many people"),
        ("/fail/gone", 503, "cannot reach our records"),
        ("/fail/wrong", 500, "something is wrong"),
    ],
)
def test_each_kind_is_answered_with_its_page(client, address, status, words):
    answer = client.get(address)
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "no-store"
    assert "This is not a service of the bodies it names" in answer.content.decode()
    assert answer.get("Content-Length", str(len(answer.content))) == str(len(answer.content))


def test_what_was_typed_when_the_database_went_is_still_on_the_page(client):
    answer = client.post("/fail/gone", {"full_name": 'Mair <"Prydderch">', "csrfmiddlewaretoken": "old"})
    html = answer.content.decode()
    assert 'name="full_name" value="Mair &lt;&#34;Prydderch&#34;&gt;"' in html
    assert 'action="/fail/gone"' in html
    assert "no reference was issued" in html
    assert 'value="old"' not in html


def test_a_password_is_never_put_back_on_a_page(client):
    html = client.post("/fail/gone", {"login": "a@b.example", "password": "correct horse"}).content.decode()
    assert "correct horse" not in html


def test_a_form_from_another_site_is_refused_on_the_page_for_it():
    answer = Client(enforce_csrf_checks=True).post("/hello", {"email": "x"})
    assert answer.status_code == 403
    assert "open too long" in answer.content.decode()


def test_ten_megabytes_in_one_field_are_cut_and_the_rest_is_kept(client):
    body = b"a=one&long=" + b"%C3%A9" * 1_700_000 + b"&z=last"
    answer = client.post("/echo", data=body, content_type="application/x-www-form-urlencoded")
    kept = dict(pair.split(":") for pair in answer.content.decode().split("&"))
    assert kept["a"] == "3" and kept["z"] == "4"
    assert 2_000 < int(kept["long"]) < 20_000


def test_far_too_much_is_refused_kindly(client):
    answer = client.post("/echo", data=b"a" * 34_000_000, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 413
    answer = client.post("/echo", data=b"a" * 2_000_000, content_type="application/json")
    assert "too much to send" in answer.content.decode()


def test_the_third_try_of_two_must_wait(client):
    from django.core.cache import cache

    cache.clear()
    assert [client.get("/limited").status_code for _ in range(3)] == [200, 200, 429]
    cache.clear()


def test_an_error_page_speaks_welsh_and_says_that_it_is_a_draft(client):
    client.cookies["moothall_language"] = "cy"
    html = client.get("/no-such").content.decode()
    assert '<html lang="cy"' in html and "Nid oes tudalen yma" in html and "Drafft" in html
