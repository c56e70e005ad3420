"""The change feed: everything that became public, in order, for who keeps a copy."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from newsroom.partners.tiers import MOST_ON_A_PAGE
from newsroom.public import feed, reading
from newsroom.public.addresses import api_path
from newsroom.public.api import parameters, schemas
from newsroom.public.api.filtersets import ChangesParameters
from newsroom.public.api.views.base import View
from newsroom.public.api.views.records import NEXT, next_links
from newsroom.public.models import Change, Head
from newsroom.public.reading import Having
from newsroom.public.resolve import utc

STRING = {"type": "string"}
CHANGE = {
    "type": "object",
    "properties": {
        "seq": {"type": "integer"},
        "edition": {"type": "integer"},
        "reason": {"type": ["string", "null"]},
        **dict.fromkeys(("at", "action", "type", "id", "language", "url"), STRING),
    },
}
REASONED = ("withdrawn", "erased")


class ChangesView(View):
    description = "Everything that became public, in order. Ask again from the checkpoint; nothing is ever missed."
    parameters_class = ChangesParameters

    def response_schema(self) -> dict:
        more = {"next": NEXT, "checkpoint": STRING, "complete_until": NEXT, "caught_up": {"type": "boolean"}}
        return schemas.listed(CHANGE, **more)

    def get(self, request) -> HttpResponse:
        since = self.values.get("since", 0)
        page = feed.feed(latest() if since is None else since, self.values.get("page_size", MOST_ON_A_PAGE))
        if not page.rows and page.complete_until is None:
            parameters.raise_invalid([parameters.fault("since", "ahead", _("No such checkpoint has been given out."))])
        more = page.complete_until is None
        next_url = self.next_url(since=page.checkpoint) if more else None
        content = {
            "results": [self.row(change) for change in self.wanted(page.rows)],
            "next": next_url,
            "checkpoint": str(page.checkpoint),
            "complete_until": None if more else utc(page.complete_until),
            "caught_up": page.caught_up,
        }
        response = self.answer(content, links=next_links(next_url))
        response["Cache-Control"] = "no-cache"
        return response

    def wanted(self, changes: list[Change]) -> list[Change]:
        kinds, languages = self.values.get("type"), self.values.get("language")
        found = [
            change
            for change in changes
            if (not kinds or change.edition.kind in kinds) and (not languages or change.edition.language in languages)
        ]
        if self.values.get("compact"):
            # The later one takes the place of the earlier, and its number.
            last = {(change.edition.uid, change.edition.language): change for change in found}
            found = sorted(last.values(), key=lambda change: change.seq)
        if "country" not in self.values:
            return found
        having = Having("country", self.values["country"], records=True)
        involved = reading.having_facet({change.edition.uid for change in found}, having, self.at)
        return [change for change in found if change.edition.uid in involved]

    def row(self, change: Change) -> dict:
        """Nothing of the words: of what has been withdrawn since, they are not public any more."""
        edition = change.edition
        return {
            "seq": change.seq,
            "at": utc(change.at),
            "action": edition.action,
            "type": edition.kind,
            "id": edition.uid,
            "language": edition.language,
            "edition": edition.number,
            "url": self.url(api_path(edition.kind, edition.uid)),
            "reason": edition.note or None if edition.action in REASONED else None,
        }


def latest() -> int:
    return Head.objects.values_list("last_seq", flat=True).get()
