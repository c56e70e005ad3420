"""Lists and single records of the API as feeds."""

from django.conf import settings
from django.utils.translation import override

from newsroom.public.api.formats.document import Document
from newsroom.public.api.formats.feeds.entries import Entry, Feed, entry


def feed(document: Document) -> Feed:
    return Feed(
        id=document.address,
        title=document.title,
        subtitle="",
        language=document.language,
        origin=document.origin,
        home=document.home,
        address=document.address,
        holder=settings.RIGHTS_HOLDER,
        notice=settings.PUBLIC_RIGHTS["notice"],
        entries=[in_own_language(item, document.origin) for item in document.items],
        next=document.next,
    )


def in_own_language(item: dict, origin: str) -> Entry:
    with override(item["language"]):
        return entry(item, origin)
