"""The form above a list, and what is chosen in it."""

from django.utils.http import urlencode

from newsroom.public.pages.narrowing import FORM, LABELS, VOCABULARIES, Chosen, known, query_of
from newsroom.public.templatetags.records import named
from newsroom.public.templatetags.words import capital, label
from relations.values.transliteration import fold


def words_for(kind: str, one: Chosen, records: dict[str, list[dict]]) -> str:
    """A record's title; a code's label; else the value itself. A record that is not public has no title."""
    if one.kind:
        return "".join(named(record) for record in records.get(one.value, ())) or "–"
    vocabulary = VOCABULARIES.get((kind, one.name))
    return capital(label(one.value, vocabulary)) if vocabulary else one.value


def chips(kind: str, chosen: list[Chosen], records: dict[str, list[dict]]) -> list[dict]:
    """Each filter in use, with the query that does without it."""
    return [
        {
            "name": LABELS[one.name],
            "words": words_for(kind, one, records),
            "without": urlencode(query_of([other for other in chosen if other is not one])),
        }
        for one in chosen
    ]


def fields(kind: str, chosen: list[Chosen], lists: dict[str, list[dict]]) -> list[dict]:
    """Those of the form; what was chosen by a link goes along unseen."""
    values = query_of(chosen)
    shown = FORM.get(kind, ())
    unseen = [{"name": name, "value": value, "hidden": True} for name, value in values.items() if name not in shown]
    return [*(field(kind, name, values.get(name, ""), lists) for name in shown), *unseen]


def field(kind: str, name: str, value: str, lists: dict[str, list[dict]]) -> dict:
    return {"name": name, "label": LABELS[name], "value": value, "options": options(kind, name, value, lists)}


def options(kind: str, name: str, value: str, lists: dict[str, list[dict]]) -> list[tuple[str, str]]:
    if name == "year":
        return []
    if vocabulary := VOCABULARIES.get((kind, name)):
        return [(code, capital(label(code, vocabulary))) for code in known(kind)[name].field.codes]
    found = lists.get("topics", []) if name == "topic" else [*countries(lists["items"]), *lists.get(value, ())]
    named_by = {one["id"]: one.get("label") or named(one) for one in found}
    return sorted(named_by.items(), key=lambda option: fold(option[1]))


def countries(items: list[dict]) -> list[dict]:
    """Those of the records listed: a country nobody writes about would lead nowhere."""
    found = []
    for item in items:
        found += item.get("countries") or [item.get("country")]
        found += [party["actor"] for party in item.get("parties", ())]
    return [card for card in found if card and card["kind"] == "country"]
