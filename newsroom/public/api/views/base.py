"""What all views of the API have in common."""

from urllib.parse import quote, urlencode

from django.utils import timezone
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from newsroom.public import reading
from newsroom.public.addresses import api_path
from newsroom.public.api import answers, deprecation, languages, parameters
from newsroom.public.api.fields import UID
from newsroom.public.api.problems import Problem
from newsroom.public.reading import Moment, Preference
from newsroom.public.resolve import utc
from relations.values.languages import LANGUAGES


class View(APIView):
    """Read only, for everybody. Only what is needed for that is done: no authentication, permissions or parsers."""

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    parser_classes = ()
    renderer_classes = (JSONRenderer,)
    http_method_names = ("get", "head")
    # No formats by suffix yet.
    format_kwarg = None
    # The parameters understood, as a FilterSet.
    parameters_class = None
    # For the OpenAPI document, which `ViewSchema` describes.
    description = ""
    kind = ""
    required_parameters = ()
    # A Deprecation, for what is on its way out.
    deprecated = None
    path_parameters = {
        "uid": ({"type": "string", "pattern": f"^{UID}$"}, "The record's id."),
        "pair": ({"type": "string", "pattern": "^[A-Z]{3}-[A-Z]{3}$"}, "Two alpha-3 codes in order: AZE-DZA."),
        "language": ({"type": "string", "enum": list(LANGUAGES)}, "A language."),
        "number": ({"type": "integer", "minimum": 1, "maximum": 999_999_999}, "The number of an edition."),
    }

    def response_schema(self) -> dict:
        return {"type": "object"}

    def initialize_request(self, request, *args, **kwargs) -> Request:
        """Once read, the parameters and the moment asked about stay the same for the whole request."""
        return Request(request, parsers=(), authenticators=(), negotiator=self.get_content_negotiator())

    def initial(self, request, *args, **kwargs):
        if request.method.lower() not in self.http_method_names:
            raise MethodNotAllowed(request.method)
        request.accepted_renderer, request.accepted_media_type = self.perform_content_negotiation(request)
        known = self.parameters_class.base_filters if self.parameters_class else {}
        self.values = parameters.read(request._request.GET, known)
        now = timezone.now()
        self.at = Moment(self.values.get("as_of", now), now)
        self.origin = answers.origin(request)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        deprecation.mark(response, self.deprecations())
        return response

    def deprecations(self):
        """Of the address, and of those parameters that were used."""
        if self.deprecated:
            yield self.deprecated
        known = self.parameters_class.base_filters if self.parameters_class else {}
        given = (known[name] for name in self.request._request.GET if name in known)
        yield from (one.deprecated for one in given if one.deprecated)

    def preference(self) -> Preference:
        return languages.preference(self.values.get("lang"), self.request.headers.get("Accept-Language", ""))

    def answer(self, content: dict | bytes, **options):
        return answers.answer(self.request, content, now=self.at.now, **options)

    def url(self, path: str) -> str:
        return f"{self.origin}{path}"

    def next_url(self, **changed) -> str:
        query = urlencode(self.request.GET.dict() | changed, safe=",:*", quote_via=quote)
        return self.url(f"{self.request.path}?{query}")


def not_readable(view: View, kind: str, uid: str) -> Problem:
    """Why a record cannot be read: withdrawn, in other languages only, or nothing that strangers may know of."""
    if reading.status(uid, view.at, kind=kind).state == "live":
        return Problem("language-unavailable", available=_available(view, uid))
    return gone_or_absent(view, kind, uid)


def gone_or_absent(view: View, kind: str, uid: str, language: str = "") -> Problem:
    """Of a part that is not there, in one language where one is given."""
    for status in (reading.status(uid, view.at, kind=kind, language=code) for code in {language, ""}):
        if status.state == "withdrawn":
            return withdrawn(view, status)
    return Problem("not-found")


def _available(view: View, uid: str) -> list[dict]:
    url = view.url(view.request.path)
    return [{"language": code, "url": f"{url}?lang={code}"} for code in reading.translations(uid, view.at)]


def withdrawn(view: View, status: reading.Status) -> Problem:
    return Problem(
        "withdrawn",
        status.reason,
        withdrawn_at=utc(status.at),
        reason=status.reason,
        replaced_by=_replacement(view, status.replaced_by),
    )


def _replacement(view: View, uid: str) -> str | None:
    """Only while it is public itself."""
    row = reading.cards({uid}).best(uid, "") if uid else None
    return view.url(api_path(row.kind, row.uid)) if row else None
