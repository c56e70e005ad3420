"""What is exported can be imported into an empty desk, which then exports the same bytes."""

import json
import shutil

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from newsroom.desk.intake.load import import_files
from newsroom.desk.intake.shape import kinds
from newsroom.public.models import Head
from relations.models import Record
from tests.factories import desk, relations

pytestmark = pytest.mark.django_db

FACTORIES = [
    relations.ActorNameFactory,
    relations.MembershipFactory,
    relations.PlaceFactory,
    relations.TopicFactory,
    relations.PostTitleFactory,
    relations.AttestationFactory,
    relations.CapacityFactory,
    relations.SeriesFactory,
    relations.PictureFactory,
    relations.ParticipationFactory,
    relations.AgreementPartyFactory,
    relations.SignatureFactory,
    relations.CitationFactory,
    relations.ClaimFactory,
    relations.DisputeFactory,
    relations.QuoteFactory,
    relations.ObservationFactory,
    desk.BylineFactory,
    desk.ArticleActorFactory,
]


@pytest.fixture
def corpus(settings, tmp_path):
    """Something of every kind and every part, and links that a plain factory does not make."""
    settings.MEDIA_ROOT = tmp_path / "media"
    rows = {factory._meta.model.__name__: factory() for factory in FACTORIES}
    claim, dispute = rows["Claim"], rows["Dispute"]
    claim.about.set([rows["Place"], rows["Capacity"]])
    claim.value = {"b": [1, None], "a": "ق"}
    claim.save()
    relations.CitationFactory(record=claim.record, claim=claim, quote="“ق” \\ \n end", start=0, end=4)
    relations.CitationFactory(record=rows["Membership"].member, membership=rows["Membership"])
    dispute.claims.set([claim])
    dispute.resolved_claim = claim
    dispute.save()
    rows["Byline"].article.related.set([rows["ArticleActor"].article])
    Record.objects.filter(kind="event").update(row_version=7)
    rows["Picture"].rights_until = "2030-01-01"
    rows["Picture"].save()
    return rows


def test_export_imported_into_an_empty_desk_exports_the_same_bytes(corpus, tmp_path):
    first, second = tmp_path / "first" / "all.json", tmp_path / "second" / "all.json"
    first.parent.mkdir()
    second.parent.mkdir()
    call_command("export_records", first)
    empty()

    outcome = import_files([first])
    call_command("export_records", second)

    assert second.read_bytes() == first.read_bytes()
    assert {record["kind"] for record in json.loads(first.read_bytes())["records"]} == set(kinds())
    assert len(outcome.created) == Record.objects.count()
    assert files_under(second.parent) == files_under(first.parent)
    assert len(files_under(first.parent)) == 2


def empty():
    """Foreign keys are checked at the end of a transaction, so any order will do."""
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True) if is_content(model)]
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'DELETE FROM "{table}"')  # noqa: S608 - names of our own tables
    shutil.rmtree(default_storage.location)


def is_content(model) -> bool:
    return model._meta.app_label in ("relations", "desk", "public") and model is not Head and model._meta.managed


def files_under(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
