"""The guide for who builds on the API. It is written in English; its code runs as it stands."""

from django.http import HttpResponse
from django.template.loader import render_to_string

from newsroom.public import reading
from newsroom.public.api import changelog
from newsroom.public.api.answers import origin
from newsroom.public.api.explanations import EXPLANATIONS
from newsroom.public.api.problems import TITLES, page_of
from newsroom.public.pages.showing import page, show
from relations.values.languages import LANGUAGES

SAMPLES = {
    "conditional": "conditional.py",
    "sync": "sync.py",
    "webhook": "webhook.py",
    "webhook_js": "webhook.mjs",
}


@page
def partners(request) -> HttpResponse:
    context = {
        "kind": "about",
        "samples": {name: sample(file, origin(request)) for name, file in SAMPLES.items()},
        "problems": [{"code": code, "url": page_of(code), "title": TITLES[code][1]} for code in EXPLANATIONS],
        "changes": changelog.entries(),
    }
    paths = {code: f"/{code}/partners" for code in LANGUAGES}
    return show(request, "public/partners/guide.html", context, paths=paths, at=reading.moment())


def sample(file: str, at: str) -> str:
    """Code, with the address of this very site in it."""
    return render_to_string(f"public/partners/samples/{file}", {"origin": at}).strip()
