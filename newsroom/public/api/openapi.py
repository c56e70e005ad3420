"""The OpenAPI 3.1 document, made from the views, their parameters and the contract."""

import re
from functools import cache
from http import HTTPStatus

from django.utils.translation import override
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import normalize_result_object
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse

from newsroom.partners.tiers import READ
from newsroom.public.addresses import API
from newsroom.public.api import bodies, describing, schemas, webhooks
from newsroom.public.api.explanations import example
from newsroom.public.api.problems import TITLES

# Parameters that name fields of the kind.
OF_FIELDS = {
    "fields": lambda names: {"type": "string", "enum": names},
    "expand": lambda names: {"type": "string", "pattern": rf"^(?:{'|'.join(names)})(?:\.[a-z0-9_]{{1,40}})?$"},
}
# The problems that any address may answer with, by status, and those of what changes something.
ANYWHERE = (400, 401, 406, 429, 500)
OF_CHANGES = {"post": (409, 415, 422), "patch": (412, 415), "delete": (412,)}
CHOICE = "The format is that of Accept, or of a suffix of the address, which wins: {}."
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


class ViewSchema(AutoSchema):
    """Reads what a view declares: `parameters_class`, `kind`, `operation` and `path_parameters`."""

    def get_operation_id(self) -> str:
        return re.sub(r"\W+", "_", describing.name_of(self.method, self.path))

    def get_summary(self) -> str:
        return describing.name_of(self.method, self.path).capitalize()

    def get_tags(self) -> list[str]:
        return [describing.tag_of(self.path)]

    def is_deprecated(self) -> bool:
        return self.view.deprecated is not None

    def get_description(self) -> str:
        told, forms = self.view.operation(self.method).description, self.view.forms()
        if not any(form.write for form in forms):
            return told
        return f"{told} {CHOICE.format(', '.join(f'.{form.suffix}' for form in forms))}"

    def get_override_parameters(self) -> list[OpenApiParameter]:
        return [*self._in_path(), *self._in_query(), *self._in_header()]

    def _in_path(self):
        for name in re.findall(r"{(\w+)}", self.path):
            schema, text = self.view.path_parameters[name]
            yield parameter(name, schema, location=OpenApiParameter.PATH, required=True, description=text)

    def _in_query(self):
        declared = self.view.parameters_class
        for name, one in (declared.base_filters if declared else {}).items():
            schema = one.field.schema
            if name in OF_FIELDS and (fields := self.view.field_names()):
                schema = {**schema, "items": OF_FIELDS[name](sorted(set(fields)))}
            required = name in self.view.required_parameters
            going = one.deprecated is not None
            yield parameter(name, schema, description=one.label, required=required, deprecated=going)

    def get_auth(self) -> list[dict]:
        """Without a key what strangers read can be had all the same."""
        return [{"key": []}, *([{}] if self.view.scope == READ else [])]

    def _in_header(self):
        for name, (schema, text) in CONDITIONS.get(self.method, {}).items():
            yield OpenApiParameter(name, schema, OpenApiParameter.HEADER, description=text)

    def get_request_serializer(self):
        members = self.view.operation(self.method).members
        return {"application/json": bodies.schema(members)} if members else None

    def get_response_serializers(self) -> dict:
        told = self.view.operation(self.method)
        found = dict(self._answers(told))
        # Completed below, as all errors are.
        return found if self.view.scope == READ else {**found, 403: OpenApiResponse(None)}

    def _answers(self, told):
        if told.response is None:
            yield told.status, OpenApiResponse(None, told.description)
            return
        for form in self.view.forms():
            schema = (form.many if self.view.is_list else form.one) or told.response
            yield (told.status, form.media_type), OpenApiResponse(schema, told.description)


def parameter(name: str, schema: dict, **told) -> OpenApiParameter:
    if schema.get("type") == "array":
        # Written with commas.
        told |= {"style": "form", "explode": False}
    value = describing.example_of(name, schema)
    if value is not None and told.get("required"):
        told["examples"] = [OpenApiExample(name, value)]
    elif value is not None:
        # Who tries something out would otherwise find every filter filled in.
        schema = {**schema, "examples": [value]}
    return OpenApiParameter(name, schema, **told)


def complete(result: dict, generator, request, public) -> dict:
    """Adds what the generator knows nothing of: headers, 304, problems, examples, and the contract's own types."""
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            _complete(operation, method, path)
    components = result.setdefault("components", {})
    ours = {**schemas.components(), **webhooks.COMPONENTS, "Fault": FAULT}
    components["schemas"] = {**components.get("schemas", {}), **ours}
    headers = (HEADERS | PROBLEM_HEADERS).items()
    components["headers"] = {name: {"description": text, "schema": schema} for name, (text, schema) in headers}
    components["responses"] = {HTTPStatus(status).name: _problems(status) for status in _statuses(result)}
    components["securitySchemes"] = {"key": describing.KEY}
    result["tags"] = describing.tags(result["paths"])
    return result


FAULT = {
    "type": "object",
    "properties": {"parameter": STRING, "code": STRING, "detail": STRING},
    "required": ["parameter", "code", "detail"],
}


def _complete(operation: dict, method: str, path: str) -> None:
    responses = operation["responses"]
    headers = _headers(HEADERS)
    if method == "get":
        responses["200"]["headers"] = headers
        responses["304"] = {"description": "You have these very bytes.", "headers": headers}
        _show(responses["200"], operation["operationId"])
    if "application/gzip" in responses.get("200", {}).get("content", ()):
        rest = "The rest of the file, from the byte that Range names to the end."
        responses["206"] = {**responses["200"], "description": rest}
    if "requestBody" in operation:
        # The generator looks for it in serializers alone.
        (content,) = operation["requestBody"]["content"].values()
        operation["requestBody"]["required"] = "required" in content["schema"]
    if any(parameter["name"] == "pair" for parameter in operation.get("parameters", ())):
        responses["308"] = {"description": "To the pair as it is written: in order, in capitals."}
    for status in {*statuses_of(method, path), *(int(code) for code in responses if code >= "400")}:
        responses[str(status)] = {"$ref": f"#/components/responses/{HTTPStatus(status).name}"}
    operation["responses"] = dict(sorted(responses.items()))


def statuses_of(method: str, path: str) -> tuple[int, ...]:
    """Webhooks are deleted and never withdrawn."""
    of_one = () if "{" not in path else (404,) if path.startswith(f"{API}/webhooks") else (404, 410)
    return (*ANYWHERE, *of_one, *OF_CHANGES.get(method, ()))


def _show(response: dict, name: str) -> None:
    content = response.get("content", {}).get("application/json")
    if content and name in describing.answers():
        content["example"] = describing.answers()[name]


def _statuses(result: dict) -> list[int]:
    found = {code for path in result["paths"].values() for one in path.values() for code in one["responses"]}
    return sorted(int(code) for code in found if int(code) >= 400)


def _problems(status: int) -> dict:
    """All types of a status, each with the body that it has."""
    codes = [code for code, (of, _title) in TITLES.items() if of == status]
    content = {"schema": schemas.ref("Problem"), "examples": {code: {"value": example(code)} for code in codes}}
    text = " ".join(f"`{code}`: {TITLES[code][1]}" for code in codes)
    headers = _headers(OF_STATUS.get(status, ()))
    return {"description": text, "headers": headers, "content": {"application/problem+json": content}}


def _headers(names) -> dict:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def document(origin: str = "http://localhost") -> dict:
    return {**made(), **describing.told_at(origin)}


@cache
def made() -> dict:
    """Everything that is the same wherever it is served: it takes a while."""
    with override("en"):
        return normalize_result_object(SchemaGenerator().get_schema(request=None, public=True))
