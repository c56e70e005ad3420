"""The desk's site: the admin with pages of its own beside the lists and forms of each kind."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Page:
    """A page of the desk. Whoever lacks `permission` is refused; with a `label` it stands in the menu of the others.

    The page with an empty route comes first after the login; whoever may not open it has the lists of all rows there.
    """

    route: str
    name: str
    view: Callable
    permission: str
    label: object = None

    def opens_for(self, user) -> bool:
        return user.has_perm(self.permission)

    def answer(self, request, **values):
        if not self.opens_for(request.user):
            raise PermissionDenied
        return self.view(request, **values)


PAGES: list[Page] = []
# In the menu, by name; others follow.
MENU = ("index", "translations", "mentions", "releases", "pictures", "style_try", "import", "reports")


def place(one: Page) -> int:
    return MENU.index(one.name) if one.name in MENU else len(MENU)


def page(route: str, *, name: str, permission: str, label=None):
    """Make a view a page of the desk: `@page("queue/", name="queue", permission="desk.view_version", label=_("Queue"))`."""

    def register(view):
        PAGES.append(Page(route, name, view, permission, label))
        return view

    return register


class DeskSite(admin.AdminSite):
    site_header = site_title = "Communiqué"

    def get_urls(self):
        own = [path(one.route, self.admin_view(one.answer), name=one.name) for one in PAGES if one.route]
        return [*own, *super().get_urls()]

    def index(self, request, extra_context=None):
        front = next((one for one in PAGES if not one.route and one.opens_for(request.user)), None)
        return front.answer(request) if front else self.lists(request, extra_context)

    def lists(self, request, extra_context=None):
        """The stock admin's first page: every list that a person may open."""
        return super().index(request, {"title": _("All records"), **(extra_context or {})})

    def admin_view(self, view, cacheable=False):
        """Whoever owes a second factor is sent to set it up, from every page."""
        inner = super().admin_view(view, cacheable)

        @wraps(view)
        def behind_second_factor(request, *args, **kwargs):
            # Allauth's models are there only once the applications are.
            from newsroom.desk.people.second_factor import is_owed_by  # noqa: PLC0415

            if is_owed_by(request.user):
                messages.warning(
                    request, _("This desk asks for a second factor. Set it up, then go on with your work.")
                )
                return redirect("mfa_activate_totp")
            return inner(request, *args, **kwargs)

        return behind_second_factor

    def each_context(self, request):
        return {**super().each_context(request), "desk_menu": self.menu(request)}

    def menu(self, request) -> list[dict]:
        """The pages that a person may open, as the day goes; `here` marks the one that is open."""
        entries = ((one, reverse(f"{self.name}:{one.name}")) for one in sorted(PAGES, key=place) if one.label)
        return [
            {"label": one.label, "url": url, "here": request.path == url}
            for one, url in entries
            if one.opens_for(request.user)
        ]
