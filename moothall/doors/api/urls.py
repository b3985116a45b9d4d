"""The addresses for other programs. Whatever is not here is refused, as JSON."""

from django.urls import path, re_path

from moothall.doors.api import promises, who_serves
from moothall.doors.api.mistakes import no_such_address

app_name = "api"
urlpatterns = [
    path("who-serves", who_serves.who_serves, name="who_serves"),
    path("promises", promises.promised, name="promises"),
    path("promises/asked", promises.asked, name="promises_asked"),
    re_path(r"", no_such_address),
]
