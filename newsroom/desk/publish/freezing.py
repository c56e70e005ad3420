"""Rows of editions, of the addresses they own, and of what finds them."""

from collections.abc import Iterable

from newsroom.desk.publish.item import Item
from newsroom.desk.publish.refusals import SlugTaken
from newsroom.public.models import Address, Edition, Facet
from newsroom.public.models.edition import BLANK, erased_slug
from newsroom.public.reading.files import FILE
from newsroom.public.search.index import index_editions

FROZEN = (
    "uid",
    "kind",
    "language",
    "title",
    "payload",
    "summary",
    "card",
    "digest",
    "original_language",
    "sort_date",
    "sort_name",
    "date_lower",
    "date_upper",
)
NAME_LENGTH = 100
KEPT_BY_TOMBSTONE = ("uid", "kind", "language", "slug", "original_language", "sort_date")


def edition_of(item: Item, **terms) -> Edition:
    frozen = {name: getattr(item, name) for name in FROZEN}
    return Edition(**frozen, slug=item.address, state=Edition.State.LIVE, **terms)


def tombstone(last: Edition, **terms) -> Edition:
    """What stands where an edition was: its address and a public reason, none of its words."""
    kept = {name: getattr(last, name) for name in KEPT_BY_TOMBSTONE}
    return Edition(**{**BLANK, **kept, "state": Edition.State.WITHDRAWN, **terms})


def own_addresses(items: Iterable[Item]) -> None:
    """Give every item its address, for good."""
    items = list(items)
    known = Address.objects.of_slugs(*{item.address for item in items}).filter(
        kind__in={item.kind for item in items}, language__in={item.language for item in items}
    )
    owners = {(row.kind, row.language, row.slug): row.uid for row in known}
    fresh = []
    for item in items:
        path = (item.kind, item.language, item.address)
        owner = owners.get((item.kind, item.language, erased_slug(item.address))) or owners.get(path)
        if owner not in (None, item.uid):
            raise SlugTaken(slug=item.address, language=item.language)
        if owner is None:
            owners[path] = item.uid
            fresh.append(Address(kind=item.kind, language=item.language, slug=item.address, uid=item.uid))
    Address.objects.bulk_create(fresh)


def make_findable(pairs: list[tuple[Item, Edition]]) -> None:
    Facet.objects.bulk_create(facet for item, edition in pairs for facet in facets_of(item, edition))
    index_editions(search_row(item, edition) for item, edition in pairs)


def facets_of(item: Item, edition: Edition) -> list[Facet]:
    shared = {name: getattr(edition, name) for name in ("kind", "language", "uid", "sort_date", "sort_name")}
    named = dict.fromkeys([*item.facets, *((FILE, name) for name in item.files)])
    return [Facet(edition=edition, name=name, value=value, **shared) for name, value in named]


def search_row(item: Item, edition: Edition) -> tuple:
    """What is as short as a name is ranked like one."""
    names = [text for text in item.search if len(text) <= NAME_LENGTH]
    words = "\n".join(text for text in item.search if len(text) > NAME_LENGTH)
    return edition.pk, item.language, item.kind, item.title, words, names
