from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "moothall.ground.record"
    label = "record"
