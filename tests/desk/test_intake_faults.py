"""A file with faults: each is told with its place, and nothing is written."""

import pytest

from newsroom.desk.intake.faults import ImportRefused
from newsroom.desk.intake.load import import_files
from newsroom.desk.models import Decision, Version
from newsroom.public.models import Edition
from relations.models import Actor, AgreementParty, Event, Picture, Record
from tests.desk.intake import COUNTRY, PERSON, TALKS, bring, faults_of, png
from tests.factories.relations import ActorNameFactory, AgreementFactory, CountryFactory

pytestmark = pytest.mark.django_db

BEGINNINGS = [
    "file.json: records[0]: unknown kind “rumour”: use one of article, actor, event, ",
    "file.json: records[1] event/talks: mood: unknown field; known here: bounds_end, ",
    "file.json: records[2] event/two: date: Write the date without spaces, such as 2025-04-21.",
    "file.json: records[6] event/four: ordinal: a whole number is expected here, without quotation marks",
    "file.json: records[7] event/five: title: 251 characters, but at most 250 fit",
    "file.json: records[8] event/six: type: “banquet” is not in the vocabulary: use visit, ",
    "file.json: records[10] event/seven: title: unknown language de: use en, fr, ar, az",
    "file.json: records[11] event/Eight Nine: “Eight Nine”: Use lower-case Latin letters, digits and single hyphens",
    "file.json: records[16]: an object in braces is expected here",
    "file.json: records[5] actor/ali: this record is there already: file.json: records[4] actor/ali",
    "file.json: records[12] event/ten: participations[1]: the key “ten-",
    "file.json: records[3] event/three: place: there is no place with the key “atlantis”",
    "file.json: records[13] event/eleven: participations[0].person: there is no actor with the key “nobody”",
    "file.json: records[9] dossier/pair: country_b: this must be given",
    "file.json: records[14] event/twelve: type: this must be given",
    "file.json: records[14] event/twelve: date: this must be given",
]


def test_import_with_faults_of_all_sorts_reports_each_with_its_place_and_writes_nothing(tmp_path):
    found = faults_of(
        tmp_path,
        {"kind": "rumour", "key": "one"},
        TALKS | {"mood": "good"},
        TALKS | {"key": "two", "date": "21 April 2025"},
        TALKS | {"key": "three", "place": "atlantis"},
        PERSON,
        PERSON,
        TALKS | {"key": "four", "ordinal": "1"},
        TALKS | {"key": "five", "title": {"en": "x" * 251}},
        TALKS | {"key": "six", "type": "banquet"},
        {"kind": "dossier", "key": "pair", "pair": "AZE-DZA", "country_a": "algeria"},
        TALKS | {"key": "seven", "title": {"de": "Gespräche"}},
        TALKS | {"key": "Eight Nine"},
        TALKS | {"key": "ten", "participations": [{"role": "host"}, {"role": "host"}]},
        TALKS | {"key": "eleven", "participations": [{"role": "host", "person": "nobody"}]},
        {"kind": "event", "key": "twelve"},
        COUNTRY,
        "text",
    )

    assert [fault[: len(start)] for fault, start in zip(found, BEGINNINGS, strict=True)] == BEGINNINGS
    assert [model.objects.count() for model in (Record, Version, Edition, Decision)] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"[1, 2", "file.json: 1:6: not JSON: Expecting ',' delimiter"),
        (b'{\n "format": }', "file.json: 2:12: not JSON: Expecting value"),
        (b"", "file.json: 1:1: not JSON: Expecting value"),
        ('{"format": "communiqué"}'.encode("latin-1"), "file.json: not UTF-8 at byte 21: save the file as UTF-8"),
        (b'{"format": 1, "format": 2}', "file.json: “format” is given twice in one object"),
        (b'{"records": [NaN]}', "file.json: “NaN” is no number in JSON"),
        (b'{"records": ' + b"9" * 5000 + b"}", "file.json: a number is too long"),
        (b"[" * 200_000, "file.json: lists or objects are nested too deeply"),
        (b"[]", "file.json: this is not an interchange file: it must say “format”: “communique-records/1”"),
        (b'{"format": "communique-records/1"}', "file.json: records: a list in square brackets is expected here"),
        (b'{"format": "communique-records/1", "records": [], "recrods": []}', "file.json: “recrods” is not known here"),
    ],
)
def test_import_of_what_is_no_interchange_file_says_why(tmp_path, content, fault):
    (tmp_path / "file.json").write_bytes(content)

    with pytest.raises(ImportRefused) as refused:
        import_files([tmp_path / "file.json"])

    assert str(refused.value) == fault


def test_import_of_missing_files_names_each(tmp_path):
    with pytest.raises(ImportRefused) as refused:
        import_files([tmp_path / "one.json", tmp_path / "two.json", tmp_path])

    assert str(refused.value).splitlines() == [
        "one.json: there is no such file",
        "two.json: there is no such file",
        f"{tmp_path.name}: it cannot be read: Is a directory",
    ]


def test_import_with_a_byte_order_mark_is_read(tmp_path):
    (tmp_path / "file.json").write_text('\ufeff{"format": "communique-records/1", "records": []}', encoding="utf-8")

    assert import_files([tmp_path / "file.json"]).created == []


def test_import_against_rules_between_fields_and_rows_reports_every_breach(tmp_path):
    CountryFactory(key="kept", iso3="DZA")

    found = faults_of(
        tmp_path,
        COUNTRY | {"gender": "f"},
        TALKS | {"visit_type": "state_visit"},
        TALKS | {"key": "round", "ordinal": 2},
        TALKS | {"key": "empty", "participations": [{"role": "host"}]},
        PERSON,
    )

    assert found == [
        "file.json: records[0] actor/algeria: Constraint “actor_gender_only_on_persons” is violated.",
        "file.json: records[0] actor/algeria: Constraint “actor_iso3_unique” is violated.",
        "file.json: records[1] event/talks: Constraint “event_visit_type_only_on_visits” is violated.",
        "file.json: records[2] event/round: Constraint “event_ordinal_needs_series” is violated.",
        "file.json: records[3] event/empty: participations[0]: Constraint “participation_names_somebody” is violated.",
    ]
    assert list(Record.objects.values_list("key", flat=True)) == ["kept"]


def test_import_of_a_part_under_a_key_of_another_owner_is_refused(tmp_path):
    ActorNameFactory(key="taken")

    found = faults_of(tmp_path, PERSON | {"names": [{"key": "taken", "lang": "en", "form": "Ali"}]})

    assert found == ["file.json: records[0] actor/ali: names[0].key: Actor name with this Key already exists."]


def test_import_that_leaves_out_a_part_something_points_at_is_refused(tmp_path):
    claims = [{"key": "c1", "text": {"en": "One"}}, {"key": "c2", "text": {"en": "Two"}}]
    dispute = {"key": "d", "kind": "date", "claims": ["c1"], "resolved_claim": "c1"}
    bring(tmp_path, TALKS | {"claims": claims, "disputes": [dispute]})

    found = faults_of(tmp_path, TALKS | {"claims": claims[1:]})
    moved = bring(
        tmp_path, TALKS | {"claims": claims[1:], "disputes": [dispute | {"claims": [], "resolved_claim": "c2"}]}
    )

    assert found == ["file.json: records[0] event/talks: claims: “c1” is left out, but something points at it"]
    assert moved.changed == ["event/talks"]


def test_import_that_empties_a_required_field_of_a_kept_row_is_refused(tmp_path):
    bring(tmp_path, COUNTRY)
    agreement = AgreementFactory(key="accord")
    AgreementParty.objects.create(key="accord-algeria", agreement=agreement, actor=Actor.objects.get(key="algeria"))

    found = faults_of(
        tmp_path,
        {"kind": "agreement", "key": "accord", "type": None, "parties": [{"key": "accord-algeria", "actor": None}]},
    )

    assert found == [
        "file.json: records[0] agreement/accord: type: this must be given",
        "file.json: records[0] agreement/accord: parties[0].actor: this must be given",
    ]


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("missing.png", "there is no file “missing.png” beside this one"),
        ("text.png", "“text.png” is not a picture"),
        ("../secret.png", "“../secret.png” leads out of the folder of this file"),
        ("/etc/hostname", "“/etc/hostname” leads out of the folder of this file"),
        ("", "there is no file “” beside this one"),
        (7, "text in quotation marks is expected here"),
    ],
)
def test_import_of_a_picture_that_is_none_is_refused(tmp_path, settings, path, fault):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "text.png").write_text("text")

    found = faults_of(tmp_path, {"kind": "picture", "key": "p", "file": path})

    assert found == [f"file.json: records[0] picture/p: file: {fault}"]
    assert Picture.objects.count() == 0


def test_import_refused_by_the_database_leaves_no_file_behind(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "p.png").write_bytes(png())

    found = faults_of(tmp_path, {"kind": "picture", "key": "p", "file": "p.png"}, TALKS | {"visit_type": "state_visit"})

    assert found == ["file.json: records[1] event/talks: Constraint “event_visit_type_only_on_visits” is violated."]
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []
    assert Event.objects.count() == 0


def test_import_by_somebody_who_may_not_publish_is_refused_where_it_would_publish(tmp_path, django_user_model):
    reporter = django_user_model.objects.create_user("reporter")

    found = faults_of(tmp_path, TALKS, COUNTRY, PERSON, by=reporter)
    outcome = bring(tmp_path, TALKS, PERSON, by=reporter)

    assert found == [
        "file.json: records[1] actor/algeria: Saving this publishes it at once, and you do not have the permission to "
        "publish. Ask a publisher."
    ]
    assert outcome.created == ["event/talks", "actor/ali"]
    assert set(Record.objects.values_list("created_by", "modified_by")) == {(reporter.pk, reporter.pk)}
