"""What there is: the service document, the vocabularies, the problems."""

from django.http import Http404, HttpResponse

from newsroom.public.addresses import API, PLURALS
from newsroom.public.api import outgoing
from newsroom.public.api.problems import TITLES
from newsroom.public.api.views.base import View
from newsroom.public.api.vocabularies import NAMES, vocabulary


class ServiceDocument(View):
    description = "What there is here."

    def get(self, request) -> HttpResponse:
        names = [*PLURALS.values(), "search", "changes", "vocabularies", "openapi.json", "webhooks.openapi.json"]
        return self.answer({"links": {name.removesuffix(".json"): self.url(f"{API}/{name}") for name in names}})


class Vocabularies(View):
    description = "The closed lists of codes."

    def get(self, request) -> HttpResponse:
        links = [{"name": name, "url": self.url(f"{API}/vocabularies/{name}")} for name in sorted(NAMES)]
        return self.answer({"results": links})


class Vocabulary(View):
    description = "Codes with their labels in every language. Expect codes that are not in it yet."
    path_parameters = {"name": ({"type": "string", "enum": sorted(NAMES)}, "The name of a vocabulary.")}

    def get(self, request, name: str) -> HttpResponse:
        if name not in NAMES:
            raise Http404
        return self.answer({"name": name, "values": vocabulary(name)})


class ProblemType(View):
    description = "What the type of a problem stands for."
    path_parameters = {"code": ({"type": "string", "enum": sorted(TITLES)}, "The code of a problem.")}

    def get(self, request, code: str) -> HttpResponse:
        if code not in TITLES:
            raise Http404
        status, title = TITLES[code]
        return self.answer({"type": f"{API}/problems/{code}", "status": status, "title": str(title)})


class OpenApi(View):
    schema = None

    def get(self, request) -> HttpResponse:
        # What makes the document takes memory that a worker need not hold until somebody asks for it.
        from newsroom.public.api import openapi  # noqa: PLC0415 - as said

        return self.answer(openapi.document())


class WebhooksOpenApi(View):
    """Beside the other document, for there are generators of clients that stumble over it there."""

    schema = None

    def get(self, request) -> HttpResponse:
        return self.answer(outgoing.document())


class Nothing(View):
    """Every other address under the API, so that strangers to it are told in its own words."""

    schema = None

    def initial(self, request, *args, **kwargs):
        raise Http404
