"""The vocabularies, and what is told at every other address."""

from django.http import Http404, HttpResponse

from newsroom.public.addresses import API
from newsroom.public.api import schemas
from newsroom.public.api.views.base import View
from newsroom.public.api.vocabularies import NAMES, vocabulary
from relations.values.languages import LANGUAGES

STRING = {"type": "string"}


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


class Nothing(View):
    """Every other address under the API, so that strangers to it are told in its own words."""

    schema = None

    def initial(self, request, *args, **kwargs):
        raise Http404
