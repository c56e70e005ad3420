from django.urls import path, re_path, register_converter

from newsroom.public.addresses import PLURALS
from newsroom.public.api.fields import UID
from newsroom.public.api.filtersets import FILTERS
from newsroom.public.api.views.actors import ActorPosts
from newsroom.public.api.views.changes import ChangesView
from newsroom.public.api.views.discovery import Changelog, OpenApi, ServiceDocument
from newsroom.public.api.views.dossiers import PARTS, DossierEdition, DossierEditions, DossierPart, DossierView
from newsroom.public.api.views.records import RecordDetail, RecordEdition, RecordEditions, RecordList
from newsroom.public.api.views.search import SearchView
from newsroom.public.api.views.service import Nothing, Vocabularies, Vocabulary
from newsroom.public.api.views.texts import ProblemType, Reference
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


# Names are shared by the whole project, hence the prefix.
for converter in (Uid, Pair, ProperPair, Language, Number, Part, Name):
    register_converter(converter, f"api_{converter.__name__.lower()}")


def records(kind: str, plural: str) -> list:
    """The addresses that every kind has. A single dossier has its own view."""
    detail = path(f"{plural}/<api_uid:uid>", RecordDetail.as_view(kind=kind), name=f"{plural}-detail")
    # What a dossier is documented by is its pair.
    told = {"schema": None} if kind == "dossier" else {}
    return [
        path(plural, RecordList.as_view(kind=kind, parameters_class=FILTERS[kind]), name=f"{plural}-list"),
        *([] if kind == "dossier" else [detail]),
        path(f"{plural}/<api_uid:uid>/editions", RecordEditions.as_view(kind=kind, **told), name=f"{plural}-editions"),
        path(
            f"{plural}/<api_uid:uid>/editions/<api_language:language>/<api_number:number>",
            RecordEdition.as_view(kind=kind, **told),
            name=f"{plural}-edition",
        ),
    ]


urlpatterns = [
    # Documented without the slash that the address of everything else begins with.
    path("", ServiceDocument.as_view(schema=None), name="service"),
    path("dossiers/<api_pair:pair>", DossierView.as_view(), name="dossier"),
    path("dossiers/<api_properpair:pair>/editions", DossierEditions.as_view(), name="dossier-editions"),
    path(
        "dossiers/<api_properpair:pair>/editions/<api_language:language>/<api_number:number>",
        DossierEdition.as_view(),
        name="dossier-edition",
    ),
    path("dossiers/<api_pair:pair>/<api_part:part>", DossierPart.as_view(), name="dossier-part"),
    *(one for kind, plural in PLURALS.items() for one in records(kind, plural)),
    path("actors/<api_uid:uid>/posts", ActorPosts.as_view(), name="actor-posts"),
    path("search", SearchView.as_view(), name="search"),
    path("changes", ChangesView.as_view(), name="changes"),
    path("vocabularies", Vocabularies.as_view(), name="vocabularies"),
    path("vocabularies/<api_name:name>", Vocabulary.as_view(), name="vocabulary"),
    path("problems/<api_name:code>", ProblemType.as_view(), name="problem"),
    path("openapi.json", OpenApi.as_view(), name="openapi"),
    path("reference", Reference.as_view(), name="reference"),
    path("changelog.atom", Changelog.as_view(), name="changelog"),
    re_path(r"", Nothing.as_view()),
]
