"""What all views of the API have in common."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from rest_framework.exceptions import MethodNotAllowed
from rest_framework.request import Request
from rest_framework.views import APIView

from newsroom.partners import auditing
from newsroom.partners.access import Access
from newsroom.partners.auditing import Sent
from newsroom.partners.tiers import READ
from newsroom.public import reading
from newsroom.public.addresses import api_path
from newsroom.public.api import answers, deprecation, languages, parameters, shape
from newsroom.public.api.admission import admit
from newsroom.public.api.fields import UID
from newsroom.public.api.formats.choosing import choose
from newsroom.public.api.formats.forms import JSON, Form
from newsroom.public.api.problems import Problem, add_headers
from newsroom.public.reading import Moment, Preference
from newsroom.public.resolve import utc
from relations.values.languages import LANGUAGES

# Compiled from what is public alone.
NEVER_EARLY = {"dossier"}


class Operation(NamedTuple):
    """`response` is None where there is no body; `members` are those that the body of the request may have."""

    description: str
    status: int
    response: dict | None
    members: Mapping = MappingProxyType({})


class View(APIView):
    """
    Read only, for everybody or for keys of a scope. Only what is needed for that is done: keys are no accounts, so
    nothing of authentication, permissions or parsers.
    """

    authentication_classes = ()
    permission_classes = ()
    throttle_classes = ()
    parser_classes = ()
    http_method_names = ("get", "head")
    # Whole answers to keys.
    caching = "private, no-cache"
    admission = None
    # What the key must have; strangers read.
    scope = READ
    # Whether it can mark what is not public yet; search, dossiers and the change feed never show such.
    shows_embargoed = False
    # The parameters understood, as a FilterSet.
    parameters_class = None
    # For the OpenAPI document, which `ViewSchema` describes.
    description = ""
    kind = ""
    is_list = False
    required_parameters = ()
    # A Deprecation, for what is on its way out.
    deprecated = None
    path_parameters = {
        "uid": ({"type": "string", "pattern": f"^{UID}$"}, "The record's id."),
        "pair": ({"type": "string", "pattern": "^[A-Z]{3}-[A-Z]{3}$"}, "Two alpha-3 codes in order: AZE-DZA."),
        "language": ({"type": "string", "enum": list(LANGUAGES)}, "A language."),
        "number": ({"type": "integer", "minimum": 1, "maximum": 999_999_999}, "The number of an edition."),
    }

    # Formats are chosen by `choose`, not by renderers.
    renderer_classes = ()
    format_kwarg = None

    def forms(self) -> tuple[Form, ...]:
        """The formats that there are."""
        return (JSON,)

    def response_schema(self) -> dict:
        return {"type": "object"}

    def field_names(self) -> Iterable[str]:
        """What `fields` may name."""
        return shape.FIELDS.get(self.kind, ())

    def operation(self, method: str) -> Operation:
        """What the OpenAPI document says of a method."""
        return Operation(self.description, 200, self.response_schema())

    def initialize_request(self, request, *args, **kwargs) -> Request:
        """Once read, the parameters and the moment asked about stay the same for the whole request."""
        return Request(request, parsers=(), authenticators=(), negotiator=self.get_content_negotiator())

    def initial(self, request, *args, **kwargs):
        if request.method.lower() not in self.http_method_names:
            raise MethodNotAllowed(request.method)
        self.perform_content_negotiation(request)
        self.sent = []
        self.admission = admit(request, self.scope)
        known = self.parameters_class.base_filters if self.parameters_class else {}
        self.values = parameters.read(request._request.GET, known)
        self.check_page_size()
        now = timezone.now()
        self.at = Moment(self.values.get("as_of", now), now, self.reads_in_advance())
        self.origin = answers.origin(request)

    def perform_content_negotiation(self, request, force=False):
        # Taken away, since no handler needs it.
        self.suffix = self.kwargs.pop("form", "")
        self.form = choose(request._request, self.forms(), self.suffix)

    def reads_in_advance(self) -> bool:
        """Whether this partner, this kind and this format may have what is not public yet."""
        shown = self.shows_embargoed and self.kind not in NEVER_EARLY
        return shown and self.form.marks_embargoed and self.access.sees_embargoed

    @property
    def access(self) -> Access:
        return self.admission.access

    def check_page_size(self) -> None:
        if self.values.get("page_size", 0) > self.access.page_size:
            text = _("At most %(most)d for you.") % {"most": self.access.page_size}
            parameters.raise_invalid([parameters.fault("page_size", "number", text)])

    def deliver(self, *rows: reading.Row) -> None:
        """Notes which editions go out, for the audit of who reads with a key."""
        self.sent += [Sent(row.kind, row.uid, row.language, row.number) for row in rows]

    def finalize_response(self, request, response, *args, **kwargs):
        """What depends on who asks, and what is on its way out. Nobody pays for what they have."""
        deprecation.mark(response, self.deprecations())
        if self.admission is None:
            return response
        if response.status_code == HTTPStatus.NOT_MODIFIED:
            self.admission = self.admission.refunded()
        add_headers(response, self.admission.headers())
        patch_vary_headers(response, ["Authorization"])
        if self.access.key:
            self.keep_private(response)
        return response

    def keep_private(self, response) -> None:
        if response.status_code < HTTPStatus.BAD_REQUEST:
            response["Cache-Control"] = self.caching
        delivered = self.sent if response.status_code == HTTPStatus.OK and self.request.method == "GET" else ()
        auditing.record_use(self.access.key, delivered, timezone.now())

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
    if available := _available(view, kind, uid):
        return Problem("language-unavailable", available=available)
    return gone_or_absent(view, kind, uid)


def gone_or_absent(view: View, kind: str, uid: str, language: str = "") -> Problem:
    """Of a part that is not there, in one language where one is given."""
    for status in (reading.status(uid, view.at, kind=kind, language=code) for code in {language, ""}):
        if status.state == "withdrawn":
            return withdrawn(view, status)
    return Problem("not-found")


def _available(view: View, kind: str, uid: str) -> list[dict]:
    url = view.url(view.request.path)
    return [{"language": code, "url": f"{url}?lang={code}"} for code in reading.translations(uid, view.at, kind=kind)]


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
