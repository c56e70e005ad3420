"""How programs and people find what there is: the service document, the catalogue, the document, the change log."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string

from newsroom.public.addresses import API, PLURALS
from newsroom.public.api import changelog, outgoing, schemas
from newsroom.public.api.answers import link
from newsroom.public.api.describing import GUIDE
from newsroom.public.api.views.base import View

CATALOG = "/.well-known/api-catalog"
DOCUMENT, REFERENCE, CHANGELOG = (f"{API}/{name}" for name in ("openapi.json", "reference", "changelog.atom"))
HTML, JSON, ATOM = "text/html", "application/json", "application/atom+xml"
# What there is beside the kinds of records.
BESIDE = (
    *("search", "changes", "snapshots", "me", "me/usage", "webhooks", "vocabularies"),
    *("openapi.json", "webhooks.openapi.json", "reference", "changelog.atom"),
)
# What tells of the API: relation, path, type.
TOLD = (
    ("service-desc", DOCUMENT, JSON),
    ("service-doc", REFERENCE, HTML),
    ("service-doc", GUIDE, HTML),
    ("service-meta", CHANGELOG, ATOM),
    ("status", "/healthz", "text/plain"),
)


class ServiceDocument(View):
    description = "What there is here."

    def response_schema(self) -> dict:
        return schemas.holding(links={"type": "object", "additionalProperties": schemas.ADDRESS})

    def get(self, request) -> HttpResponse:
        names = [*PLURALS.values(), *BESIDE]
        links = {name.removesuffix(".json").removesuffix(".atom"): self.url(f"{API}/{name}") for name in names}
        told = [link(self.url(path), relation, type=kind) for relation, path, kind in TOLD]
        return self.answer({"links": links | {"guide": self.url(GUIDE)}}, links=[*told, catalog_link(self)])


class ApiCatalog(View):
    """RFC 9727: a set of links (RFC 9264), found without knowing anything of the API."""

    schema = None

    def get(self, request) -> HttpResponse:
        links: dict[str, list] = {}
        for relation, path, kind in TOLD:
            links.setdefault(relation, []).append({"href": self.url(path), "type": kind})
        content = {"linkset": [{"anchor": self.url(API), **links}]}
        media_type = 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"'
        return self.answer(content, links=[catalog_link(self)], content_type=media_type)


class Changelog(View):
    schema = None

    def get(self, request) -> HttpResponse:
        told = {"origin": self.origin, "entries": changelog.entries(), "holder": settings.RIGHTS_HOLDER}
        feed = render_to_string("public/api/changelog.atom", told)
        return self.answer(feed.encode(), languages=["en"], content_type=f"{ATOM}; charset=utf-8")


class OpenApi(View):
    schema = None

    def get(self, request) -> HttpResponse:
        # What makes the document takes memory that a worker need not hold until somebody asks for it.
        from newsroom.public.api import openapi  # noqa: PLC0415 - as said

        return self.answer(openapi.document(self.origin))


def catalog_link(view: View) -> str:
    return link(view.url(CATALOG), "api-catalog", type="application/linkset+json")


class WebhooksOpenApi(View):
    """Beside the other document, for there are generators of clients that stumble over it there."""

    schema = None

    def get(self, request) -> HttpResponse:
        return self.answer(outgoing.document())
