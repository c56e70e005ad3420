"""What is to happen at a moment ahead, on the clocks of a named zone: said, moved, called back."""

import datetime as dt

import pytest
from django.utils import timezone

from newsroom.desk.models import Decision
from newsroom.public import reading
from newsroom.public.models import Edition
from tests.journeys.pressing import WORDS
from tests.journeys.writing import approved, publish, rewrite, texts, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(users):
    return write(users["reporter"], **WORDS)


def ahead(days: int = 30) -> dt.datetime:
    """18:00 of a day ahead, on some wall."""
    return (timezone.now() + dt.timedelta(days=days)).replace(hour=18, minute=0, second=0, microsecond=0, tzinfo=None)


def test_moment_in_baku_comes_due_four_hours_earlier_in_utc(press, article, users):
    approved(article, users, "en")
    local = ahead()
    press("publisher", "publish", texts(article, "en"), when="at", moment=f"{local:%Y-%m-%dT%H:%M}", zone="Asia/Baku")

    moment = local.replace(tzinfo=dt.UTC) - dt.timedelta(hours=4)
    instant = dt.timedelta(microseconds=1)
    [edition] = Edition.objects.filter(uid=article.uid)
    assert edition.live_from == moment
    assert reading.get("article", article.uid, ("en",), moment - instant) is None
    assert reading.get("article", article.uid, ("en",), moment).title == "The Brindlewick talks"


@pytest.mark.parametrize(
    ("moment", "zone", "said"),
    [
        ("2030-03-31T02:30", "Europe/Paris", "clocks are put forward and never show 2030-03-31 02:30"),
        ("2030-10-27T02:30", "Europe/Paris", "clocks are put back and show 2030-10-27 02:30 twice"),
        ("2020-01-01T10:00", "Africa/Algiers", "That moment has passed."),
        ("", "Africa/Algiers", "Say when."),
    ],
)
def test_moment_that_is_none_or_two_is_refused(press, article, users, moment, zone, said):
    approved(article, users, "en")
    answer = press("publisher", "publish", texts(article, "en"), when="at", moment=moment, zone=zone)

    assert said in answer.context["form"].errors["moment"][0]
    assert not Edition.objects.filter(uid=article.uid).exists()


def test_what_waits_is_moved_and_cancelled_by_its_pages(press, article, users):
    publish(article, users, "en", at=timezone.now() + dt.timedelta(days=1))
    rewrite(article, users["reporter"], headline_en="Typed since")
    local = ahead()
    press("publisher", "reschedule", texts(article, "en"), moment=f"{local:%Y-%m-%dT%H:%M}", zone="Africa/Algiers")

    moment = local.replace(tzinfo=dt.UTC) - dt.timedelta(hours=1)
    [edition] = Edition.objects.filter(uid=article.uid)
    assert (edition.live_from, edition.title) == (moment, "The Brindlewick talks")
    assert Decision.objects.about(article).first().verb == "reschedule"
    press("publisher", "cancel", texts(article, "en"))
    assert not Edition.objects.filter(uid=article.uid).exists()


def test_expiry_is_withdrawn_at_its_moment_and_can_be_cancelled(press, article, users):
    publish(article, users, "en")
    local = ahead()
    given = {"when": "at", "moment": f"{local:%Y-%m-%dT%H:%M}", "zone": "UTC", "note_en": "It is over."}
    press("publisher", "withdraw", texts(article, "en"), **given)
    moment = local.replace(tzinfo=dt.UTC)
    assert reading.get("article", article.uid, ("en",)) is not None
    assert reading.get("article", article.uid, ("en",), moment) is None

    press("publisher", "cancel", texts(article, "en"))
    assert reading.get("article", article.uid, ("en",), moment) is not None
