"""The demonstration's own pages. Outside a demonstration these addresses do not exist."""

from django.urls import path

from moothall.doors.demonstration import views

urlpatterns = [
    path("authenticator", views.authenticator, name="authenticator"),
    path("outbox", views.outbox, name="outbox"),
]
