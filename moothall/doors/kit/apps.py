from django.apps import AppConfig


class Kit(AppConfig):
    name = "moothall.doors.kit"
    label = "kit"
