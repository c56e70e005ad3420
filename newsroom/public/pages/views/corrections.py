"""What was corrected in a language, the latest first."""

from django.http import HttpResponse
from django.utils.http import urlencode
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.addresses import PLURALS
from newsroom.public.api import cursors
from newsroom.public.api.fields import TextField
from newsroom.public.api.filters import Parameter
from newsroom.public.pages.asking import read
from newsroom.public.pages.lately import notes
from newsroom.public.pages.sections import about_path
from newsroom.public.pages.showing import page, show
from relations.values.languages import LANGUAGES

PARAMETERS = {"cursor": Parameter(TextField(1_000), "Where the page starts: taken from the link of the page before.")}
SIZE = 30


@page
def corrections(request) -> HttpResponse:
    at, language = reading.moment(), get_language()
    values = read(request.GET, PARAMETERS)
    belongs_to = cursors.digest("corrections", language)
    after = cursors.load(values["cursor"], belongs_to) if "cursor" in values else None
    found, older = reading.corrections(language, at, after=after, size=SIZE)
    context = {
        "kind": "corrections",
        "url": f"/{language}/corrections",
        "policy": about_path("corrections", language),
        "notes": notes(found),
        "older": urlencode({"cursor": cursors.dump(older, belongs_to)}) if older else "",
        "is_first": after is None,
    }
    paths = {code: f"/{code}/corrections" for code in LANGUAGES}
    changes_at = reading.cards((), at, kinds=PLURALS).changes_at
    return show(request, "public/corrections.html", context, paths=paths, at=at, changes_at=changes_at)
