"""What there is: the service document, the vocabularies, the problems."""

from django.http import Http404, HttpResponse

from newsroom.public.addresses import API, PLURALS
from newsroom.public.api import schemas
from newsroom.public.api.views.base import View
from newsroom.public.api.vocabularies import NAMES, vocabulary
from relations.values.languages import LANGUAGES

STRING = {"type": "string"}


class ServiceDocument(View):
    description = "What there is here."

    def response_schema(self) -> dict:
        return schemas.holding(links={"type": "object", "additionalProperties": schemas.ADDRESS})

    def get(self, request) -> HttpResponse:
        names = [*PLURALS.values(), "search", "changes", "vocabularies", "openapi.json"]
        return self.answer({"links": {name.removesuffix(".json"): self.url(f"{API}/{name}") for name in names}})


class Vocabularies(View):
    description = "The closed lists of codes."

    def response_schema(self) -> dict:
        return schemas.listed(schemas.holding(name=STRING, url=schemas.ADDRESS))

    def get(self, request) -> HttpResponse:
        links = [{"name": name, "url": self.url(f"{API}/vocabularies/{name}")} for name in sorted(NAMES)]
        return self.answer({"results": links})


class Vocabulary(View):
    description = "Codes with their labels in every language. Expect codes that are not in it yet."
    path_parameters = {"name": ({"type": "string", "enum": sorted(NAMES)}, "The name of a vocabulary.")}

    def response_schema(self) -> dict:
        labels = schemas.holding(**dict.fromkeys(LANGUAGES, STRING))
        return schemas.holding(
            name=STRING, values={"type": "array", "items": schemas.holding(code=STRING, labels=labels)}
        )

    def get(self, request, name: str) -> HttpResponse:
        if name not in NAMES:
            raise Http404
        return self.answer({"name": name, "values": vocabulary(name)})


class OpenApi(View):
    schema = None

    def get(self, request) -> HttpResponse:
        # What makes the document takes memory that a worker need not hold until somebody asks for it.
        from newsroom.public.api import openapi  # noqa: PLC0415 - as said

        return self.answer(openapi.document(self.origin))


class Nothing(View):
    """Every other address under the API, so that strangers to it are told in its own words."""

    schema = None

    def initial(self, request, *args, **kwargs):
        raise Http404
