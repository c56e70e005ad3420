"""Erasing a record leaves none of its words anywhere in the database, wherever the desk had put them."""

import json

import pytest
import reversion
from django.apps import apps
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

from newsroom.desk import erasure
from newsroom.desk.models import Autosave, Decision, Note, Verb, Version
from newsroom.desk.publish import erase, publish
from relations.models import Identifier, Part, Record
from tests.factories import desk, relations
from tests.factories.publication import item

pytestmark = pytest.mark.django_db

# In every text that is filled below.
WORD = "kanarya"

# Codes and names of languages, which are kept.
NOT_WORDS = {
    "Actor.iso2",
    "Actor.iso3",
    "Actor.m49",
    "Place.m49",
    "ActorName.lang",
    "Claim.field",
    "Dossier.pair",
    "Identifier.scheme",
    "Observation.currency",
    "Participation.printed_lang",
    "Quote.lang",
    "Record.kind",
    "Record.uid",
    "Source.lang",
}
PARTS = [
    relations.ActorNameFactory,
    relations.MembershipFactory,
    relations.PostTitleFactory,
    relations.TenureFactory,
    relations.AttestationFactory,
    relations.ParticipationFactory,
    relations.AgreementPartyFactory,
    relations.AgreementActFactory,
    relations.SignatureFactory,
    relations.CitationFactory,
    relations.ClaimFactory,
    relations.DisputeFactory,
    relations.QuoteFactory,
    relations.ObservationFactory,
    desk.BylineFactory,
    desk.ArticleActorFactory,
]
# What tells a second part from the first where no text does.
ANOTHER = {relations.PostTitleFactory: {"valid": "2020"}}
RECORDS = [
    relations.PersonFactory,
    relations.PlaceFactory,
    relations.TopicFactory,
    relations.PostFactory,
    relations.CapacityFactory,
    relations.SeriesFactory,
    relations.EventFactory,
    relations.AgreementFactory,
    relations.SourceFactory,
    relations.IndicatorFactory,
    relations.DossierFactory,
    desk.ArticleFactory,
    desk.AuthorFactory,
]


def text_fields(model):
    texts = models.CharField | models.TextField | models.JSONField
    return [f for f in model._meta.local_fields if isinstance(f, texts) and f.editable and not f.choices]


def fill(row):
    """The word in every column that can hold it; the key, which is a slug, too."""
    for model in {type(row), *row._meta.get_parent_list()}:
        names = [field for field in text_fields(model) if f"{model.__name__}.{field.name}" not in NOT_WORDS]
        values = {field.name: word_for(field, row) for field in names}
        models.QuerySet(model).filter(pk=row.pk).update(**values)


def word_for(field, row):
    if isinstance(field, models.JSONField):
        return [WORD]
    word = f"{WORD}-{row.pk}" if field.unique or field.name in {"key", "form", "value"} else WORD
    return word[: field.max_length]


def columns_with(word) -> set[str]:
    found = set()
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                found |= {f"{table}.{name}" for name, value in zip(names, row, strict=True) if word in as_text(value)}
    return found


def as_text(value) -> str:
    return bytes(value).decode(errors="replace") if isinstance(value, bytes | memoryview) else str(value)


def record_links(model):
    return [
        field for field in model._meta.local_fields if field.related_model and issubclass(field.related_model, Record)
    ]


def erase_record(record):
    erase(uid=record.uid, by=None, reason="Asked for.")


@pytest.mark.parametrize("factory", RECORDS, ids=lambda factory: factory._meta.model.__name__)
def test_erase_blanks_every_word_of_the_working_row(factory):
    row = factory()
    fill(row)
    assert columns_with(WORD)

    erase_record(row)

    assert columns_with(WORD) == set()


@pytest.mark.parametrize("factory", PARTS, ids=lambda factory: factory._meta.model.__name__)
def test_erase_blanks_every_word_of_the_parts(factory):
    parts = [factory()]
    record = parts[0].owner
    if factory._meta.model.OWNER in {field.name for field in record_links(factory._meta.model)}:
        # Two, since blank texts may have to differ from each other.
        parts.append(factory(**{factory._meta.model.OWNER: record, **ANOTHER.get(factory, {})}))
    for part in parts:
        fill(part)

    erase_record(record)

    assert columns_with(WORD) == set()
    assert type(parts[0])._base_manager.filter(pk__in=[part.pk for part in parts]).count() == len(parts)


def test_erase_blanks_identifiers():
    person = relations.PersonFactory()
    for number in (1, 2):
        Identifier.objects.create(actor=person, scheme="wikidata", value=f"{WORD}{number}", key=f"{WORD}-{number}")

    erase_record(person)

    assert columns_with(WORD) == set()


def test_every_part_and_kind_is_tried_here():
    tried = {factory._meta.model for factory in (*PARTS, *RECORDS)} | {Identifier}
    kinds = {model for model in apps.get_models() if issubclass(model, Record | Part)}

    assert {model.__name__ for model in kinds - tried} == {"Record", "Picture"}


def test_codes_are_all_that_is_not_taken_for_words():
    rows = [model for model in apps.get_models() if issubclass(model, Record | Part)]
    kept = {f"{m.__name__}.{f.name}" for m in rows for f in text_fields(m) if not erasure.has_words(f)}

    assert kept - {f"{m.__name__}.key" for m in rows} == NOT_WORDS - {"Record.uid", "Record.kind"}


def test_places_where_words_are_kept():
    assert [place.__name__ for place in erasure.PLACES] == [
        "blank_revisions",
        "blank_admin_log",
        "blank_decisions",
        "drop_talk",
        "blank_versions",
        "blank_parts",
        "blank_record",
    ]


@pytest.fixture
def person():
    return relations.PersonFactory(name_en=f"{WORD} in a name", key=WORD)


def test_erase_blanks_candidates_and_what_is_known_of_their_texts(person):
    Version.objects.create(
        record=person.record_ptr,
        language="en",
        stage="approved",
        candidate=WORD.encode(),
        digest="d",
        slug=WORD,
        title=WORD,
        found_by=WORD,
        text_hashes={"name": WORD},
        source_hashes={"name": WORD},
    )

    erase_record(person)

    assert columns_with(WORD) == set()
    assert Version.objects.get().stage == "withdrawn"


def test_erase_drops_notes_and_what_was_typed_and_never_saved(person):
    colleague = get_user_model().objects.create(username="selma")
    version = Version.objects.create(record=person.record_ptr, language="en")
    Note.objects.create(version=version, text=WORD, by_label="selma", at=person.created_at)
    Autosave.objects.create(user=colleague, record=person.record_ptr, fields={"name_en": [WORD]}, at=person.created_at)

    erase_record(person)

    assert columns_with(WORD) == set()


def test_erase_keeps_the_log_of_moves_without_its_reasons(person):
    Decision.objects.create(
        uid=person.uid, record_label=str(person), verb=Verb.SPIKE, reason=WORD, by_label="selma", at=person.created_at
    )

    erase_record(person)

    assert columns_with(WORD) == set()
    [decision] = Decision.objects.filter(verb=Verb.SPIKE)
    assert (decision.by_label, decision.record_label) == ("selma", f"actor/erased-{person.uid}")


def test_erase_blanks_the_admin_log(person):
    LogEntry.objects.create(
        user=get_user_model().objects.create(username="selma"),
        content_type=ContentType.objects.get_for_model(person),
        object_id=str(person.pk),
        object_repr=WORD,
        action_flag=CHANGE,
        change_message=WORD,
    )

    erase_record(person)

    assert columns_with(WORD) == set()
    assert LogEntry.objects.count() == 1


def test_erase_deletes_stored_revisions_of_the_record_and_of_parts_that_are_gone(person):
    neighbour = relations.PersonFactory(name_en="Neighbour")
    tenure = relations.TenureFactory(person=person, key=f"{WORD}-tenure")
    attestation = relations.AttestationFactory(tenure=tenure, key=f"{WORD}-attestation")
    with reversion.create_revision():
        reversion.set_comment(WORD)
        for row in (person, person.record_ptr, tenure, attestation, neighbour):
            reversion.add_to_revision(row)
    assert "reversion_version.serialized_data" in columns_with(WORD)
    attestation.delete()
    tenure.delete()

    erase_record(person)

    assert columns_with(WORD) == set()
    kept = reversion.models.Version.objects.get_for_object(neighbour).get()
    assert json.loads(kept.serialized_data)[0]["fields"]["name_en"] == "Neighbour"


def test_erase_blanks_everything_public(person):
    public = item(person.uid, text=WORD, slug=WORD, sort_name=WORD, facets=[("topic", WORD)], search=[f"{WORD} lar"])
    publish(items=[public], by=None, note=WORD)
    publish(items=[public], by=None)
    assert {"public_edition.payload", "public_address.slug", "public_facet.value"} < columns_with(WORD)

    erase_record(person)

    assert columns_with(WORD) == set()


def test_erase_of_one_record_leaves_the_words_of_others(person):
    other = relations.PersonFactory(name_en="Other", key="other")

    erase_record(person)

    other.refresh_from_db()
    assert (other.name_en, other.key) == ("Other", "other")


def test_erase_that_fails_leaves_everything(person, monkeypatch):
    monkeypatch.setattr(erasure, "PLACES", (*erasure.PLACES, lambda record: 1 / 0))

    with pytest.raises(ZeroDivisionError):
        erase_record(person)

    person.refresh_from_db()
    assert person.key == WORD
