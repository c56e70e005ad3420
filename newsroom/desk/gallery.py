"""The desk's pictures, those whose rights end soon first, then those whose rights have ended."""

import datetime as dt
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from newsroom.desk.fields import tr
from newsroom.desk.imaging import current_renditions
from relations.models import Picture
from relations.values.languages import LANGUAGES

SOON = dt.timedelta(days=30)
PER_PAGE = 24
ENDING, ENDED, HELD = range(3)


@dataclass(frozen=True)
class Shown:
    """A picture with a small copy, how its rights stand, and the languages in which nothing describes it."""

    picture: Picture
    src: str
    is_ending: bool
    is_ended: bool
    undescribed: list[str]


def pictures_by_rights(*, query: str = "", today: dt.date) -> QuerySet[Picture]:
    standing = Case(
        When(rights_until__lt=today, then=Value(ENDED)),
        When(rights_until__lte=today + SOON, then=Value(ENDING)),
        default=Value(HELD),
        output_field=IntegerField(),
    )
    rows = Picture.objects.annotate(standing=standing).order_by(
        "standing", F("rights_until").asc(nulls_last=True), "-modified_at", "pk"
    )
    for word in query.split():
        described = Q(key__icontains=word) | Q(credit__icontains=word)
        for language in LANGUAGES:
            described |= Q(**{f"alt_{language}__icontains": word}) | Q(**{f"caption_{language}__icontains": word})
        rows = rows.filter(described)
    return rows


def page_of(rows: QuerySet[Picture], number: str):
    """A page of pictures; the nearest there is."""
    return Paginator(rows, PER_PAGE).get_page(number)


def shown(picture: Picture) -> Shown:
    return Shown(
        picture=picture,
        src=small(picture),
        is_ending=picture.standing == ENDING,
        is_ended=picture.standing == ENDED,
        undescribed=[language for language in LANGUAGES if not tr(picture, "alt", language)],
    )


def small(picture: Picture) -> str:
    """The smallest square that every browser reads; the file itself where there is none."""
    squares = [one for one in current_renditions(picture) if one["crop"] == "square"]
    plain = [one for one in squares if one["media_type"] in ("image/jpeg", "image/png")]
    if not plain:
        return picture.file.url if picture.file else ""
    return picture.file.storage.url(max(plain, key=lambda one: one["width"])["name"])
