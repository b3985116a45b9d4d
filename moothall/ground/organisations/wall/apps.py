from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class WallConfig(AppConfig):
    name = "moothall.ground.organisations.wall"
    label = "wall"

    def ready(self) -> None:
        from moothall.ground.organisations.wall.settling import settle

        # Django announces the end of a migration only for apps that have models.
        post_migrate.connect(settle, sender=apps.get_app_config("organisations"))
