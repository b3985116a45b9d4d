"""Every address of Moothall, by door."""

from django.conf import settings
from django.urls import include, path

from moothall.doors.kit.health import health

urlpatterns = [
    path("health", health, name="health"),
    path("", include("moothall.doors.frontdoor.urls")),
    path("api/", include("moothall.doors.api.urls")),
    path("desk/", include("moothall.doors.desk.urls")),
    path("accounts/", include("moothall.doors.desk.sign_in_urls")),
]
if settings.DEMONSTRATION:
    urlpatterns.append(path("demonstration/", include("moothall.doors.demonstration.urls")))

handler400 = "moothall.doors.kit.errors.bad_request"
handler403 = "moothall.doors.kit.errors.forbidden"
handler404 = "moothall.doors.kit.errors.not_found"
handler500 = "moothall.doors.kit.errors.server_error"
