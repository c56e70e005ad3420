"""Addresses of one's own account: logging in and out, second factor, sessions, password; and the interface language.

Allauth's views, these and no others, shown within the desk. They come before the site's own of the same address.
"""

from functools import wraps

from allauth.account import views as account
from allauth.usersessions import views as sessions
from django.conf import settings
from django.contrib import admin
from django.shortcuts import redirect
from django.urls import path
from django.utils.csp import CSP
from django.utils.module_loading import import_string
from django.views.decorators.csp import csp_override
from django.views.i18n import set_language


def within_desk(view):
    """With header and menu of the desk around it."""

    @wraps(view)
    def shown(request, *args, **kwargs):
        answer = view(request, *args, **kwargs)
        if getattr(answer, "context_data", None) is not None:
            answer.context_data = {**admin.site.each_context(request), **answer.context_data}
        return answer

    return shown


def login(request):
    """Who is in already goes on; an account without the desk is told so, and may log in with another."""
    if request.method == "GET" and admin.site.has_permission(request):
        return redirect("admin:index")
    return account.login(request)


def later(view: str):
    """Imported when first asked for: with the second factor comes a library of 12 MiB that most workers never need."""

    def shown(request, *args, **kwargs):
        return import_string(f"allauth.mfa.{view}")(request, *args, **kwargs)

    return shown


# The code to scan is a picture within the page.
with_code_to_scan = csp_override({**settings.SECURE_CSP, "img-src": [CSP.SELF, "data:"]})

VIEWS = (
    ("login/", "account_login", login),
    ("logout/", "account_logout", account.logout),
    ("password_change/", "account_change_password", account.password_change),
    ("me/inactive/", "account_inactive", account.account_inactive),
    ("me/again/", "account_reauthenticate", account.reauthenticate),
    ("me/", "mfa_index", later("base.views.index")),
    ("me/code/", "mfa_authenticate", later("base.views.authenticate")),
    ("me/code/again/", "mfa_reauthenticate", later("base.views.reauthenticate")),
    ("me/app/", "mfa_activate_totp", with_code_to_scan(later("totp.views.activate_totp"))),
    ("me/app/off/", "mfa_deactivate_totp", later("totp.views.deactivate_totp")),
    ("me/recovery/", "mfa_view_recovery_codes", later("recovery_codes.views.view_recovery_codes")),
    ("me/recovery/new/", "mfa_generate_recovery_codes", later("recovery_codes.views.generate_recovery_codes")),
    ("me/recovery/file/", "mfa_download_recovery_codes", later("recovery_codes.views.download_recovery_codes")),
    ("me/sessions/", "usersessions_list", sessions.list_usersessions),
)
urlpatterns = [
    *(path(route, within_desk(view), name=name) for route, name, view in VIEWS),
    path("language/", set_language, name="set_language"),
]
