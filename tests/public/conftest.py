import datetime as dt
from itertools import count

import orjson
import pytest

from newsroom.public.models import Address, Edition, Facet

# Some time ago, so that everything published then is public now.
THEN = dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)

_numbers = count(1)


def new_uid() -> str:
    return f"{next(_numbers):026d}"


@pytest.fixture
def published(db):
    """Inserts an edition with a minimal payload; later ones of the same record and language follow it."""
    return publish


def publish(kind="article", uid=None, language="en", *, label="Title", facets=(), payload=None, **fields) -> Edition:
    uid = uid or new_uid()
    body = {"kind": "report", "headline": label, **(payload or {})}
    edition = Edition(
        **{
            "uid": uid,
            "kind": kind,
            "language": language,
            "number": Edition.objects.filter(uid=uid, language=language).count() + 1,
            "state": "live",
            "action": "published",
            "live_from": THEN,
            "first_published_at": THEN,
            "slug": f"{label.lower().replace(' ', '-')}-{uid[-6:]}",
            "title": label,
            "original_language": "en",
            "sort_date": fields.get("first_published_at", THEN),
            "sort_name": label.casefold(),
            "payload": canonical(body),
            "summary": canonical(fields.pop("summary", body)),
            "card": canonical({"label": label, "kind": body["kind"]}),
            "digest": "0" * 64,
            **fields,
        }
    )
    Edition.unguarded.filter(uid=uid, language=language, live_until=None).update(live_until=edition.live_from)
    edition.save()
    Facet.objects.bulk_create(facet(edition, name, value) for name, value in facets)
    Address.objects.get_or_create(kind=kind, language=language, slug=edition.slug, defaults={"uid": uid})
    return edition


def facet(edition: Edition, name: str, value: str) -> Facet:
    copied = ("kind", "language", "uid", "sort_date", "sort_name", "retired")
    return Facet(edition=edition, name=name, value=value, **{field: getattr(edition, field) for field in copied})


def withdraw(edition: Edition, live_from: dt.datetime, **fields) -> Edition:
    return publish(
        edition.kind,
        edition.uid,
        edition.language,
        state="withdrawn",
        action="withdrawn",
        live_from=live_from,
        **{"label": edition.title, "note": "An error of fact.", **fields},
    )


def canonical(value: dict) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
