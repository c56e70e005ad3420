from django.urls import path, re_path, register_converter

from newsroom.public.addresses import PLURALS
from newsroom.public.api.fields import UID
from newsroom.public.api.filtersets import FILTERS
from newsroom.public.api.views.actors import ActorPosts
from newsroom.public.api.views.changes import ChangesView
from newsroom.public.api.views.dossiers import PARTS, DossierEdition, DossierEditions, DossierView
from newsroom.public.api.views.records import RecordDetail, RecordEdition, RecordEditions, RecordList
from newsroom.public.api.views.search import SearchView
from newsroom.public.api.views.service import (
    Nothing,
    OpenApi,
    ProblemType,
    ServiceDocument,
    Vocabularies,
    Vocabulary,
    WebhooksOpenApi,
)
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


class Webhook(Text):
    regex = ENDPOINT


class Message(Text):
    regex = MESSAGE


# Names are shared by the whole project, hence the prefix.
for converter in (Uid, Pair, ProperPair, Language, Number, Part, Name, Webhook, Message):
    register_converter(converter, f"api_{converter.__name__.lower()}")


def records(kind: str, plural: str) -> list:
    """The addresses that every kind has. A single dossier has its own view."""
    detail = path(f"{plural}/<api_uid:uid>", RecordDetail.as_view(kind=kind), name=f"{plural}-detail")
    return [
        path(plural, RecordList.as_view(kind=kind, parameters_class=FILTERS[kind]), name=f"{plural}-list"),
        *([] if kind == "dossier" else [detail]),
        path(f"{plural}/<api_uid:uid>/editions", RecordEditions.as_view(kind=kind), name=f"{plural}-editions"),
        path(
            f"{plural}/<api_uid:uid>/editions/<api_language:language>/<api_number:number>",
            RecordEdition.as_view(kind=kind),
            name=f"{plural}-edition",
        ),
    ]


urlpatterns = [
    path("", ServiceDocument.as_view(), name="service"),
    path("dossiers/<api_pair:pair>", DossierView.as_view(), name="dossier"),
    path("dossiers/<api_properpair:pair>/editions", DossierEditions.as_view(), name="dossier-editions"),
    path(
        "dossiers/<api_properpair:pair>/editions/<api_language:language>/<api_number:number>",
        DossierEdition.as_view(),
        name="dossier-edition",
    ),
    path("dossiers/<api_pair:pair>/<api_part:part>", DossierView.as_view(), name="dossier-part"),
    *(one for kind, plural in PLURALS.items() for one in records(kind, plural)),
    path("actors/<api_uid:uid>/posts", ActorPosts.as_view(), name="actor-posts"),
    path("search", SearchView.as_view(), name="search"),
    path("changes", ChangesView.as_view(), name="changes"),
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
    re_path(r"", Nothing.as_view()),
]
