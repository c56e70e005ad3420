"""
The API document as last committed, and what has changed since: `make openapi` writes it.

What a client may rest on must stay: operations with their names, parameters with what they take, members of answers with
what they hold. New things may come.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

COMMITTED = Path(__file__).parent / "openapi.json"
# Words may be bettered.
WORDS = {"description", "summary", "example", "examples", "title"}


def breaks(old: dict, new: dict) -> list[str]:
    """What clients of the old document could trip over in the new one."""
    return list(of_paths(old, new))


def of_paths(old: dict, new: dict) -> Iterator[str]:
    for path, methods in old["paths"].items():
        for method, operation in methods.items():
            name, now = f"{method.upper()} {path}", new["paths"].get(path, {}).get(method)
            if now is None:
                yield f"{name} is gone"
            else:
                yield from of_operation(name, operation, now, old, new)


def of_operation(name: str, old: dict, new: dict, before: dict, after: dict) -> Iterator[str]:
    if old["operationId"] != new["operationId"]:
        yield f"{name} is now called {new['operationId']}"
    yield from of_parameters(name, parameters(old), parameters(new))
    for status, response in old["responses"].items():
        if status not in new["responses"]:
            yield f"{name} no longer answers {status}"
            continue
        for kind, schema in content(response, before).items():
            now = content(new["responses"][status], after).get(kind)
            if now is None:
                yield f"{name} no longer answers {status} in {kind}"
            else:
                yield from Answers(before, after).compare(f"{name} {status}", schema, now)


def parameters(operation: dict) -> dict:
    return {(one["in"], one["name"]): one for one in operation.get("parameters", ())}


def content(response: dict, document: dict) -> dict:
    return {kind: one["schema"] for kind, one in resolved(response, document).get("content", {}).items()}


def resolved(value: dict, document: dict) -> dict:
    if "$ref" not in value:
        return value
    for part in value["$ref"].removeprefix("#/").split("/"):
        document = document[part]
    return document


# What is sent: it may take more, never less.


def of_parameters(name: str, old: dict, new: dict) -> Iterator[str]:
    for (place, parameter), one in old.items():
        now = new.get((place, parameter))
        if now is None:
            yield f"{name}: the parameter {parameter} is gone"
            continue
        if now.get("required") and not one.get("required"):
            yield f"{name}: the parameter {parameter} has become required"
        yield from narrowed(f"{name}: the parameter {parameter}", one["schema"], now["schema"])
    for (_place, parameter), now in new.items():
        if now.get("required") and (_place, parameter) not in old:
            yield f"{name}: the new parameter {parameter} is required"


LEAST, MOST = ("minimum", "minLength", "minItems"), ("maximum", "maxLength", "maxItems")


def narrowed(name: str, old: dict, new: dict) -> Iterator[str]:
    if lost := set(old.get("enum", ())) - set(new.get("enum", old.get("enum", ()))):
        yield f"{name} no longer takes {', '.join(sorted(map(str, lost)))}"
    if "enum" in new and "enum" not in old:
        yield f"{name} takes certain values only"
    if any(new.get(bound, float("-inf")) > old.get(bound, float("-inf")) for bound in LEAST):
        yield f"{name} takes only larger values"
    if any(new.get(bound, float("inf")) < old.get(bound, float("inf")) for bound in MOST):
        yield f"{name} takes only smaller values"
    for key in ("type", "pattern", "format"):
        if key in new and old.get(key) != new[key]:
            yield f"{name} has another {key}"
    if "items" in old:
        yield from narrowed(name, old["items"], new.get("items", {}))


# What is answered: it may hold more, never something else.


class Answers:
    """Each component is compared once, however often it is referred to."""

    def __init__(self, before: dict, after: dict):
        self.before, self.after, self.seen = before, after, set()

    def compare(self, name: str, old: dict, new: dict) -> Iterator[str]:
        if "$ref" in old:
            name = old["$ref"].rpartition("/")[2]
            if (old["$ref"], new.get("$ref")) in self.seen:
                return
            self.seen.add((old["$ref"], new.get("$ref")))
        old, new = resolved(old, self.before), resolved(new, self.after)
        if old.get("type") != new.get("type"):
            yield f"{name} has another type"
            return
        yield from self.members(name, old, new)
        yield from self.choices(name, old, new)
        if "items" in old:
            yield from self.compare(f"{name}[]", old["items"], new.get("items", {}))
        if isinstance(old.get("additionalProperties"), dict):
            yield from self.compare(f"{name}.*", old["additionalProperties"], new.get("additionalProperties", {}))

    def members(self, name: str, old: dict, new: dict) -> Iterator[str]:
        now = new.get("properties", {})
        for member, schema in old.get("properties", {}).items():
            if member not in now:
                yield f"{name}.{member} is gone"
            else:
                yield from self.compare(f"{name}.{member}", schema, now[member])
        for member in set(old.get("required", ())) - set(new.get("required", ())):
            yield f"{name}.{member} is no longer always there"

    def choices(self, name: str, old: dict, new: dict) -> Iterator[str]:
        ways, now = old.get("oneOf", ()), new.get("oneOf", ())
        if len(ways) != len(now):
            yield f"{name} has other choices"
        for one, other in zip(ways, now, strict=False):
            yield from self.compare(name, one, other)


def written(document: dict) -> str:
    """As it is committed: without words and examples, which change more often than what they speak of."""
    return json.dumps(bare(document), indent=1, sort_keys=True) + "\n"


def bare(value):
    if isinstance(value, dict):
        return {key: bare(one) for key, one in value.items() if not is_word(key, one)}
    return [bare(one) for one in value] if isinstance(value, list) else value


def is_word(key: str, value) -> bool:
    """A member may be called "title" as well; its schema is no string."""
    return key in WORDS and not (isinstance(value, dict) and ("type" in value or "$ref" in value or "oneOf" in value))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()
    from newsroom.public.api.openapi import document

    COMMITTED.write_text(written(document()))
