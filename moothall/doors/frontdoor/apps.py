from django.apps import AppConfig


class FrontDoor(AppConfig):
    name = "moothall.doors.frontdoor"
    label = "frontdoor"
