"""The words of a record, gone from everything public. Its numbers, moments and addresses stay."""

from django.db import transaction

from newsroom.public import snapshots
from newsroom.public.models import Address, Edition, Facet
from newsroom.public.models.edition import BLANK, erased_slug
from newsroom.public.search.index import forget_editions

HASHED = len(erased_slug(""))


def erase_editions(uid: str) -> None:
    """Follows the erased tombstones, without which the database refuses it. Their reason is what stays to be read."""
    editions = Edition.unguarded.filter(uid=uid)
    words = {name: value for name, value in BLANK.items() if name != "note"}
    pks = list(editions.values_list("pk", flat=True))
    forget_editions(pks)
    Facet.objects.filter(edition__in=pks).delete()
    editions.update(**words, slug=uid)
    editions.exclude(action=Edition.Action.ERASED).update(note="")


def erase_snapshots() -> None:
    """Files for partners that hold the record: they go once its tombstones stand, by which such files are known."""
    transaction.on_commit(snapshots.remove_spent, robust=True)


def erase_addresses(uid: str) -> None:
    """An address still belongs to its record, but its words cannot be read any more."""
    for address in Address.objects.filter(uid=uid).exclude(slug=uid):
        if not (address.slug.startswith("erased-") and len(address.slug) == HASHED):
            address.slug = erased_slug(address.slug)
            address.save()
