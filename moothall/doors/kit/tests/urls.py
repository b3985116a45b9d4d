"""A small site to try the kit on: one page, and one page for each way of failing."""

from django import forms
from django.db.utils import IntegrityError, OperationalError
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from moothall.doors.kit import page
from moothall.doors.kit.languages import choose_language
from moothall.doors.kit.limits import count_try

TROUBLE = {
    "read_only": OperationalError("attempt to write a readonly database"),
    "full": OperationalError("database or disk is full"),
    "busy": OperationalError("database is locked"),
    "gone": OperationalError("unable to open database file"),
    "wrong": IntegrityError("UNIQUE constraint failed: case.reference"),
}


class Hello(forms.Form):
    email = forms.EmailField(label="Email <b>", error_messages={"required": "Enter an email"})
    how = forms.ChoiceField(
        label="How", widget=forms.RadioSelect, choices=[("a", "By post"), ("b", "By phone")]
    )
    sure = forms.BooleanField(label="I am sure")


def hello(request):
    form = Hello(request.POST) if request.method == "POST" else Hello()
    return page(request, "kit/tests/hello.html", {"form": form})


def fail(request, how):
    raise TROUBLE[how]


def echo(request):
    return HttpResponse("&".join(f"{name}:{len(value)}" for name, value in request.POST.items()))


def limited(request):
    count_try("test", "nobody", most=2, seconds=60)
    return HttpResponse("in")


def nothing(request):
    return HttpResponse("nothing")


urlpatterns = [
    path("hello", hello),
    path("fail/<str:how>", fail),
    path("echo", echo),
    path("limited", limited),
    path("only-post", require_POST(nothing)),
    path("language/<str:language>", choose_language, name="language"),
    *[
        path(name, nothing, name=f"frontdoor_{name}")
        for name in ("about", "privacy", "accessibility", "find_case", "mine")
    ],
]
handler400 = "moothall.doors.kit.errors.bad_request"
handler403 = "moothall.doors.kit.errors.forbidden"
handler404 = "moothall.doors.kit.errors.not_found"
handler500 = "moothall.doors.kit.errors.server_error"
