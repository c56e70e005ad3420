"""What readers can narrow lists by: the API's own filters, a few of them as a form."""

from functools import cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from newsroom.public.api.filters import Asked, Narrowing
from newsroom.public.api.filtersets import FILTERS
from newsroom.public.reading import Moment, Preference, Selection

# In the form, in this order. The others that have a label are asked for by links.
FORM = {
    "article": ("kind", "topic", "country"),
    "actor": ("kind", "country"),
    "event": ("kind", "status", "country", "year"),
    "agreement": ("kind", "status", "topic", "country", "year"),
    "dossier": ("country",),
    "place": ("kind", "country"),
    "post": ("kind", "country"),
    "source": ("kind",),
}
LABELS = {
    "kind": _("Kind"),
    "status": _("Status"),
    "topic": _("Topic"),
    "country": _("Country"),
    "year": _("Year"),
    "actor": _("Named"),
    "party": _("Party"),
    "signatory": _("Signed by"),
    "participant": _("With"),
    "event": _("Event"),
    "agreement": _("Agreement"),
    "place": _("Place"),
    "series": _("Series"),
    "post": _("Post"),
    "author": _("Author"),
    "source": _("Source"),
    "parent": _("Part of"),
    "member_of": _("Member of"),
    "publisher": _("Publisher"),
}
VOCABULARIES = {
    ("article", "kind"): "article_types",
    ("actor", "kind"): "actor_types",
    ("event", "kind"): "event_types",
    ("event", "status"): "occurrences",
    ("agreement", "kind"): "agreement_types",
    ("agreement", "status"): "act_stages",
    ("place", "kind"): "place_types",
    ("post", "kind"): "post_roles",
    ("source", "kind"): "source_types",
}
# The kind of record that a filter's value is, where that is not the filter's name.
NAMED = dict.fromkeys(("country", "party", "signatory", "participant", "member_of", "publisher"), "actor")


class Chosen(NamedTuple):
    """A filter in use. Where its value is a record, `kind` is that record's."""

    name: str
    value: str
    kind: str


@cache
def known(kind: str) -> dict:
    """The filters offered, and where the page starts."""
    filters = FILTERS[kind].base_filters
    return {name: one for name, one in filters.items() if name in LABELS or name == "cursor"}


def selection(kind: str, languages: Preference, at: Moment, values: dict) -> Selection:
    narrowing, asked = Narrowing(), Asked(kind, languages, at, values)
    for name, value in values.items():
        narrowing = known(kind)[name].narrow(narrowing, value, asked)
    return Selection(kind, languages, narrowing.having, narrowing.between)


def chosen(kind: str, values: dict) -> list[Chosen]:
    return [
        Chosen(name, one, record_kind(kind, name))
        for name, value in values.items()
        if name != "cursor"
        for one in (value if isinstance(value, tuple) else (value,))
    ]


def record_kind(kind: str, name: str) -> str:
    if not known(kind)[name].records:
        return ""
    return kind if name == "parent" else NAMED.get(name, name)


def query_of(chosen: list[Chosen]) -> dict[str, str]:
    """As parameters; several values of one filter have commas between them."""
    found: dict[str, list[str]] = {}
    for one in chosen:
        found.setdefault(one.name, []).append(one.value)
    return {name: ",".join(values) for name, values in found.items()}
