"""Every record as a row with its texts, narrowed down, found and paged."""

import datetime as dt
from html.parser import HTMLParser
from urllib.parse import parse_qsl

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from newsroom.desk import workflow
from newsroom.desk.board.asked import Asked
from newsroom.desk.board.chips import rows_of
from newsroom.desk.board.records import SIZE, page_of
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Presence
from newsroom.desk.saving import saving_many
from relations.models import Record
from tests.factories.relations import (
    CountryFactory,
    EventFactory,
    ParticipationFactory,
    PersonFactory,
    TopicFactory,
)
from tests.journeys.writing import publish, rewrite, submit, text, texts, write

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def in_english():
    """Whatever language the page before was asked for in."""
    with override("en"):
        yield


@pytest.fixture
def users():
    return make_accounts()


def words(language: str, text: str) -> dict:
    return {f"headline_{language}": text, f"body_{language}": f"<p>{text}.</p>"}


def chip(article, language: str = "en", now: dt.datetime | None = None):
    row = rows_of([Record.objects.get(pk=article.pk)], now=now or timezone.now())[article.uid]
    return row.chip(language)


def marks(one) -> list[str]:
    return [code for code, _words in one.marks]


def saved(row):
    with saving_many(references=False) as saves:
        saves.add(row)
    return row


def keys(**asked) -> set[str]:
    return {record.key for record in page_of(Asked.of(asked), timezone.now())[0]}


# Chips


def test_chip_follows_a_text_from_nothing_to_changes_after_publication(users):
    article = write(users["reporter"], **words("en", "A report"))
    states = [(chip(article, "fr").state, chip(article).state)]
    submit(texts(article, "en"), users["reporter"])
    states.append(chip(article).state)
    workflow.approve(versions=texts(article, "en"), by=users["editor"])
    states.append(chip(article).state)
    workflow.publish(versions=texts(article, "en"), by=users["publisher"])
    states.append((chip(article).state, chip(article).public))
    rewrite(article, users["reporter"], headline_en="A report, rewritten")
    states.append((chip(article).state, chip(article).changed))
    submit(texts(article, "en"), users["reporter"])
    states.append((chip(article).state, marks(chip(article))))
    workflow.withdraw(record=article.record_ptr, by=users["publisher"], reason="Wrong.")
    states.append((chip(article).state, chip(article).public))

    assert states == [
        ("missing", "draft"),
        "in_review",
        "approved",
        ("published", True),
        ("changed", True),
        ("in_review", ["public"]),
        ("withdrawn", False),
    ]


def test_scheduled_text_says_from_when_it_is_public_and_is_public_then_without_any_job(users):
    article = write(users["reporter"], **words("en", "Tomorrow"))
    moment = timezone.now().replace(microsecond=0) + DAY
    publish(article, users, "en", at=moment)

    before, after = chip(article), chip(article, now=moment)

    assert (before.state, before.public, before.scheduled) == ("scheduled", False, moment)
    assert (after.state, after.public, after.scheduled) == ("published", True, None)


def test_text_changed_after_it_was_scheduled_is_flagged(users):
    article = write(users["reporter"], **words("en", "Tomorrow"))
    publish(article, users, "en", at=timezone.now() + DAY)
    rewrite(article, users["reporter"], headline_en="Tomorrow, or the day after")

    assert (chip(article).state, marks(chip(article))) == ("draft", ["scheduled", "behind"])


def test_expiry_ahead_is_shown_and_ends_the_text(users):
    article = write(users["reporter"], **words("en", "For a day"))
    publish(article, users, "en")
    moment = timezone.now() + DAY
    workflow.withdraw(record=article.record_ptr, by=users["publisher"], reason="It ends.", at=moment)

    assert (chip(article).state, marks(chip(article))) == ("published", ["expires"])
    assert (chip(article, now=moment + MINUTE).state, chip(article, now=moment + MINUTE).public) == ("ended", False)


def test_translation_behind_its_source_is_marked(users):
    article = write(users["reporter"], **words("en", "First"), **words("fr", "Premier"))
    rewrite(article, users["reporter"], headline_en="Second")

    assert (marks(chip(article, "en")), marks(chip(article, "fr"))) == ([], ["stale"])


def test_presence_counts_for_two_minutes_in_its_language(users):
    article = write(users["reporter"], **words("en", "Open on two desks"))
    now = timezone.now()
    Presence.objects.create(user=users["editor"], record=article.record_ptr, language="en", at=now - MINUTE)
    Presence.objects.create(user=users["publisher"], record=article.record_ptr, language="en", at=now - 3 * MINUTE)
    Presence.objects.create(user=users["translator"], record=article.record_ptr, at=now)

    row = rows_of([article.record_ptr], now=now)[article.uid]

    assert (row.chip("en").editors, row.chip("fr").editors, row.editors) == (("editor",), (), ("translator",))


def test_chip_leads_to_the_form_of_the_record_at_its_language(users):
    article = write(users["reporter"], **words("en", "A report"))

    assert chip(article, "ar").url == f"/admin/desk/article/{article.pk}/change/#lang-ar"


def test_ticked_texts_are_taken_to_the_page_of_moves(client, users):
    article = write(users["reporter"], **words("en", "A report"), **words("fr", "Un article"))
    client.force_login(users["reporter"])

    form = Fields(client.get(reverse("admin:index")).text, "choosing")
    ticked = [("versions", str(text(article, language).pk)) for language in ("en", "fr")]
    moves = client.get(reverse("admin:move"), {"versions": [pk for _name, pk in ticked]})

    assert form.boxes == ticked
    assert (form.action, moves.status_code) == (reverse("admin:move"), 200)
    assert ("A report" in moves.text, "Français" in moves.text) == (True, True)


class Fields(HTMLParser):
    """Where a form with an id leads, and what can be ticked in it."""

    def __init__(self, html: str, form_id: str):
        super().__init__()
        self.form_id, self.inside, self.action, self.boxes = form_id, False, "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.inside = attrs.get("id") == self.form_id
            self.action = attrs["action"] if self.inside else self.action
        elif self.inside and attrs.get("type") == "checkbox":
            self.boxes.append((attrs["name"], attrs["value"]))


# Narrowing


def test_countries_and_organisations_are_no_rows_because_nobody_reviews_them(users):
    saved(PersonFactory(key="a-person", country=saved(CountryFactory())))

    assert keys() == {"a-person"}


def test_stage_and_language_narrow_to_texts_that_are_both(users):
    one = write(users["reporter"], key="one", **words("en", "One"), **words("fr", "Un"))
    write(users["reporter"], key="other", **words("en", "Other"))
    submit(texts(one, "fr"), users["reporter"])

    assert keys(condition="in_review") == {"one"}
    assert keys(condition="in_review", language="en") == set()
    assert keys(condition="draft", language="en") == {"one", "other"}
    assert keys(language="fr") == {"one"}
    assert keys(condition="missing", language="fr") == {"other"}
    assert keys(condition="missing") == {"one", "other"}


def test_scheduled_and_stale_narrow_by_editions_and_by_hashes(users):
    tomorrow = write(users["reporter"], key="tomorrow", **words("en", "Tomorrow"))
    publish(tomorrow, users, "en", at=timezone.now() + DAY)
    behind = write(users["reporter"], key="behind", **words("en", "First"), **words("fr", "Premier"))
    rewrite(behind, users["reporter"], headline_en="Second")

    assert (keys(condition="scheduled"), keys(condition="scheduled", language="fr")) == ({"tomorrow"}, set())
    assert (keys(condition="stale"), keys(condition="stale", language="en")) == ({"behind"}, set())


def test_kind_and_colleague_narrow(users):
    write(users["reporter"], key="mine", **words("en", "Mine"))
    saved(EventFactory(key="visit"))

    assert (keys(kind="event"), keys(kind="article")) == ({"visit"}, {"mine"})
    assert keys(person=str(users["reporter"].pk)) == {"mine"}


def test_country_and_topic_narrow_to_what_is_about_them(users):
    country, topic = CountryFactory(), TopicFactory()
    for event in (EventFactory(key="hosted", host_country=country), EventFactory(key="elsewhere")):
        event.topics.add(topic)
    ParticipationFactory(event=EventFactory(key="attended"), person=PersonFactory(key="national", country=country))
    article = write(users["reporter"], key="report", **words("en", "Report"))
    article.countries.add(country)

    assert keys(country=str(country.pk)) == {"hosted", "attended", "national", "report"}
    assert keys(topic=str(topic.pk)) == {"hosted", "elsewhere"}


@pytest.mark.parametrize("typed", ["Əlcəzair görüş", "elcezair GÖRÜS", "الجزائر لقاء", "alger", "algiers-meeting"])
def test_record_is_found_by_its_name_in_any_script(users, typed):
    names = words("az", "Əlcəzairdə görüş") | words("ar", "لقاء في الجزائر") | words("fr", "Rencontre à Alger")
    write(users["reporter"], key="algiers-meeting", **names)
    write(users["reporter"], key="elsewhere", **words("en", "Baku"))

    found, of_two_languages = keys(q=typed), keys(q="görüş rencontre")

    assert (found, of_two_languages) == ({"algiers-meeting"}, set())
    assert keys(q=f"{typed} nowhere") == set()


def test_nonsense_is_not_asked_for(users, client):
    write(users["reporter"], key="there", **words("en", "There"))
    client.force_login(users["reporter"])
    nonsense = {"kind": "x", "language": "xx", "condition": "?", "person": "me", "country": "-1", "after": "now,1"}

    assert Asked.of(nonsense) == Asked()
    page = client.get(reverse("admin:index"), nonsense | {"topic": "9" * 40, "q": "\x00"})
    assert [row.record.key for row in page.context["board"].rows] == ["there"]


# Pages


def test_pages_hold_fifty_and_lead_on_without_losing_or_repeating_a_record(users):
    Record.objects.bulk_create(Record(kind="article", key=f"a-{number}") for number in range(2 * SIZE + 5))
    # Many records are saved at one moment by an import.
    Record.objects.update(modified_at=timezone.now())
    seen, sizes, asked = [], [], Asked(kind="article")
    while asked:
        records, further = page_of(asked, timezone.now())
        seen += [record.pk for record in records]
        sizes.append(len(records))
        asked = Asked.of(dict(parse_qsl(further))) if further else None

    assert sizes == [SIZE, SIZE, 5]
    assert seen == sorted(set(seen), reverse=True)
