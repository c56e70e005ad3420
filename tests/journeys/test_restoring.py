"""Bringing back an earlier text: the record whole, and no other."""

import json

import pytest

from newsroom.desk.history import restore, revisions
from newsroom.desk.intake.load import import_files
from newsroom.desk.models import Article, Stage
from newsroom.desk.saving import StaleRow
from relations.models import Attestation, Citation, Record, Signature
from tests.journeys.writing import publish, rewrite, text, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(users):
    return write(users["reporter"], headline_en="As first written", body_en="<p>One.</p>", headline_fr="Premier")


def bring_back(record, by, earlier: int = 1) -> None:
    """The text before the present one, or one further back."""
    kept = Record.objects.get(pk=record.pk)
    restore(record=kept, kept=revisions(kept)[earlier], by=by, row_version=kept.row_version)


def test_restoring_is_a_save_like_any_other(article, users):
    publish(article, users, "en")
    rewrite(article, users["translator"], headline_en="As written later")
    before = Record.objects.get(pk=article.pk).row_version
    bring_back(article, users["editor"])

    article.refresh_from_db()
    assert (article.headline_en, article.row_version, article.modified_by) == (
        "As first written",
        before + 1,
        users["editor"],
    )
    assert text(article, "en").stage == Stage.PUBLISHED
    assert revisions(article).count() == 3


def test_restoring_is_refused_once_somebody_has_saved(article, users):
    rewrite(article, users["translator"], headline_en="As written later")
    seen = Record.objects.get(pk=article.pk)
    kept = revisions(seen)[1]
    rewrite(article, users["reporter"], headline_en="As written last")

    with pytest.raises(StaleRow):
        restore(record=seen, kept=kept, by=users["editor"], row_version=seen.row_version)
    article.refresh_from_db()
    assert article.headline_en == "As written last"


def bring_in(folder, *records) -> None:
    path = folder / "records.json"
    path.write_text(json.dumps({"format": "communique-records/1", "records": records}))
    import_files([path])


def test_restoring_leaves_the_records_saved_with_it_as_they_are(tmp_path, users):
    first, second = ({"kind": "article", "key": key, "type": "report", "headline": {"en": key}} for key in ("ab", "cd"))
    bring_in(tmp_path, first, second)
    one, other = Article.objects.order_by("key")
    for row in (one, other):
        rewrite(row, users["reporter"], headline_en="Rewritten")

    bring_back(one, users["reporter"])

    assert list(Article.objects.order_by("key").values_list("headline_en", flat=True)) == ["ab", "Rewritten"]
    assert Record.objects.get(pk=other.pk).row_version == 2


def test_restoring_brings_back_parts_of_parts(tmp_path, users):
    person = {
        "kind": "actor",
        "key": "minister",
        "type": "person",
        "name": {"en": "Minister"},
        "tenures": [{"key": "held", "post": "post", "attestations": [{"key": "seen", "on": "2025"}]}],
    }
    agreement = {
        "kind": "agreement",
        "key": "pact",
        "type": "agreement",
        "descriptive_title": {"en": "Pact"},
        "acts": [
            {
                "key": "signed",
                "stage": "signed",
                "signatures": [{"key": "hand", "person": "minister", "side": "land"}],
                "citations": [{"key": "cited", "source": "paper"}],
            }
        ],
    }
    bring_in(
        tmp_path,
        {"kind": "post", "key": "post", "role": "minister"},
        {"kind": "source", "key": "paper", "type": "agency", "lang": "en"},
        {"kind": "actor", "key": "land", "type": "country", "name": {"en": "Land"}},
        person,
        agreement,
    )
    bring_in(tmp_path, {**person, "tenures": []}, {**agreement, "acts": []})
    assert [model.objects.count() for model in (Attestation, Signature, Citation)] == [0, 0, 0]

    bring_back(Record.objects.at("actor/minister"), users["reporter"])
    bring_back(Record.objects.at("agreement/pact"), users["reporter"])

    assert [model.objects.get().key for model in (Attestation, Signature, Citation)] == ["seen", "hand", "cited"]
