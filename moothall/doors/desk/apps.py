"""The desk's place among Django's applications."""

from django.apps import AppConfig


class Desk(AppConfig):
    name = "moothall.doors.desk"

    def ready(self) -> None:
        from allauth.mfa.signals import authenticator_added

        from moothall.doors.desk.enrolment import enrolling_proves_it

        authenticator_added.connect(enrolling_proves_it, dispatch_uid="enrolling proves it")
