"""Partners' webhooks. What is sent to them is the worker's business; nothing here connects to anybody."""

import re
from collections.abc import Callable
from hashlib import sha256
from uuid import UUID

import orjson
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from newsroom.partners import idempotency
from newsroom.partners.idempotency import KeyReused
from newsroom.partners.models import Dispatch, Endpoint
from newsroom.partners.tiers import WEBHOOKS
from newsroom.partners.webhooks import endpoints, signing
from newsroom.partners.webhooks.endpoints import TooManyEndpoints
from newsroom.public.addresses import API
from newsroom.public.api import answers, bodies, cursors, parameters, schemas
from newsroom.public.api.filters import PAGE_SIZE
from newsroom.public.api.filtersets import PageParameters
from newsroom.public.api.problems import Problem
from newsroom.public.api.views.base import Operation, View
from newsroom.public.api.views.records import NEXT, next_links
from newsroom.public.api.webhooks import (
    CHANGED,
    DELIVERED,
    NEW,
    RANGE,
    REDELIVERED,
    WEBHOOK,
    WITH_SECRET,
    delivery_shown,
    endpoint_shown,
)
from newsroom.public.reading import Cursor

IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,100}")
ENDPOINT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
MESSAGE = "msg_[0-9a-z_]{1,56}"


class WebhookView(View):
    """Of the partner whose key is shown: the webhooks of others are not there."""

    scope = WEBHOOKS
    caching = "no-store"
    # By method in small letters.
    operations: dict[str, Operation] = {}
    path_parameters = {
        "webhook": ({"type": "string", "pattern": f"^{ENDPOINT}$"}, "The id of a webhook."),
        "delivery": ({"type": "string", "pattern": f"^{MESSAGE}$"}, "The id of a delivery."),
    }

    def operation(self, method: str) -> Operation:
        return self.operations[method.lower()]

    def members(self) -> dict:
        """Of the body, cleaned."""
        return bodies.read(self.request._request, self.operation(self.request.method).members)

    def endpoint(self, webhook: str, *, locked: bool = False) -> Endpoint:
        mine = Endpoint.objects.filter(partner=self.access.partner, pk=UUID(webhook))
        if found := (mine.select_for_update() if locked else mine).first():
            return found
        raise Problem("not-found")

    def once(self, act: Callable[[], dict]) -> dict:
        """The answer of `act`, or the one that it had when the same request came before, by its Idempotency-Key."""
        key = self.request.headers.get("Idempotency-Key")
        if key is None:
            with transaction.atomic():
                return act()
        if not IDEMPOTENCY_KEY.fullmatch(key):
            text = _("Not a key of 1 to 100 visible characters.")
            parameters.raise_invalid([parameters.fault("Idempotency-Key", "invalid", text)])
        asked = f"{self.request.method} {self.request.path} ".encode() + self.request._request.body
        digest = sha256(asked).hexdigest()
        try:
            return idempotency.once(partner=self.access.partner, key=key, digest=digest, now=self.at.now, act=act)
        except KeyReused:
            raise Problem("idempotency-conflict") from None

    def respond(self, content: dict, status: int = 200) -> HttpResponse:
        return HttpResponse(orjson.dumps(content), status=status, content_type="application/json")


def with_secret(content: dict) -> dict:
    """Added last, since no answer that is kept holds a secret."""
    return {**content, "secret": signing.secret(content["id"], content["secret_version"])}


class WebhookList(WebhookView):
    http_method_names = ("get", "head", "post")
    operations = {
        "get": Operation("All your webhooks.", 200, schemas.listed(WEBHOOK)),
        "post": Operation(
            "Make a webhook. A ping goes out at once, and it is active as soon as that is answered with 2xx.",
            201,
            WITH_SECRET,
            NEW,
        ),
    }

    def get(self, request) -> HttpResponse:
        return self.answer({"results": [endpoint_shown(one) for one in self.access.partner.endpoints.all()]})

    def post(self, request) -> HttpResponse:
        fields = self.members()
        content = self.once(lambda: self.made(fields))
        response = self.respond(with_secret(content), 201)
        response["Location"] = self.url(f"{API}/webhooks/{content['id']}")
        return response

    def made(self, fields: dict) -> dict:
        terms = {"partner": self.access.partner, "origin": self.origin, "now": self.at.now}
        try:
            return endpoint_shown(endpoints.make_endpoint(**terms, **fields))
        except TooManyEndpoints:
            raise Problem("limit-reached", _("You have %(most)d already.") % {"most": endpoints.MOST}) from None


class WebhookDetail(WebhookView):
    http_method_names = ("get", "head", "patch", "delete")
    operations = {
        "get": Operation("A webhook.", 200, WEBHOOK),
        "patch": Operation("Change a webhook; what is not named stays. Takes If-Match.", 200, WEBHOOK, CHANGED),
        "delete": Operation("Delete a webhook with its deliveries. Takes If-Match.", 204, None),
    }

    def get(self, request, webhook: str) -> HttpResponse:
        return self.answer(endpoint_shown(self.endpoint(webhook)))

    @transaction.atomic
    def patch(self, request, webhook: str) -> HttpResponse:
        fields, endpoint = self.members(), self.unchanged(webhook)
        endpoints.change_endpoint(endpoint=endpoint, fields=fields, now=self.at.now)
        content = endpoint_shown(endpoint)
        response = self.respond(content)
        response["ETag"] = answers.validator(orjson.dumps(content))
        return response

    @transaction.atomic
    def delete(self, request, webhook: str) -> HttpResponse:
        self.members()
        self.unchanged(webhook).delete()
        response = HttpResponse(status=204)
        del response["Content-Type"]
        return response

    def unchanged(self, webhook: str) -> Endpoint:
        """As the client has seen it, where it says what it has seen."""
        endpoint, given = self.endpoint(webhook, locked=True), self.request.headers.get("If-Match")
        if given is None or answers.named_in(given, answers.validator(orjson.dumps(endpoint_shown(endpoint)))):
            return endpoint
        raise Problem("precondition-failed")


class WebhookDeliveries(WebhookView):
    parameters_class = PageParameters
    operations = {
        "get": Operation(
            "What was sent and what waits, the newest first; kept for 30 days.",
            200,
            schemas.listed(DELIVERED, next=NEXT),
        )
    }

    def get(self, request, webhook: str) -> HttpResponse:
        belongs_to, size = cursors.digest("deliveries", webhook), self.values.get("page_size", PAGE_SIZE)
        found = self.endpoint(webhook).dispatches.order_by("-pk")
        if "cursor" in self.values:
            found = found.filter(pk__lt=int(cursors.load(self.values["cursor"], belongs_to).uid))
        rows = list(found[: size + 1])
        more = cursors.dump(Cursor("", str(rows[size - 1].pk)), belongs_to) if len(rows) > size else None
        next_url = more and self.next_url(cursor=more)
        content = {"results": [delivery_shown(one) for one in rows[:size]], "next": next_url}
        return self.answer(content, links=next_links(next_url))


class WebhookAct(WebhookView):
    """Something that is done with a webhook, at most once for each Idempotency-Key."""

    http_method_names = ("post",)

    def post(self, request, webhook: str, **which) -> HttpResponse:
        members = self.members()
        content = self.once(lambda: self.act(self.endpoint(webhook, locked=True), **members, **which))
        return self.respond(content, self.operation("post").status)

    def act(self, endpoint: Endpoint, **options) -> dict:
        raise NotImplementedError


class WebhookRotate(WebhookAct):
    operations = {"post": Operation("Change the secret. For 24 hours messages are signed with both.", 200, WITH_SECRET)}

    def act(self, endpoint: Endpoint) -> dict:
        endpoints.rotate_secret(endpoint=endpoint, now=self.at.now)
        return endpoint_shown(endpoint)

    def respond(self, content: dict, status: int = 200) -> HttpResponse:
        return super().respond(with_secret(content), status)


class WebhookPing(WebhookAct):
    operations = {
        "post": Operation("Send a ping. A webhook that answers it with 2xx is active from then on.", 202, DELIVERED)
    }

    def act(self, endpoint: Endpoint) -> dict:
        return delivery_shown(endpoints.ping_endpoint(endpoint=endpoint, now=self.at.now))


class WebhookRedeliver(WebhookAct):
    operations = {
        "post": Operation(
            "Send again, under the same ids, what was made for this webhook of a part of the change feed.",
            202,
            REDELIVERED,
            RANGE,
        )
    }

    def act(self, endpoint: Endpoint, *, from_seq: int, to_seq: int) -> dict:
        which = {"seq__gte": from_seq, "seq__lte": to_seq}
        return {"redelivered": endpoints.redeliver(endpoint=endpoint, now=self.at.now, **which)}


class DeliveryRedeliver(WebhookAct):
    operations = {"post": Operation("Send a message again, under the same id.", 202, DELIVERED)}

    def act(self, endpoint: Endpoint, *, delivery: str) -> dict:
        if not endpoints.redeliver(endpoint=endpoint, now=self.at.now, message_id=delivery):
            raise Problem("not-found")
        return delivery_shown(Dispatch.objects.get(message_id=delivery))
