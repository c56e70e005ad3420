"""Every component of the site on one page, in both directions and both schemes, for those who design it."""

import datetime as dt
import re

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import override

from newsroom.public import reading
from newsroom.public.addresses import list_path
from newsroom.public.pages import months
from newsroom.public.pages.months import Month, diary_path
from newsroom.public.pages.samples import WORDS, Samples
from newsroom.public.pages.showing import page, show
from relations.values.languages import LANGUAGES, direction

# One language for each direction.
SHOWN_IN = ("en", "ar")
TOKENS = ("paper", "surface", "ink", "soft", "line", "accent", "accent-soft", "warn", "warn-soft", "mark")
MONTH = Month(2025, 11)
TODAY = dt.date(2025, 11, 12)
# What ties elements of a page together; no page may have the same twice.
TIES = re.compile(r'\b(id|aria-labelledby|href)="(#?)(?=[a-z])(?!https?:)([^"/]*)"')


@page
def components(request) -> HttpResponse:
    shown = {language: of_language(language) for language in SHOWN_IN}
    samples = [(name, [sample(language, shown[language][name]) for language in SHOWN_IN]) for name in shown["en"]]
    context = {
        "kind": "about",
        "tokens": TOKENS,
        "schemes": ("light", "dark"),
        "type": type_scale(),
        "samples": samples,
    }
    paths = {code: f"/{code}/about/components" for code in LANGUAGES}
    return show(request, "public/about/components.html", context, paths=paths, at=reading.moment())


def type_scale() -> list[tuple[dict, dict]]:
    return [({"code": language, "dir": direction(language)}, WORDS[language]) for language in SHOWN_IN]


def of_language(language: str) -> dict[str, SafeString]:
    with override(language):
        found = contexts(Samples(language), language)
        return {name: apart(render_to_string(f"components/{name}.html", found[name]), language) for name in found}


def sample(language: str, html: SafeString) -> dict:
    return {"language": language, "dir": direction(language), "html": html}


def apart(html: str, language: str) -> SafeString:
    return SafeString(TIES.sub(rf'\1="\2{language}-\3"', html))


def contexts(samples: Samples, language: str) -> dict[str, dict]:
    """By component, what it is shown with."""
    facts = {"claims": samples.claims, "disputes": [samples.dispute], "quotes": samples.quotes}
    url = list_path("article", language)
    return {
        "articles": {"articles": samples.articles},
        "live_dossiers": {"dossiers": samples.dossiers},
        "dossiers": {"dossiers": samples.dossiers[:1]},
        "events": {"events": samples.events},
        "event_cards": {"events": samples.events[:2]},
        "month": month(samples, language),
        "agreements": {"agreements": samples.agreements},
        "agreement_cards": {"agreements": samples.agreements},
        "participant": {"one": samples.participant},
        "names": {"items": samples.names},
        "corrections": {"corrections": samples.notes},
        "correction_notes": {"notes": samples.notes},
        "facts": {"item": facts},
        "sources": {"sources": samples.sources},
        "picture": {"picture": picture(samples)},
        "narrowing": narrowing(samples, url),
        "pager": {"url": url, "is_first": False, "older": "kind=report"},
    }


def month(samples: Samples, language: str) -> dict:
    days = months.placed(samples.events, MONTH).days
    around = [(rel, MONTH.beside(step)) for rel, step in (("prev", -1), ("next", 1))]
    beside = [(rel, {"url": diary_path(language, other), "name": str(other)}) for rel, other in around]
    return {**months.grid(MONTH, language, TODAY, days), "beside": beside}


def picture(samples: Samples) -> dict:
    words = {"alt": "", "caption": samples.words["standfirst"], "credit": samples.words["agency"]}
    return {"url": static("site/icon.svg"), "width": 64, "height": 64, **words}


def narrowing(samples: Samples, url: str) -> dict:
    options = [
        (card["id"], card["label"]) for card in (samples.card("actor", one) for one in ("algeria", "azerbaijan"))
    ]
    chosen = {"name": samples.words["pair"], "words": samples.words["algeria"], "without": ""}
    fields = [
        {"name": "country", "label": samples.words["pair"], "value": "algeria", "options": options},
        {"name": "year", "label": "2025", "value": "2025", "options": []},
    ]
    return {"url": url, "fields": fields, "chips": [chosen]}
