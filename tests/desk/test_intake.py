"""What an import writes, and what it leaves alone."""

import pytest

from newsroom.desk.intake.export import export_records
from newsroom.desk.intake.load import import_files
from newsroom.desk.models import Article, Author, Byline, Decision, Stage, Version
from newsroom.public.models import Change, Edition
from relations.models import Actor, ActorName, Citation, Claim, Event, Participation, Picture, Place, Record
from tests.desk.intake import CITY, COUNTRY, PERSON, TALKS, bring, png, write

pytestmark = pytest.mark.django_db


def test_import_creates_records_with_texts_links_and_parts(tmp_path):
    person = {"person": "ali", "role": "host", "side": "algeria"}
    event = TALKS | {"place": "algiers", "participations": [person], "claims": [{"key": "c", "about": ["actor/ali"]}]}

    outcome = bring(tmp_path, event, PERSON, CITY | {"country": "algeria"}, COUNTRY)

    participation = Participation.objects.get()
    assert outcome.created == ["event/talks", "actor/ali", "place/algiers", "actor/algeria"]
    assert (participation.event.key, participation.person.name_ar, participation.side.iso3) == ("talks", "علي", "DZA")
    assert (participation.event.title_en, participation.event.title_fr) == ("Talks", "")
    assert str(participation.event.date) == "2025-04-21"
    assert participation.event.place.country.key == "algeria"
    assert [row.key for row in Claim.objects.get().about.all()] == ["ali"]


def test_import_publishes_references_in_their_languages_and_leaves_the_rest_as_drafts(tmp_path):
    bring(tmp_path, TALKS, PERSON, CITY, COUNTRY)

    versions = Version.objects.values_list("record__key", "language", "stage").order_by("record__key", "language")
    assert list(versions) == [
        ("algeria", "en", Stage.PUBLISHED),
        ("algiers", "en", Stage.PUBLISHED),
        ("algiers", "fr", Stage.PUBLISHED),
        ("ali", "ar", Stage.DRAFT),
        ("ali", "en", Stage.DRAFT),
        ("talks", "en", Stage.DRAFT),
    ]
    assert Edition.objects.count() == 3


def test_import_does_not_depend_on_order_or_on_how_records_are_spread_over_files(tmp_path):
    records = [TALKS | {"place": "algiers", "parent": "all"}, TALKS | {"key": "all"}, CITY, PERSON]
    citing = {"kind": "source", "key": "s", "type": "agency", "lang": "en", "publisher": "ali"}
    records[3] = PERSON | {"citations": [{"key": "ali-s", "source": "s"}]}
    paths = [write(tmp_path, *records[:2], name="a.json"), write(tmp_path, citing, *records[:1:-1], name="b.json")]

    outcome = import_files(paths)

    assert len(outcome.created) == 5
    assert Event.objects.get(key="talks").parent.key == "all"
    assert Citation.objects.get().source.publisher.key == "ali"


def test_import_run_twice_changes_nothing(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "p.png").write_bytes(png())
    participations = [{"person": "ali", "role": "host"}, {"person": "ali", "role": "speaker"}]
    records = [
        TALKS | {"participations": participations, "citations": [{"source": "s"}]},
        PERSON | {"picture": "p"},
        CITY | {"latitude": "36.7", "longitude": 3},
        COUNTRY,
        {"kind": "picture", "key": "p", "file": "p.png", "alt": {"en": "Two men"}, "focal_x": 0.25},
        {"kind": "source", "key": "s", "type": "agency", "lang": "en", "retrieved_at": "2026-01-01T09:00:00+01:00"},
        {"kind": "article", "key": "a", "type": "report", "headline": {"en": "One"}, "events": ["talks"]},
    ]
    bring(tmp_path, *records)
    before = everything()

    outcome = bring(tmp_path, *records)

    assert (outcome.created, outcome.changed, len(outcome.unchanged)) == ([], [], 7)
    assert everything() == before


def everything():
    rows = [list(model.objects.order_by("pk").values()) for model in (Record, Version, Edition, Decision, Change)]
    return rows, export_records(), list(Participation.objects.values_list("pk", flat=True))


def test_import_touches_only_the_fields_a_record_mentions(tmp_path):
    bring(tmp_path, CITY, TALKS | {"place": "algiers", "claims": [{"key": "c", "text": {"en": "Said"}}]})

    outcome = bring(tmp_path, {"kind": "event", "key": "talks", "title": {"en": "Talks", "fr": "Entretiens"}})

    event = Event.objects.get(key="talks")
    assert outcome.changed == ["event/talks"]
    assert (event.title_en, event.title_fr, event.place.key) == ("Talks", "Entretiens", "algiers")
    assert (event.row_version, [claim.text_en for claim in event.claims.all()]) == (2, ["Said"])


def test_import_empties_what_a_record_mentions_as_empty(tmp_path):
    bring(tmp_path, CITY, TALKS | {"place": "algiers", "summary": {"en": "Short"}})

    bring(tmp_path, {"kind": "event", "key": "talks", "place": None, "summary": {}})

    event = Event.objects.get(key="talks")
    assert (event.place, event.summary_en, event.title_en) == (None, "", "Talks")


def test_import_replaces_a_list_of_parts_that_is_mentioned(tmp_path):
    names = [{"key": "one", "lang": "en", "form": "Ali"}, {"key": "two", "lang": "fr", "form": "Aly"}]
    bring(tmp_path, PERSON | {"names": names})
    kept = ActorName.objects.get(key="two").pk

    bring(tmp_path, {"kind": "actor", "key": "ali", "names": [names[1], {"lang": "ar", "form": "علي"}]})

    found = ActorName.objects.order_by("pk").values_list("lang", "form")
    assert list(found) == [("fr", "Aly"), ("ar", "علي")]
    assert ActorName.objects.get(key="two").pk == kept


def test_import_of_parts_in_another_order_changes_nothing(tmp_path):
    names = [{"key": "one", "lang": "en", "form": "Ali"}, {"key": "two", "lang": "fr", "form": "Aly"}]
    bring(tmp_path, PERSON | {"names": names})

    assert bring(tmp_path, PERSON | {"names": names[::-1]}).unchanged == ["actor/ali"]


def test_import_moves_a_part_to_another_owner_whatever_the_order(tmp_path):
    name = {"key": "one", "lang": "en", "form": "Ali"}
    other = PERSON | {"key": "other"}
    bring(tmp_path, PERSON | {"names": [name]}, other)

    bring(tmp_path, other | {"names": [name]}, PERSON | {"names": []})

    assert ActorName.objects.get().actor.key == "other"


def test_import_keeps_the_order_of_links(tmp_path):
    topics = [{"kind": "topic", "key": key, "name": {"en": key}} for key in ("a", "b", "c")]
    bring(tmp_path, *topics, TALKS | {"topics": ["c", "a"]})

    bring(tmp_path, TALKS | {"topics": ["b", "c", "a"]})

    assert export_records(["event"])["records"][0]["topics"] == ["b", "c", "a"]


def test_import_that_changes_a_text_takes_its_approval_away(tmp_path):
    bring(tmp_path, TALKS)
    version = Version.objects.get()
    candidate = {"candidate": b"{}", "digest": "d", "approved_digest": "d", "stage": Stage.APPROVED}
    Version.objects.filter(pk=version.pk).update(**candidate)

    bring(tmp_path, TALKS | {"title": {"en": "Other talks"}})

    version.refresh_from_db()
    assert (version.stage, version.candidate, version.digest) == (Stage.DRAFT, None, "")


def test_import_stores_a_picture_once_with_its_size(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.png").write_bytes(png(7))
    (tmp_path / "copy.png").write_bytes(png(9))
    picture = {"kind": "picture", "key": "p", "file": "photos/one.png"}
    bring(tmp_path, picture)
    first = Picture.objects.get()

    again = bring(tmp_path, picture)
    changed = bring(tmp_path, picture | {"file": "copy.png"})

    second = Picture.objects.get()
    assert (first.width, first.height, second.width) == (7, 3, 9)
    assert (again.unchanged, changed.changed) == (["picture/p"], ["picture/p"])
    assert (tmp_path / "media" / second.file.name).read_bytes() == png(9)


def test_import_keeps_a_byline_account_out_of_the_file(tmp_path, django_user_model):
    user = django_user_model.objects.create_user("reporter")
    bring(tmp_path, {"kind": "author", "key": "desk", "name": {"en": "The desk"}})
    Author.objects.update(user=user)

    bring(tmp_path, {"kind": "author", "key": "desk", "name": {"en": "Desk"}})

    assert Author.objects.get().user == user
    exported = {"kind": "author", "key": "desk", "row_version": 2, "name": {"en": "Desk"}}
    assert export_records(["author"])["records"] == [exported]


def test_import_of_an_article_with_bylines_and_related_articles(tmp_path):
    author = {"kind": "author", "key": "desk", "name": {"en": "The desk"}}
    one = {"kind": "article", "key": "one", "type": "report", "bylines": [{"author": "desk"}], "related": ["two"]}
    two = {"kind": "article", "key": "two", "type": "report", "related": ["one"], "original_language": "ar"}

    bring(tmp_path, one, two, author)

    assert Byline.objects.get().article.key == "one"
    assert list(Article.objects.order_by("key").values_list("key", "related__key", "original_language")) == [
        ("one", "two", "en"),
        ("two", "one", "ar"),
    ]
    assert Actor.objects.count() == 0


def test_import_takes_numbers_by_the_digits_they_are_written_with(tmp_path):
    bring(tmp_path, CITY | {"latitude": 36.7538, "longitude": "3.0588"})

    place = Place.objects.get()
    assert (str(place.latitude), str(place.longitude)) == ("36.75380", "3.05880")
