"""The OpenAPI 3.1 document, made from the views, their parameters and the contract."""

import re
from functools import cache

from django.utils.translation import override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import normalize_result_object
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from newsroom.public.addresses import API
from newsroom.public.api import bodies, schemas, webhooks
from newsroom.public.api.problems import TITLES
from newsroom.public.api.shape import FIELDS

# Parameters that name fields of the kind.
OF_FIELDS = {
    "fields": lambda names: {"type": "string", "enum": names},
    "expand": lambda names: {"type": "string", "pattern": rf"^(?:{'|'.join(names)})(?:\.[a-z0-9_]{{1,40}})?$"},
}
# The problems that any address may answer with, and those of addresses of a single thing.
ANYWHERE = ("invalid-parameters", "not-acceptable", "server-error")
OF_ONE = ("not-found", "withdrawn")

STRING = {"type": "string"}
# What may be sent along with what changes something.
IF_MATCH = {"If-Match": (STRING, "The ETag of what you read; where it has changed since, nothing is done.")}
CONDITIONS = {
    "POST": {
        "Idempotency-Key": (
            {"type": "string", "pattern": "^[!-~]{1,100}$"},
            "Of your choice: the same request under the same key within a day is done once and answered the same.",
        )
    },
    "PATCH": IF_MATCH,
    "DELETE": IF_MATCH,
}
# The problems of these.
OF_CHANGES = {
    "POST": ("limit-reached", "unsupported-media-type", "idempotency-conflict"),
    "PATCH": ("unsupported-media-type", "precondition-failed"),
    "DELETE": ("precondition-failed",),
}
OF_KEYS = ("key-missing", "scope-missing")
HEADERS = {
    "ETag": ("Of these very bytes; send it as If-None-Match.", STRING),
    "Cache-Control": ("At most a minute; less before a scheduled change.", STRING),
    "Content-Language": ("The languages of the content.", STRING),
    "Link": ("The next page; the same in other languages.", STRING),
    "Vary": ("What decides the answer beside its address.", STRING),
    "X-Request-Id": ("Names this request when you write to us.", STRING),
}


class ViewSchema(AutoSchema):
    """Reads what a view declares: `parameters_class`, `kind`, `operation` and `path_parameters`."""

    def get_operation_id(self) -> str:
        name = re.sub(r"[{}]", "", self.path.removeprefix(API)).strip("/")
        verb = "" if self.method == "GET" else f"_{self.method.lower()}"
        return (re.sub(r"\W+", "_", name) or "service") + verb

    def get_tags(self) -> list[str]:
        return [self.path.removeprefix(API).strip("/").split("/")[0] or "service"]

    def get_description(self) -> str:
        return self.view.operation(self.method).description

    def get_override_parameters(self) -> list[OpenApiParameter]:
        return [*self._in_path(), *self._in_query(), *self._in_header()]

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

    def _in_header(self):
        for name, (schema, text) in CONDITIONS.get(self.method, {}).items():
            yield OpenApiParameter(name, schema, OpenApiParameter.HEADER, description=text)

    def get_request_serializer(self):
        members = self.view.operation(self.method).members
        return {"application/json": bodies.schema(members)} if members else None

    def get_response_serializers(self) -> dict:
        told = self.view.operation(self.method)
        return {told.status: OpenApiResponse(told.response, told.description)}


def complete(result: dict, generator, request, public) -> dict:
    """Adds what the generator knows nothing of: headers, 304, problems, and the contract's own types."""
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            _complete(operation, method.upper(), path)
    components = result.setdefault("components", {})
    components["schemas"] = {
        **components.get("schemas", {}),
        **schemas.components(),
        "Fault": FAULT,
        **webhooks.COMPONENTS,
    }
    components["headers"] = {name: {"description": text, "schema": schema} for name, (text, schema) in HEADERS.items()}
    components["responses"] = {code: _problem(code) for code in TITLES}
    return result


FAULT = {
    "type": "object",
    "properties": {"parameter": STRING, "code": STRING, "detail": STRING},
    "required": ["parameter", "code", "detail"],
}


def _complete(operation: dict, method: str, path: str) -> None:
    responses = operation["responses"]
    headers = {name: {"$ref": f"#/components/headers/{name}"} for name in HEADERS}
    if method == "GET":
        responses["200"]["headers"] = headers
        responses["304"] = {"description": "You have these very bytes.", "headers": headers}
    if any(parameter["name"] == "pair" for parameter in operation.get("parameters", ())):
        responses["308"] = {"description": "To the pair as it is written: in order, in capitals."}
    by_status: dict[int, list[str]] = {}
    for code in problems_of(method, path):
        by_status.setdefault(TITLES[code][0], []).append(code)
    for status, (code, *_others) in sorted(by_status.items()):
        responses[str(status)] = {"$ref": f"#/components/responses/{code}"}


def problems_of(method: str, path: str) -> list[str]:
    needs_key = path.startswith(f"{API}/webhooks")
    of_one = () if "{" not in path else ("not-found",) if needs_key else OF_ONE
    return [*ANYWHERE, *of_one, *(OF_KEYS if needs_key else ()), *OF_CHANGES.get(method, ())]


def _problem(code: str) -> dict:
    content = {"application/problem+json": {"schema": schemas.ref("Problem")}}
    return {"description": str(TITLES[code][1]), "content": content}


@cache
def document() -> dict:
    with override("en"):
        return normalize_result_object(SchemaGenerator().get_schema(request=None, public=True))
