"""A partner who asks about webhooks."""

import json

from newsroom.partners.models import Partner
from tests.partners.conftest import bearing, new_key, new_partner
from tests.public.test_api_records import problem

URL = "https://receiver.example/hook"
NONE = "00000000-0000-4000-8000-000000000000"


class Asking:
    """With a key of theirs."""

    def __init__(self, client, partner: Partner | None = None):
        self.client, self.partner = client, partner or new_partner()
        self.headers = bearing(new_key(partner=self.partner))

    def __call__(self, method, path="", body=None, **headers):
        content = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        given = {**self.headers, **{name.replace("_", "-"): value for name, value in headers.items()}}
        return self.client.generic(method, f"/api/v1/webhooks{path}", content, "application/json", headers=given)

    def made(self, **fields) -> dict:
        response = self("POST", body={"url": URL, **fields})
        assert response.status_code == 201, response.content
        return response.json()


def faults(response):
    assert problem(response) == (400, "invalid-parameters")
    return [(one["parameter"], one["code"]) for one in response.json()["errors"]]
