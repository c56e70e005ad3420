"""People at the change form of a record, each with the page they opened."""

from html import unescape

from django.urls import reverse

from tests.journeys.forms import fields


class Desk:
    """Somebody at the change form of a record, who opened it some time ago."""

    def __init__(self, client, user, record):
        client.force_login(user)
        model = type(record)._meta
        self.client, self.user = client, user
        self.address = reverse(f"admin:{model.app_label}_{model.model_name}_change", args=[record.pk])
        self.form_id = f"{model.model_name}_form"
        self.opened = self.fields(client.get(self.address))

    def open(self):
        self.client.force_login(self.user)
        return self.client.get(self.address)

    def fields(self, response):
        assert response.status_code == 200
        return fields(response, self.form_id)

    def save(self, **typed):
        self.client.force_login(self.user)
        return self.client.post(self.address, {**self.opened, **typed})


def shows(response, *texts: str) -> list[bool]:
    page = unescape(response.content.decode())
    return [text in page for text in texts]
