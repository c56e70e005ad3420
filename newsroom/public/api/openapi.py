"""The OpenAPI 3.1 document, made from the views, their parameters and the contract."""

import re
from functools import cache

from django.utils.translation import override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import normalize_result_object
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from newsroom.partners.tiers import READ
from newsroom.public.addresses import API
from newsroom.public.api import schemas
from newsroom.public.api.problems import TITLES
from newsroom.public.api.shape import FIELDS

# Parameters that name fields of the kind.
OF_FIELDS = {
    "fields": lambda names: {"type": "string", "enum": names},
    "expand": lambda names: {"type": "string", "pattern": rf"^(?:{'|'.join(names)})(?:\.[a-z0-9_]{{1,40}})?$"},
}
# The problems that any address may answer with, and those of addresses of a single thing.
ANYWHERE = ("invalid-parameters", "key-invalid", "scope-missing", "not-acceptable", "quota-exceeded", "server-error")
OF_ONE = ("not-found", "withdrawn")

CHOICE = "The format is that of Accept, or of a suffix of the address, which wins: {}."
STRING = {"type": "string"}
HEADERS = {
    "ETag": ("Of these very bytes; send it as If-None-Match.", STRING),
    "Cache-Control": ("At most a minute; less before a scheduled change.", STRING),
    "Content-Language": ("The languages of the content.", STRING),
    "Link": ("The next page; the same in other languages.", STRING),
    "Vary": ("What decides the answer beside its address.", STRING),
    "X-Request-Id": ("Names this request when you write to us.", STRING),
    "RateLimit-Policy": ("The quotas that count, each with its number of requests and its window in seconds.", STRING),
    "RateLimit": ("What is left of each quota, and in how many seconds it begins anew.", STRING),
}
PROBLEM_HEADERS = {
    "WWW-Authenticate": ("How to show a key.", STRING),
    "Retry-After": ("In how many seconds to come again.", {"type": "integer"}),
}
OF_STATUS = {
    401: ("WWW-Authenticate",),
    403: ("RateLimit-Policy", "RateLimit"),
    429: ("Retry-After", "RateLimit-Policy", "RateLimit"),
}
BEARER = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "cq_live_…",
    "description": "A key that we gave you, in the header Authorization: Bearer. Never in an address.",
}


class ViewSchema(AutoSchema):
    """Reads what a view declares: `parameters_class`, `kind`, `response` and `path_parameters`."""

    def get_operation_id(self) -> str:
        name = re.sub(r"[{}]", "", self.path.removeprefix(API)).strip("/")
        return re.sub(r"\W+", "_", name) or "service"

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix(API).strip("/").split("/")[0] or "service"]

    def get_description(self) -> str:
        suffixes = [f".{form.suffix}" for form in self.view.forms()]
        if len(suffixes) == 1:
            return self.view.description
        return f"{self.view.description} {CHOICE.format(', '.join(suffixes))}"

    def get_override_parameters(self) -> list[OpenApiParameter]:
        return [*self._in_path(), *self._in_query()]

    def _in_path(self):
        for name in re.findall(r"{(\w+)}", self.path):
            schema, text = self.view.path_parameters[name]
            yield OpenApiParameter(name, schema, OpenApiParameter.PATH, required=True, description=text)

    def _in_query(self):
        declared = self.view.parameters_class
        for name, one in (declared.base_filters if declared else {}).items():
            schema = one.field.schema
            if name in OF_FIELDS and self.view.kind:
                schema = {**schema, "items": OF_FIELDS[name](sorted(set(FIELDS[self.view.kind])))}
            yield OpenApiParameter(
                name,
                schema,
                description=one.label,
                required=name in self.view.required_parameters,
                # Arrays are written with commas.
                style="form" if schema.get("type") == "array" else None,
                explode=False if schema.get("type") == "array" else None,
            )

    def get_auth(self) -> list[dict]:
        """Without a key what strangers read can be had all the same."""
        return [{"bearer": []}, *([{}] if self.view.scope == READ else [])]

    def get_request_serializer(self):
        return None

    def get_response_serializers(self) -> dict:
        return {
            (200, form.media_type): OpenApiResponse(self._schema_in(form), self.view.description)
            for form in self.view.forms()
        }

    def _schema_in(self, form) -> dict:
        if not form.write:
            return self.view.response_schema()
        return form.many if self.view.is_list else form.one


def complete(result: dict, generator, request, public) -> dict:
    """Adds what the generator knows nothing of: headers, 304, problems, and the contract's own types."""
    for path, operations in result["paths"].items():
        for operation in operations.values():
            _complete(operation, single="{" in path)
    components = result.setdefault("components", {})
    components["schemas"] = {**components.get("schemas", {}), **schemas.components(), "Fault": FAULT}
    headers = (HEADERS | PROBLEM_HEADERS).items()
    components["headers"] = {name: {"description": text, "schema": schema} for name, (text, schema) in headers}
    components["securitySchemes"] = {"bearer": BEARER}
    components["responses"] = {code: _problem(code) for code in TITLES}
    return result


FAULT = {
    "type": "object",
    "properties": {"parameter": STRING, "code": STRING, "detail": STRING},
    "required": ["parameter", "code", "detail"],
}


def _complete(operation: dict, *, single: bool) -> None:
    responses = operation["responses"]
    headers = _headers(HEADERS)
    responses["200"]["headers"] = headers
    if any(parameter["name"] == "pair" for parameter in operation.get("parameters", ())):
        responses["308"] = {"description": "To the pair as it is written: in order, in capitals."}
    responses["304"] = {"description": "You have these very bytes.", "headers": headers}
    by_status: dict[int, list[str]] = {}
    for code in (*ANYWHERE, *(OF_ONE if single else ())):
        by_status.setdefault(TITLES[code][0], []).append(code)
    for status, (code, *_others) in sorted(by_status.items()):
        responses[str(status)] = {"$ref": f"#/components/responses/{code}"}


def _problem(code: str) -> dict:
    status, title = TITLES[code]
    content = {"application/problem+json": {"schema": schemas.ref("Problem")}}
    return {"description": str(title), "headers": _headers(OF_STATUS.get(status, ())), "content": content}


def _headers(names) -> dict:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


@cache
def document() -> dict:
    with override("en"):
        return normalize_result_object(SchemaGenerator().get_schema(request=None, public=True))
