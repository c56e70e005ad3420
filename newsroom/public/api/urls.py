import re

from django.urls import path, re_path, register_converter

from newsroom.public.addresses import KINDS, PLURALS
from newsroom.public.api.fields import UID
from newsroom.public.api.filtersets import FILTERS
from newsroom.public.api.formats.forms import SUFFIXES
from newsroom.public.api.views.actors import ActorPosts
from newsroom.public.api.views.changes import ChangesView
from newsroom.public.api.views.discovery import Changelog, OpenApi, ServiceDocument, WebhooksOpenApi
from newsroom.public.api.views.dossiers import PARTS, DossierEdition, DossierEditions, DossierPart, DossierView
from newsroom.public.api.views.me import Me, Usage, UsageExport
from newsroom.public.api.views.records import RecordDetail, RecordEdition, RecordEditions, RecordList
from newsroom.public.api.views.search import SearchView
from newsroom.public.api.views.service import Nothing, Vocabularies, Vocabulary
from newsroom.public.api.views.snapshots import SnapshotDetail, SnapshotFile, SnapshotList
from newsroom.public.api.views.texts import ProblemType, Reference
from newsroom.public.api.views.webhooks import (
    ENDPOINT,
    MESSAGE,
    DeliveryRedeliver,
    WebhookDeliveries,
    WebhookDetail,
    WebhookList,
    WebhookPing,
    WebhookRedeliver,
    WebhookRotate,
)
from relations.values.languages import LANGUAGES

app_name = "api"


class Text:
    """Anything else is no address, so that no view and no database meets it."""

    regex = ""

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


class Uid(Text):
    regex = UID


class Pair(Text):
    regex = rf"[A-Za-z]{{3}}-[A-Za-z]{{3}}|{UID}"


class ProperPair(Text):
    regex = "[A-Z]{3}-[A-Z]{3}"


class Language(Text):
    regex = "|".join(LANGUAGES)


class Number(Text):
    regex = "[1-9][0-9]{0,8}"


class Part(Text):
    regex = "|".join(PARTS)


class Name(Text):
    regex = "[a-z_-]{1,40}"


class Day(Text):
    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"


class Plural(Text):
    regex = "|".join(KINDS)


class Form(Text):
    """What the address of a format ends in."""

    regex = "|".join(map(re.escape, SUFFIXES))


class Webhook(Text):
    regex = ENDPOINT


class Message(Text):
    regex = MESSAGE


# Names are shared by the whole project, hence the prefix.
for converter in (Uid, Pair, ProperPair, Language, Number, Part, Name, Day, Plural, Form, Webhook, Message):
    register_converter(converter, f"api_{converter.__name__.lower()}")


def records(kind: str, plural: str) -> list:
    """The addresses that every kind has. A single dossier has its own view."""
    numbered = f"{plural}/<api_uid:uid>/editions/<api_language:language>/<api_number:number>"
    # What a dossier is documented by is its pair.
    told = {"kind": kind, **({"schema": None} if kind == "dossier" else {})}
    detail = in_every_form(f"{plural}/<api_uid:uid>", RecordDetail, f"{plural}-detail", kind=kind)
    return [
        *in_every_form(plural, RecordList, f"{plural}-list", kind=kind, parameters_class=FILTERS[kind]),
        *([] if kind == "dossier" else detail),
        path(f"{plural}/<api_uid:uid>/editions", RecordEditions.as_view(**told), name=f"{plural}-editions"),
        *in_every_form(numbered, RecordEdition, f"{plural}-edition", **told),
    ]


def in_every_form(route: str, view, name: str, **options) -> list:
    """An address, and that of each of its formats, which the OpenAPI document describes as one."""
    return [
        path(route, view.as_view(**options), name=name),
        path(f"{route}.<api_form:form>", view.as_view(**{**options, "schema": None}), name=f"{name}-form"),
    ]


urlpatterns = [
    # Documented without the slash that the address of everything else begins with.
    path("", ServiceDocument.as_view(schema=None), name="service"),
    *in_every_form("dossiers/<api_pair:pair>", DossierView, "dossier"),
    path("dossiers/<api_properpair:pair>/editions", DossierEditions.as_view(), name="dossier-editions"),
    *in_every_form(
        "dossiers/<api_properpair:pair>/editions/<api_language:language>/<api_number:number>",
        DossierEdition,
        "dossier-edition",
    ),
    *in_every_form("dossiers/<api_pair:pair>/<api_part:part>", DossierPart, "dossier-part"),
    *(one for kind, plural in PLURALS.items() for one in records(kind, plural)),
    path("actors/<api_uid:uid>/posts", ActorPosts.as_view(), name="actor-posts"),
    path("search", SearchView.as_view(), name="search"),
    path("changes", ChangesView.as_view(), name="changes"),
    path("me", Me.as_view(), name="me"),
    path("me/usage", Usage.as_view(), name="usage"),
    path("me/usage.csv", UsageExport.as_view(), name="usage-export"),
    path("snapshots", SnapshotList.as_view(), name="snapshots"),
    path("snapshots/<api_day:date>", SnapshotDetail.as_view(), name="snapshot"),
    path("snapshots/<api_day:date>/<api_plural:plural>.ndjson.gz", SnapshotFile.as_view(), name="snapshot-file"),
    path("vocabularies", Vocabularies.as_view(), name="vocabularies"),
    path("vocabularies/<api_name:name>", Vocabulary.as_view(), name="vocabulary"),
    path("problems/<api_name:code>", ProblemType.as_view(), name="problem"),
    path("webhooks", WebhookList.as_view(), name="webhooks"),
    path("webhooks/<api_webhook:webhook>", WebhookDetail.as_view(), name="webhook"),
    path("webhooks/<api_webhook:webhook>/deliveries", WebhookDeliveries.as_view(), name="webhook-deliveries"),
    path(
        "webhooks/<api_webhook:webhook>/deliveries/<api_message:delivery>/redeliver",
        DeliveryRedeliver.as_view(),
        name="delivery-redeliver",
    ),
    path("webhooks/<api_webhook:webhook>/redeliver", WebhookRedeliver.as_view(), name="webhook-redeliver"),
    path("webhooks/<api_webhook:webhook>/rotate", WebhookRotate.as_view(), name="webhook-rotate"),
    path("webhooks/<api_webhook:webhook>/ping", WebhookPing.as_view(), name="webhook-ping"),
    path("openapi.json", OpenApi.as_view(), name="openapi"),
    path("webhooks.openapi.json", WebhooksOpenApi.as_view(), name="webhooks-openapi"),
    path("reference", Reference.as_view(), name="reference"),
    path("changelog.atom", Changelog.as_view(), name="changelog"),
    re_path(r"", Nothing.as_view()),
]
