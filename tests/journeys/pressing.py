"""Moves as a person makes them: on the page of the move."""

from urllib.parse import urlencode

from django.urls import reverse

from tests.journeys.forms import fields

WORDS = {
    "headline_en": "The Brindlewick talks",
    "standfirst_en": "Ministers met.",
    "body_en": "<p>They met at Brindlewick.</p><p>Nothing else changed.</p>",
}


def address(versions, verb: str = "", **query) -> str:
    pks = ",".join(str(version.pk) for version in versions)
    return f"{reverse('admin:move')}?{urlencode({'versions': pks, **({'verb': verb} if verb else {}), **query})}"


class Press:
    """Opens the page of a move as a role, fills in what is given, and presses."""

    def __init__(self, client, users):
        self.client, self.users = client, users

    def page(self, role: str, verb: str, versions, **query):
        self.client.force_login(self.users[role])
        return self.client.get(address(versions, verb, **query))

    def __call__(self, role: str, verb: str, versions, **given):
        data = fields(self.page(role, verb, versions), "confirm")
        data.pop("pending", None)
        return self.client.post(reverse("admin:move"), {**data, **given}, follow=True)


def warned(response) -> list[str]:
    return list(response.context["confirmation"].warnings)
