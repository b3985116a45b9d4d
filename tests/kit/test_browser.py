"""The browser's helpers notice what they are there to notice. The pages are made here, not Moothall's."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.urls import path

from tests.kit import browser as kit

pytestmark = pytest.mark.browser

GOOD = "<!doctype html><html lang=en><title>Good</title><main><h1>Good</h1><p>Text</p></main></html>"
BAD = "<!doctype html><html><title>Bad</title><main><h1>Bad</h1><img src=x.png></main></html>"
SCRIPT = GOOD.replace("<p>", "<script>document.title = 'Changed'</script><p>")
PAGES = {"/good": GOOD, "/bad": BAD, "/script": SCRIPT}


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        found = PAGES.get(self.path)
        self.send_response(200 if found else 404)
        self.send_header("Content-Security-Policy", "default-src 'none'; img-src 'self'; script-src 'self'")
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write((found or "").encode())

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def pages():
    server = HTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


urlpatterns = [path("good", lambda request: None, name="good_page")]


@pytest.fixture(autouse=True)
def own_record(tmp_path, monkeypatch, settings):
    monkeypatch.setattr(kit, "VISITED", tmp_path / "visited.json")
    settings.ROOT_URLCONF = __name__


@pytest.mark.parametrize("javascript", [True, False])
def test_a_page_without_faults_passes(open_page, pages, javascript):
    page = open_page(javascript=javascript)
    page.goto(pages + "/good")
    kit.no_axe_violations(page, "first")
    assert kit.visited() == {"good_page": ["first"]}


@pytest.mark.parametrize("javascript", [True, False])
def test_a_page_without_language_or_alternative_text_fails(open_page, pages, javascript):
    page = open_page(javascript=javascript)
    page.goto(pages + "/bad")
    with pytest.raises(AssertionError, match=r"(?s)image-alt.*html-has-lang|html-has-lang.*image-alt"):
        kit.no_axe_violations(page, "first")


def test_a_script_that_the_policy_refuses_fails_the_page(browser, pages):
    with pytest.raises(AssertionError, match="Content Security Policy"):
        with kit.new_page(browser) as page:
            page.goto(pages + "/script")
            assert page.title() == "Good"


def test_a_request_to_another_host_fails_the_page(browser, pages):
    with pytest.raises(AssertionError, match="left the site"):
        with kit.new_page(browser) as page:
            page.route("**/*", lambda route: route.abort())
            with pytest.raises(Exception, match="ERR_FAILED"):
                page.goto("http://elsewhere.example/")
