"""What a key tells of itself: who it is for, what it may do, what is left of it, and what went out by it."""

import csv
import datetime as dt
from collections.abc import Iterator

from django.http import HttpResponse, StreamingHttpResponse

from newsroom.partners.models import Delivery, KeyUse
from newsroom.partners.quotas import Charge
from newsroom.partners.tiers import Quota
from newsroom.public.addresses import API
from newsroom.public.api import cursors, schemas
from newsroom.public.api.admission import ANY_KEY, policy
from newsroom.public.api.filters import PAGE_SIZE
from newsroom.public.api.filtersets import UsageExportParameters, UsageParameters
from newsroom.public.api.formats.forms import Form
from newsroom.public.api.views.base import View
from newsroom.public.api.views.records import NEXT, next_links
from newsroom.public.reading import Cursor
from newsroom.public.resolve import utc

STRING, INTEGER, STRINGS = {"type": "string"}, {"type": "integer"}, {"type": "array", "items": {"type": "string"}}
MAYBE = {"type": ["string", "null"]}, {"type": ["integer", "null"]}
KEY = {
    "type": "object",
    "properties": {"prefix": STRING, "networks": STRINGS, "expires_at": MAYBE[0], "last_used_at": MAYBE[0]},
}
QUOTA = {
    "type": "object",
    "description": "So many requests in each window of so many seconds. Null where nothing could be counted.",
    "properties": {"policy": STRING, "limit": INTEGER, "window": INTEGER, "remaining": MAYBE[1], "resets_in": MAYBE[1]},
}
ME = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("partner", "tier", "usage_url"), STRING),
        "scopes": STRINGS,
        "sees_embargoed": {"type": "boolean"},
        "key": KEY,
        "quotas": {"type": "array", "items": QUOTA},
    },
}
DELIVERED = {
    "type": "object",
    "description": "An edition that went out on a day by a key; of a file, which holds many, the language is null.",
    "properties": {
        **dict.fromkeys(("day", "prefix", "type", "id", "last_at"), STRING),
        "language": MAYBE[0],
        "edition": MAYBE[1],
        "times": INTEGER,
    },
}
AT_ONCE = 1_000
# Written by the view, since it may be of any length.
AS_TABLE = Form("csv", "text/csv", None, {}, {})


class OfKey(View):
    scope = ANY_KEY

    def keep_private(self, response) -> None:
        super().keep_private(response)
        response["Cache-Control"] = "no-store"


class Me(OfKey):
    description = "Who the key is for, what it may do, and what is left of its quotas."

    def response_schema(self) -> dict:
        return ME

    def get(self, request) -> HttpResponse:
        access = self.access
        content = {
            "partner": access.partner.name,
            "tier": access.tier,
            "scopes": access.scopes,
            "sees_embargoed": access.sees_embargoed,
            "key": self.key(),
            "quotas": [self.quota(*one) for one in self.charged()],
            "usage_url": self.url(f"{API}/me/usage"),
        }
        return self.answer(content)

    def key(self) -> dict:
        key = self.access.key
        used = KeyUse.objects.filter(prefix=key.prefix).first()
        return {
            "prefix": key.prefix,
            "networks": key.networks,
            "expires_at": utc(key.expires_at) if key.expires_at else None,
            "last_used_at": utc(used.used_at) if used else None,
        }

    def charged(self) -> Iterator[tuple[Quota, Charge | None]]:
        found = {one.quota: one for one in self.admission.charges}
        return ((quota, found.get(quota)) for quota in self.access.quotas)

    def quota(self, quota: Quota, charge: Charge | None) -> dict:
        return {
            "policy": policy(self.access, quota),
            "limit": quota.count,
            "window": quota.seconds,
            "remaining": charge.remaining if charge else None,
            "resets_in": charge.resets_in if charge else None,
        }


class Usage(OfKey):
    """The audit is of the partner, whichever of its keys asks."""

    description = "Every edition that went out to you, by day and key, with how often; the oldest first."
    parameters_class = UsageParameters

    def response_schema(self) -> dict:
        return schemas.listed(DELIVERED, next=NEXT)

    def get(self, request) -> HttpResponse:
        size = self.values.get("page_size", PAGE_SIZE)
        belongs_to = cursors.digest("usage", self.access.partner.pk, *map(self.values.get, ("day_after", "day_before")))
        found = list(self.after(belongs_to)[: size + 1])
        next_url = self.next_url(cursor=after_row(found[size - 1], belongs_to)) if len(found) > size else None
        return self.answer(
            {"results": [in_json(row) for row in found[:size]], "next": next_url}, links=next_links(next_url)
        )

    def after(self, belongs_to: str):
        if "cursor" not in self.values:
            return self.deliveries()
        cursor = cursors.load(self.values["cursor"], belongs_to)
        return self.deliveries().beyond(dt.date.fromisoformat(cursor.sort), int(cursor.uid))

    def deliveries(self):
        ends = map(self.values.get, ("day_after", "day_before"))
        return Delivery.objects.to(self.access.partner).within(*ends).order_by("day", "pk")


def after_row(row: Delivery, belongs_to: str) -> str:
    return cursors.dump(Cursor(row.day.isoformat(), str(row.pk)), belongs_to)


def in_json(row: Delivery) -> dict:
    return {
        "day": row.day.isoformat(),
        "prefix": row.prefix,
        "type": row.kind,
        "id": row.uid,
        "language": row.language or None,
        "edition": row.edition or None,
        "times": row.times,
        "last_at": utc(row.last_at),
    }


class UsageExport(Usage):
    description = "The same as a table, all of it in one answer."
    parameters_class = UsageExportParameters

    def forms(self) -> tuple[Form, ...]:
        return (AS_TABLE,)

    def response_schema(self) -> dict:
        return STRING

    def get(self, request) -> StreamingHttpResponse:
        response = StreamingHttpResponse(self.lines(), content_type="text/csv; charset=utf-8; header=present")
        response["Content-Disposition"] = 'attachment; filename="usage.csv"'
        return response

    def lines(self) -> Iterator[str]:
        """Of codes, numbers and days alone, so that no cell can be a formula."""
        writer = csv.writer(Echo())
        yield writer.writerow(DELIVERED_COLUMNS)
        for row in self.rows():
            yield writer.writerow([in_json(row)[name] for name in DELIVERED_COLUMNS])

    def rows(self) -> Iterator[Delivery]:
        """Some at a time, lest a transaction stay open for as long as the client reads."""
        found = list(self.deliveries()[:AT_ONCE])
        while found:
            yield from found
            found = list(self.deliveries().beyond(found[-1].day, found[-1].pk)[:AT_ONCE])


DELIVERED_COLUMNS = ("day", "prefix", "type", "id", "language", "edition", "times", "last_at")


class Echo:
    """What a csv writer writes to, to get its line back."""

    def write(self, line: str) -> str:
        return line
