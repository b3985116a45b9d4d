from django.apps import AppConfig


class DueWorkConfig(AppConfig):
    name = "moothall.ground.due_work"
    label = "due_work"
