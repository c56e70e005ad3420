"""Which keys an answer has, and leaving out those not asked for."""

from typing import get_type_hints

from newsroom.public import schema
from newsroom.public.api import parameters
from newsroom.public.resolve import RUNNING_TEXT

KINDS = {
    "article": schema.Article,
    "actor": schema.Actor,
    "event": schema.Event,
    "agreement": schema.Agreement,
    "dossier": schema.Dossier,
    "place": schema.Place,
    "topic": schema.Topic,
    "post": schema.Post,
    "series": schema.Series,
    "indicator": schema.Indicator,
    "source": schema.Source,
    "author": schema.Author,
    "capacity": schema.Capacity,
}
# Whatever else is asked for, an item says what it is.
ALWAYS = ("id", "type", "url", "language")
FIELDS = {
    kind: (
        *schema.Envelope.__annotations__,
        *(RUNNING_TEXT.get(kind, {}).get(name, name) for name in get_type_hints(payload)),
    )
    for kind, payload in KINDS.items()
}


def check(kind: str, values: dict) -> None:
    """`fields` and `expand` name fields of the kind."""
    faults = [*_unknown("fields", kind, values), *_unknown("expand", kind, values)]
    if faults:
        parameters.raise_invalid(faults)


def _unknown(parameter: str, kind: str, values: dict):
    for path in values.get(parameter, ()):
        if path.partition(".")[0] not in FIELDS[kind]:
            yield parameters.fault(parameter, "unknown-field", path)


def only(item: dict, fields: tuple[str, ...] | None) -> dict:
    """What is embargoed is marked whatever was asked for."""
    if not fields:
        return item
    mark = ("embargoed_until",) if item.get("embargoed_until") else ()
    return {name: item[name] for name in (*ALWAYS, *mark, *fields) if name in item}
