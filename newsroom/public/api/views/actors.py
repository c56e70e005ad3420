"""The posts of a person, as held on a day."""

import datetime as dt

from django.http import HttpResponse

from newsroom.public import reading
from newsroom.public.api import schemas
from newsroom.public.api.filtersets import OfficeParameters
from newsroom.public.api.views.base import View, not_readable
from newsroom.public.dossier.people import coverage_of
from newsroom.public.resolve import resolve
from relations.values.fuzzy import FuzzyDate
from relations.values.intervals import Coverage

STRING = {"type": "string"}


class ActorPosts(View):
    description = "The posts of a person, all or those held on a day as far as sources tell."
    parameters_class = OfficeParameters

    def response_schema(self) -> dict:
        return schemas.listed(schemas.ref("PostOnDay"), actor=STRING, language=STRING, on={"type": ["string", "null"]})

    def get(self, request, uid: str) -> HttpResponse:
        row = reading.get("actor", uid, self.preference(), self.at)
        if row is None:
            raise not_readable(self, "actor", uid)
        self.deliver(row)
        found = resolve([row], self.at, origin=self.origin)
        on = self.values.get("on")
        content = {
            "actor": found.items[0]["url"],
            "language": row.language,
            "on": on.isoformat() if on else None,
            "results": held(found.items[0]["posts"], on),
        }
        return self.answer(content, languages=[row.language], changes_at=found.changes_at)


def held(posts: list[dict], on: dt.date | None) -> list[dict]:
    """All posts; or those held on a day as far as sources tell, under the title of that day."""
    if on is None:
        return [{**post, "coverage": None} for post in posts]
    known = [(post, coverage_of(post, on)) for post in posts]
    return [
        {**post, "title": title_on(post, on), "coverage": str(coverage)}
        for post, coverage in known
        if coverage != Coverage.UNKNOWN
    ]


def title_on(post: dict, on: dt.date) -> str:
    """The title valid that day; a title without a period stands for every day that none covers."""
    dated = [one for one in post["titles"] if one["valid"] and FuzzyDate.parse(one["valid"]["edtf"]).contains(on)]
    undated = [one for one in post["titles"] if not one["valid"]]
    return next((one["title"] for one in [*dated, *undated]), post["title"])
