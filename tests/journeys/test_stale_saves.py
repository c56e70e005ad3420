"""Two saves from the same starting point: on every way to write, the second is refused and neither text is lost."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from newsroom.desk.history import restore, revisions
from newsroom.desk.models import Article
from newsroom.desk.saving import StaleRow, saving, saving_many
from relations.models import ActorName, Event, Record
from tests.factories.desk import AuthorFactory, BylineFactory
from tests.factories.relations import EventFactory, PersonFactory, PlaceFactory, TopicFactory
from tests.journeys.desks import Desk, shows
from tests.journeys.forms import fields
from tests.journeys.writing import rewrite, write

pytestmark = pytest.mark.django_db

FIRST, SECOND = "As the first one saved it", "As the second one typed it"


@pytest.fixture
def article(users):
    return write(users["reporter"], headline_en="As both opened it", body_en="<p>Text.</p>")


def kept(article) -> Article:
    return Article.objects.get(pk=article.pk)


# From code


def test_second_save_from_code_is_refused_with_the_text_kept(article, users):
    seen = Record.objects.get(pk=article.pk).row_version
    rewrite(article, users["reporter"], headline_en=FIRST)

    with pytest.raises(StaleRow) as refused, saving(article, row_version=seen, by=users["editor"]):
        Article.objects.filter(pk=article.pk).update(headline_en=SECOND)
    assert kept(article).headline_en == FIRST
    assert refused.value.record.working_row().headline_en == FIRST
    assert "reporter" in str(refused.value)


def test_one_stale_record_refuses_all_of_a_bulk(article, users):
    other = write(users["reporter"], headline_en="Other")
    rewrite(other, users["reporter"], headline_en=FIRST)

    with pytest.raises(StaleRow), saving_many(by=users["editor"], references=False) as saves:
        for row in (article, other):
            saves.begin(Record.objects.get(pk=row.pk), row.row_version)
            Article.objects.filter(pk=row.pk).update(headline_en=SECOND)
            saves.add(row)
    assert [kept(row).headline_en for row in (article, other)] == ["As both opened it", FIRST]


# From the admin's forms


@pytest.fixture
def two_desks(client, users):
    def open_both(record) -> tuple[Desk, Desk]:
        return Desk(client, users["reporter"], record), Desk(client, users["editor"], record)

    return open_both


def asked_about(response) -> list[tuple[str, str]]:
    """What both changed: as kept, and as typed."""
    hands = [(one.theirs, one.mine) for one in response.context["unsaved"]["not_saved"].contested]
    return [tuple("".join(piece.text for piece in pieces) for pieces in both) for both in hands]


def test_second_form_comes_back_with_both_texts_and_can_then_be_saved(article, two_desks, users):
    first, second = two_desks(article)
    assert first.save(headline_en=FIRST).status_code == 302
    refused = second.save(headline_en=SECOND)

    assert (refused.status_code, kept(article).headline_en) == (200, FIRST)
    assert shows(refused, FIRST, SECOND, "reporter") == [True] * 3
    second.opened = second.fields(refused)
    assert second.opened["headline_en"] == [SECOND]
    assert second.save(headline_en="Put together").status_code == 302
    assert (kept(article).headline_en, kept(article).modified_by) == ("Put together", users["editor"])


def test_second_form_is_refused_when_only_parts_differ(article, two_desks):
    names = [AuthorFactory(key=key) for key in ("aster", "boreal")]
    byline = BylineFactory(article=article, author=AuthorFactory())
    first, second = two_desks(article)

    assert first.save(**{"bylines-0-author": names[0].pk}).status_code == 302
    refused = second.save(**{"bylines-0-author": names[1].pk})

    byline.refresh_from_db()
    assert (refused.status_code, byline.author_id) == (200, names[0].pk)
    assert asked_about(refused) == [("aster", "boreal")]


def test_second_form_is_refused_when_only_links_to_many_differ(users, two_desks):
    article = write(users["reporter"], headline_en="Opened", body_en="<p>Text.</p>")
    topics = [TopicFactory(key=key) for key in ("asterism", "borealism")]
    first, second = two_desks(article)

    assert first.save(topics=[topics[0].pk]).status_code == 302
    refused = second.save(topics=[topics[1].pk])

    assert (refused.status_code, list(kept(article).topics.all())) == (200, topics[:1])
    assert asked_about(refused) == [("asterism", "borealism")]


def test_second_form_is_refused_when_a_part_is_added_or_taken_away(two_desks):
    person = PersonFactory()
    name = ActorName.objects.create(actor=person, lang="en", form="Opened")
    first, second = two_desks(person)

    assert first.save(**{"names-0-DELETE": "on"}).status_code == 302
    refused = second.save(**{"names-0-form": SECOND})

    assert (refused.status_code, ActorName.objects.filter(pk=name.pk).exists()) == (200, False)
    assert shows(refused, SECOND) == [True]


@pytest.mark.parametrize("factory", [TopicFactory, PlaceFactory])
def test_second_form_of_a_reference_is_refused(client, users, factory):
    record = factory()
    first, second = (Desk(client, users["publisher"], record) for _ in range(2))

    assert first.save(name_en=FIRST).status_code == 302
    refused = second.save(name_en=SECOND)

    assert (refused.status_code, type(record).objects.get().name_en) == (200, FIRST)
    assert shows(refused, FIRST, SECOND) == [True, True]


def test_second_form_of_an_event_is_refused_with_its_dates(two_desks):
    event = EventFactory(date="2025")
    first, second = two_desks(event)

    assert first.save(date="2025-04-21").status_code == 302
    refused = second.save(date="2025-05")

    assert (refused.status_code, Event.objects.get().date.edtf) == (200, "2025-04-21")
    assert shows(refused, "2025-04-21", "2025-05") == [True, True]


def test_save_without_the_version_seen_is_refused(article, two_desks):
    first, _ = two_desks(article)
    refused = first.save(headline_en=SECOND, seen_version="")

    assert (refused.status_code, kept(article).headline_en) == (200, "As both opened it")


def test_earlier_text_is_not_brought_back_over_one_that_was_not_seen(client, article, users):
    rewrite(article, users["reporter"], headline_en="Second text")
    version = revisions(kept(article))[1]
    client.force_login(users["editor"])
    address = reverse("admin:desk_article_revision", args=[article.pk, version.pk])
    opened = fields(client.get(address), "article_form")
    rewrite(article, users["reporter"], headline_en=FIRST)

    assert client.post(address, opened).status_code == 302
    assert kept(article).headline_en == FIRST
    again = fields(client.get(address), "article_form")
    assert client.post(address, again).status_code == 302
    assert kept(article).headline_en == "As both opened it"


# From files


def exported(tmp_path, kind: str):
    path = tmp_path / f"{kind}.json"
    call_command("export_records", path, kind=[kind])
    return path


def retype(path, **texts) -> None:
    document = json.loads(path.read_text("utf-8"))
    for record in document["records"]:
        record.update(texts)
    path.write_text(json.dumps(document), "utf-8")


def test_file_exported_before_somebody_saved_is_refused_with_what_differs(article, users, tmp_path, capsys):
    path = exported(tmp_path, "article")
    retype(path, headline={"en": SECOND})
    rewrite(article, users["reporter"], headline_en=FIRST)

    with pytest.raises(CommandError):
        call_command("import_records", path, by="editor")
    assert kept(article).headline_en == FIRST
    told = capsys.readouterr().err
    assert [text in told for text in (FIRST, SECOND, "reporter", "headline")] == [True] * 4


def test_file_exported_and_changed_is_written_once_and_then_changes_nothing(article, users, tmp_path, capsys):
    path = exported(tmp_path, "article")
    retype(path, headline={"en": SECOND})

    call_command("import_records", path, by="editor")
    call_command("import_records", path, by="editor")

    assert kept(article).headline_en == SECOND
    assert kept(article).row_version == article.row_version + 1


def test_restoring_by_code_from_a_version_seen_before_is_refused(article, users):
    version = revisions(kept(article))[0]
    rewrite(article, users["reporter"], headline_en=FIRST)

    with pytest.raises(StaleRow):
        restore(record=article, kept=version, by=users["editor"], row_version=article.row_version)
    assert kept(article).headline_en == FIRST
