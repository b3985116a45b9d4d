"""No page can be forgotten: what answers GET is known from the urlconf alone."""

import pytest
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from tests.kit import browser
from tests.kit.pages import named_urls, pages_without_axe


def _page(request, **kwargs):
    return HttpResponse("A page")


inner = ([path("<uuid:case>", _page, name="case")], "desk")
urlpatterns = [
    path("seen", _page, name="seen"),
    path("forgotten/<slug:service>/<int:number>", _page, name="forgotten"),
    path("send", require_POST(_page), name="send"),
    path("health", _page, name="health"),
    path("desk/", include(inner)),
    path("without-a-name", _page),
]


@pytest.fixture(autouse=True)
def own_urls(tmp_path, monkeypatch, settings):
    monkeypatch.setattr(browser, "VISITED", tmp_path / "visited.json")
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = []


def test_every_named_url_is_known_with_its_namespace():
    assert [url.name for url in named_urls()] == ["seen", "forgotten", "send", "health", "desk:case"]


def test_a_page_that_axe_has_not_seen_is_named():
    browser.remember_visit("http://localhost:8000/seen", "first")
    assert pages_without_axe(not_pages={"health": "plain text for a load balancer"}) == [
        "desk:case",
        "forgotten",
    ]


def test_a_visit_with_real_values_counts_for_the_pattern():
    for address in ("/seen", "/forgotten/bus-pass/7?page=2", "/desk/6f9619ff-8b86-4d01-b42d-00cf4fc964ff"):
        browser.remember_visit(f"http://127.0.0.1:8000{address}", "first")
    assert pages_without_axe(not_pages={"health": "plain text"}) == []


def test_an_exception_that_is_used_up_is_an_error():
    with pytest.raises(LookupError, match="gone_page"):
        pages_without_axe(not_pages={"gone_page": "was plain text"})
