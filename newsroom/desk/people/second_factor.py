"""Whether somebody who is logged in still owes the desk a second factor."""

from allauth.mfa.models import Authenticator
from django.conf import settings


def is_owed_by(user) -> bool:
    """Whoever has one was asked for it at login. Recovery codes stand in for an app, never alone."""
    if settings.SECOND_FACTOR != "required" or not user.is_authenticated:
        return False
    return not Authenticator.objects.filter(user=user.pk, type=Authenticator.Type.TOTP).exists()
