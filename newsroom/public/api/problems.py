"""Every error as application/problem+json (RFC 9457), in the reader's language."""

from collections.abc import Mapping
from types import MappingProxyType

import orjson
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions

from newsroom.public.addresses import API

TITLES = {
    "bad-request": (400, _("The request cannot be understood.")),
    "invalid-parameters": (400, _("Some parameters cannot be understood.")),
    "invalid-cursor": (400, _("The cursor does not belong to this list.")),
    "key-missing": (401, _("This needs a key.")),
    "key-invalid": (401, _("This key is not valid.")),
    "key-expired": (401, _("This key has expired.")),
    "forbidden": (403, _("This is not allowed.")),
    "scope-missing": (403, _("This key does not have the scope that this needs.")),
    "not-found": (404, _("There is nothing at this address.")),
    "language-unavailable": (404, _("This has not been published in the language asked for.")),
    "method-not-allowed": (405, _("This address does not answer to this method.")),
    "not-acceptable": (406, _("This cannot be had in any of the formats asked for.")),
    "limit-reached": (409, _("There are as many of these as there may be.")),
    "withdrawn": (410, _("This has been withdrawn.")),
    "checkpoint-expired": (410, _("The change feed does not reach back to this checkpoint.")),
    "precondition-failed": (412, _("This has changed since you read it.")),
    "unsupported-media-type": (415, _("The format of the request is not supported.")),
    "idempotency-conflict": (422, _("This idempotency key was used for another request.")),
    "quota-exceeded": (429, _("Too many requests.")),
    "server-error": (500, _("Something went wrong here.")),
}
# What the IETF's draft on RateLimit fields calls this type; our page explains it all the same.
REGISTERED = {"quota-exceeded": "https://iana.org/assignments/http-problem-types#quota-exceeded"}
NO_HEADERS = MappingProxyType({})
CODES = {
    exceptions.MethodNotAllowed: "method-not-allowed",
    exceptions.NotAcceptable: "not-acceptable",
    exceptions.UnsupportedMediaType: "unsupported-media-type",
    exceptions.PermissionDenied: "forbidden",
    PermissionDenied: "forbidden",
    exceptions.NotFound: "not-found",
    Http404: "not-found",
    SuspiciousOperation: "bad-request",
}


class Problem(Exception):
    """Answers the request with a problem. `members` are added to its body, `headers` to the response."""

    def __init__(self, code: str, detail: str = "", headers: Mapping[str, str] = NO_HEADERS, **members):
        super().__init__(code)
        self.code, self.detail, self.headers, self.members = code, detail, headers, members


def exception_handler(error: Exception, context: dict) -> HttpResponse | None:
    """For REST framework; None leaves what nobody foresaw to Django, which logs it and asks `server_error`."""
    request = context["request"]
    if isinstance(error, Problem):
        response = problem(request, error.code, error.detail, **error.members)
        add_headers(response, error.headers)
        return response
    code = next((code for kind, code in CODES.items() if isinstance(error, kind)), None)
    if code is None and isinstance(error, exceptions.APIException):
        code = "bad-request"
    if code is None:
        return None
    response = problem(request, code)
    if isinstance(error, exceptions.MethodNotAllowed):
        response["Allow"] = ", ".join(context["view"].http_method_names).upper()
    return response


def problem(request, code: str, detail: str = "", **members) -> HttpResponse:
    content = body(code, request.path, getattr(request, "request_id", None), detail, **members)
    response = HttpResponse(orjson.dumps(content), status=content["status"], content_type="application/problem+json")
    response["Cache-Control"] = "no-store"
    response["Content-Language"] = get_language() or "en"
    response["Link"] = f'<{page_of(code)}>; rel="help"'
    return response


def body(code: str, instance: str, request_id: str | None, detail: str = "", **members) -> dict:
    status, title = TITLES[code]
    return {
        "type": REGISTERED.get(code) or page_of(code),
        "title": str(title),
        "status": status,
        "detail": str(detail or title),
        "instance": instance,
        "request_id": request_id,
        **members,
    }


def page_of(code: str) -> str:
    return f"{API}/problems/{code}"


def add_headers(response: HttpResponse, headers: Mapping[str, str]) -> None:
    for name, value in headers.items():
        response[name] = value


def is_api(request) -> bool:
    return request.path.startswith(f"{API}/") or request.path == API
