"""What is written on a postcard."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from newsroom.public.api.formats.items import cards, named
from newsroom.public.templatetags.words import capital, day, label

VOCABULARIES = {
    "article": "article_types",
    "actor": "actor_types",
    "event": "event_types",
    "agreement": "agreement_types",
}
# Of more countries than a pair, none is named.
PAIR = 2


class Words(NamedTuple):
    """`between` are the one or two countries that it is about."""

    language: str
    kicker: str
    title: str
    between: tuple[str, ...] = ()
    date: str = ""


def words_of(item: dict) -> Words:
    """The language of the page is active."""
    return Words(item["language"], kicker(item), capital(named(item)), between(item), date(item))


def of_site(language: str) -> Words:
    return Words(language, "", _("Relations between countries"))


def said(words: Words) -> list[str]:
    """All but the title."""
    return [one for one in (words.kicker, " – ".join(words.between), words.date) if one]


def kicker(item: dict) -> str:
    if item.get("visit_type"):
        return capital(label(item["visit_type"], "visit_types"))
    vocabulary = VOCABULARIES.get(item["type"])
    return capital(label(item["kind"], vocabulary) if vocabulary else label(item["type"], "record_kinds"))


def between(item: dict) -> tuple[str, ...]:
    """In the order of the title, where it has them."""
    found = cards(item["parties"]) if item["type"] == "agreement" else item.get("countries") or [item.get("country")]
    labels = [card["label"] for card in found if card]
    if len(labels) > PAIR:
        return ()
    title = named(item)
    return tuple(sorted(labels, key=lambda name: title.find(name) if name in title else len(title)))


def date(item: dict) -> str:
    if item["type"] == "article":
        return day(item["first_published_at"])
    fuzzy = item.get("date") or item.get("signed_on")
    return fuzzy["label"] if fuzzy else ""
