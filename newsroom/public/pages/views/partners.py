"""The guide for who builds on the API: one text in each language, the same code in all, which runs as it stands."""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

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
# By the ids of their headings, which addresses elsewhere end in.
SECTIONS = {
    "key": _("A key"),
    "languages": _("Languages"),
    "conditional": _("Conditional requests"),
    "sync": _("A copy that is complete"),
    "snapshots": _("Snapshots"),
    "webhooks": _("Webhooks"),
    "embargo": _("Embargo"),
    "rights": _("Rights"),
    "formats": _("Formats"),
    "errors": _("Errors"),
    "quotas": _("Quotas"),
    "versions": _("Versions"),
    "changes": _("Changes"),
}


@page
def partners(request) -> HttpResponse:
    language = get_language()
    context = {
        "kind": "about",
        "sections": SECTIONS,
        "samples": {name: sample(file, origin(request)) for name, file in SAMPLES.items()},
        "problems": [problem(code, language) for code in EXPLANATIONS],
        "changes": changelog.entries(),
    }
    paths = {code: f"/{code}/partners" for code in LANGUAGES}
    return show(request, f"public/partners/{language}/guide.html", context, paths=paths, at=reading.moment())


def problem(code: str, language: str) -> dict:
    """With its page in this language, whatever else the browser asks for."""
    return {"code": code, "url": f"{page_of(code)}?lang={language}", "title": TITLES[code][1]}


def sample(file: str, at: str) -> str:
    """Code, with the address of this very site in it."""
    return render_to_string(f"public/partners/samples/{file}", {"origin": at}).strip()
