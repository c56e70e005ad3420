"""What the libraries of accounts ask of this site: who is asking, who may have an account, what a locked door says."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.shortcuts import render

from newsroom.clients import address_of


def locked_out(request, response=None, credentials=None):
    """The page after too many wrong passwords: it does not say whether there is such an account."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    answer = render(request, "429.html", {"minutes": minutes}, status=429)
    answer["Retry-After"] = str(minutes * 60)
    return answer


class Accounts(DefaultAccountAdapter):
    """Accounts are made by administrators, for people who work at the desk."""

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return address_of(request)

    def pre_authenticate(self, request, **credentials):
        """Wrong passwords are counted by axes, in the database, for all workers together."""
