"""Taking a passkey away."""

from __future__ import annotations

from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.db.models import QuerySet

from moothall.doors.desk.adapters import SecondFactors


class RemovePasskey(RemoveWebAuthnView):
    """django-allauth's page, which would also remove the last second factor; ours does not."""

    def get_queryset(self) -> QuerySet:
        mine = super().get_queryset()
        may_go = SecondFactors().can_delete_authenticator
        return mine.filter(pk__in=[passkey.pk for passkey in mine if may_go(passkey)])


remove_passkey = RemovePasskey.as_view()
