"""What has changed of late, as pages tell it."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from newsroom.public.addresses import page_path
from newsroom.public.reading import Correction, News
from relations.values.languages import direction


def notes(corrections: Iterable[Correction]) -> list[dict]:
    """Each note once, `at` its moment, with the `records` it is about: one may set several right."""
    return [
        {"at": at.isoformat(timespec="seconds"), "note": note, "records": [linked(one) for one in found]}
        for (at, note), found in groupby(corrections, lambda one: (one.at, one.note))
    ]


def brought(news: Sequence[News]) -> dict:
    """How many records of each kind are new, by kind; and the `newest` of all."""
    numbers = {one.kind: one.number for one in news}
    return {**numbers, "newest": linked(news[0]) if news else None}


def linked(one: Correction | News) -> dict:
    return {
        "type": one.kind,
        "language": one.language,
        "dir": direction(one.language),
        "label": one.title,
        "html_url": page_path(one.kind, one.language, one.slug),
    }
