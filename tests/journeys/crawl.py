"""
Reads everything there is to read, as an anonymous client that follows links; answers in JSON.

It runs in a process of its own, with other settings than the test run: python -m tests.journeys.crawl
"""

import json
import os
import re
import sys
from collections import Counter
from hashlib import sha256

import django
from django.conf import settings
from django.test import Client
from django.urls import Resolver404, get_resolver, resolve
from django.utils import translation

from tests.conftest import lighten

STARTS = (
    "/en/",
    "/fr/",
    "/ar/",
    "/az/",
    "/api/v1/",
    "/api/v1/search?q=Baku",
    "/api/v1/problems/not-found",
    "/.well-known/api-catalog",
    "/",
    "/healthz",
    "/readyz",
    "/robots.txt",
)
LINK = re.compile(
    r'(?:href|src|content|action)="(?:http://localhost)?(/(?!/)[^"#]*)|(?:"|<loc>|Sitemap: )http://localhost(/[^"<#\n]*)'
)
HEADERS = {"host": "localhost", "x-request-id": "the-same-for-all"}
# What strangers are not given, a partner is.
# But for the audit, which grows with each reading.
KEYED = re.compile(r"/api/v1/(snapshots|me$|webhooks)")
WITH_KEY = {"authorization": f"Bearer {os.environ.get('PARTNER_KEY', '')}"}
# A dossier answers under its pair and, to who has it from elsewhere, under its id.
DOSSIER = re.compile(r'"id":"(\w{26})","type":"dossier",[^{}]*?"url":"http://localhost')
NO_WEBHOOK = "00000000-0000-4000-8000-000000000000"
MORE = {
    "api:dossier": ["timeline", "visits", "agreements", "trade", "forums", "editions"],
    "api:actors-detail": ["posts", "editions"],
    "api:me": ["usage.csv"],
    # None that there is: what answers is the same to all.
    "api:webhooks": [f"{NO_WEBHOOK}{rest}" for rest in ("", "/deliveries", "/redeliver", "/rotate", "/ping")],
    "api:webhook": ["deliveries/msg_1_00000000/redeliver"],
}
# Enough to meet every shape of an answer, without walking each filter of each list.
PER_SHAPE = 4
# What differs from one moment to the next, on one side as on the other.
FLEETING = re.compile(
    rb'"(?:remaining|resets_in|times)":\d+|cursor=[\w:.%-]+|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)'
)


def walk(starts):
    """(address, match, response, body) of all that was given and a few of each shape among what links lead to."""
    seen, shapes, queue = set(), Counter(), list(starts)
    for address in queue:
        match = resolved(address)
        shape = match and (match.route, match.kwargs.get("form"), "?" in address)
        if address in seen or match is None or (shapes[shape] >= PER_SHAPE and address not in starts):
            continue
        seen.add(address)
        shapes[shape] += 1
        response = Client().get(address, headers=HEADERS | (WITH_KEY if KEYED.match(address) else {}))
        body = b"".join(response) if response.streaming else response.content
        queue.extend([*links_of(response, body.decode(errors="replace")), *unlinked(address, match)])
        yield address, match, response, body


def links_of(response, text: str) -> list[str]:
    links = [(first or second).replace("&amp;", "&") for first, second in LINK.findall(text)]
    dossiers = [f"/api/v1/dossiers/{uid}/editions" for uid in DOSSIER.findall(text)]
    return [*links, *dossiers, *filter(None, [response.headers.get("Location")])]


def crawl() -> dict:
    """Status and digest by address, the routes that exist and were seen, and what of the write side got loaded."""
    answers, names = {}, set()
    for address, match, response, body in walk(STARTS):
        names.add(match.view_name)
        digest = sha256(FLEETING.sub(b"", body)).hexdigest()
        answers[FLEETING.sub(b"", address.encode()).decode()] = (response.status_code, digest)
    return {
        "answers": answers,
        "routes": sorted(named_routes(get_resolver())),
        "seen": sorted(names),
        "loaded": sorted(filter(writes, sys.modules)),
    }


def named_routes(resolver, space: str = ""):
    for entry in resolver.url_patterns:
        if hasattr(entry, "url_patterns"):
            yield from named_routes(entry, f"{entry.namespace}:" if entry.namespace else space)
        elif entry.name:
            yield space + entry.name


def unlinked(address: str, match) -> list[str]:
    """What the documentation tells partners to add to an address."""
    parts = MORE.get(match.view_name, ["editions"] if match.view_name.endswith("-detail") else [])
    path = address.partition("?")[0]
    below = [f"{path}/{part}" for part in parts if match.view_name.startswith("api:")]
    return [*below, *(f"{path}.{form.suffix}" for form in other_forms(match))]


def other_forms(match) -> list:
    view_class = getattr(match.func, "view_class", None)
    if match.kwargs.get("form") or not hasattr(view_class, "written"):
        return []
    view = view_class(**match.func.view_initkwargs)
    view.setup(None, **match.kwargs)
    return [form for form in view.forms() if form.write]


def resolved(address: str):
    path = address.partition("?")[0]
    with translation.override(translation.get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return resolve(path)
        except Resolver404:
            return None


def writes(module: str) -> bool:
    rooms = ("newsroom.desk", "relations.models", "modeltranslation", "reversion", "django_prose_editor")
    return module.startswith(rooms)


if __name__ == "__main__":
    lighten()
    django.setup()
    print(json.dumps(crawl()))  # noqa: T201 - this is its answer
