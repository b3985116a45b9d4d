from django.apps import AppConfig


class NodesConfig(AppConfig):
    name = "moothall.ground.nodes"
    label = "nodes"
