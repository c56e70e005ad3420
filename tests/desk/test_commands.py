"""The desk's commands: records in and out, moves, and what would come out differently."""

import datetime as dt
import json

import pytest
from django.core.management import CommandError, call_command

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Decision, Stage, Version
from newsroom.public.models import Edition
from relations.models import Event, Record
from tests.desk.intake import CITY, PERSON, TALKS, bring, write

pytestmark = pytest.mark.django_db


SOURCE = {"kind": "source", "key": "s", "type": "agency", "lang": "en", "title": "Dispatch"}
CITED = TALKS | {"citations": [{"source": "s"}]}


@pytest.fixture
def people():
    return make_accounts()


def move(verb, *targets, by="publisher", **options):
    """As typed in a shell."""
    given = [f"--{name}={value}" for name, value in {"by": by, **options}.items()]
    call_command("move", verb, *targets, *given)


def submit(*targets):
    call_command("move", "submit", *targets, "--by=reporter", "--acknowledge")


def texts():
    return Version.objects.filter(record__kind="event")


def editions():
    return Edition.objects.filter(kind="event")


def publish_talks():
    submit("event/talks")
    move("approve", "event/talks", by="editor")
    move("publish", "event/talks")


def test_import_records_tells_how_many_records_were_created_changed_and_unchanged(tmp_path, capsys):
    bring(tmp_path, TALKS, CITY)

    call_command("import_records", write(tmp_path, TALKS, CITY | {"geonames": "2507480"}, PERSON))

    assert capsys.readouterr().out == "1 created, 1 changed, 1 unchanged.\n"


def test_import_records_takes_several_files_as_one_set_in_somebodys_name(tmp_path, people):
    paths = [
        write(tmp_path, TALKS | {"parent": "all"}, name="a.json"),
        write(tmp_path, TALKS | {"key": "all"}, name="b.json"),
    ]

    call_command("import_records", *paths, by="reporter")

    assert set(Record.objects.values_list("created_by__username", flat=True)) == {"reporter"}
    assert Event.objects.get(key="talks").parent.key == "all"


def test_import_records_of_a_faulty_file_lists_the_faults_and_fails(tmp_path, capsys):
    path = write(tmp_path, TALKS | {"mood": 1}, TALKS | {"key": "b", "date": "soon"}, PERSON)

    with pytest.raises(CommandError, match=r"^2 faults; nothing was written\.$"):
        call_command("import_records", path)

    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(" ")[2][:25] for line in lines] == ["records[0] event/talks: m", "records[1] event/b: date:"]
    assert Record.objects.count() == 0


def test_import_records_by_nobody_known_fails(tmp_path):
    with pytest.raises(CommandError, match="There is no user “ghost”"):
        call_command("import_records", write(tmp_path, TALKS), by="ghost")


def test_export_records_writes_the_kinds_asked_for(tmp_path, capsys):
    bring(tmp_path, TALKS, CITY, PERSON)

    call_command("export_records", kind=["event", "place"])

    document = json.loads(capsys.readouterr().out)
    records = [TALKS | {"row_version": 1}, CITY | {"row_version": 1}]
    assert document == {"format": "communique-records/1", "records": records}


def test_export_records_of_an_unknown_kind_fails():
    with pytest.raises(CommandError, match="Unknown kind rumour"):
        call_command("export_records", kind=["rumour"])


def test_move_takes_a_text_from_draft_to_published_by_different_people(tmp_path, people):
    bring(tmp_path, SOURCE, CITED | {"title": {"en": "Talks", "fr": "Entretiens"}})

    publish_talks()

    moves = (
        Decision.objects.filter(record_label="event/talks").order_by("pk").values_list("language", "verb", "by_label")
    )
    assert set(texts().values_list("stage", flat=True)) == {Stage.PUBLISHED}
    assert sorted(moves) == sorted(
        (language, verb, person)
        for language in ("en", "fr")
        for verb, person in (("submit", "reporter"), ("approve", "editor"), ("publish", "publisher"))
    )
    assert editions().count() == 2


def test_move_of_one_language_leaves_the_others(tmp_path, people):
    bring(tmp_path, SOURCE, CITED | {"title": {"en": "Talks", "fr": "Entretiens"}})

    submit("event/talks:fr")

    assert dict(texts().values_list("language", "stage")) == {"en": Stage.DRAFT, "fr": Stage.IN_REVIEW}


def test_move_publishes_at_a_moment_ahead(tmp_path, people):
    bring(tmp_path, SOURCE, CITED)
    submit("event/talks")
    move("approve", "event/talks", by="editor")

    move("publish", "event/talks", at="2999-05-01T18:00+01:00")

    assert editions().get().live_from == dt.datetime(2999, 5, 1, 17, tzinfo=dt.UTC)


def test_move_corrects_with_a_note_and_withdraws_with_a_reason(tmp_path, people):
    bring(tmp_path, SOURCE, CITED)
    publish_talks()
    bring(tmp_path, CITED | {"title": {"en": "Long talks"}})
    submit("event/talks")
    move("approve", "event/talks", by="editor")

    move("correct", "event/talks", reason="They were long.")
    move("withdraw", "event/talks", reason="They were not.")

    found = editions().order_by("live_from").values_list("action", "note")
    assert list(found) == [("published", ""), ("corrected", "They were long."), ("withdrawn", "They were not.")]


@pytest.mark.parametrize(
    ("verb", "target", "options", "message"),
    [
        ("approve", "event/talks", {}, "this move does not start there"),
        ("submit", "event/talks:de", {}, "“de” is no language of this desk: use en, fr, ar, az"),
        ("submit", "event/talks:fr", {}, "There is no text event/talks:fr"),
        ("submit", "event/none", {}, "There is no record event/none"),
        ("submit", "rumour/talks", {}, "There is no record rumour/talks"),
        ("submit", "talks", {}, "There is no record talks"),
        ("publish", "event/talks", {"by": "reporter"}, "You do not have the permission"),
        ("withdraw", "event/talks", {}, "Give a reason"),
        ("publish", "event/talks", {"at": "tomorrow"}, "“tomorrow” is no moment"),
        ("publish", "event/talks", {"at": "2999-05-01T18:00"}, "“2999-05-01T18:00” is no moment"),
        ("publish", "event/talks", {"at": "2999-13-01T18:00Z"}, "“2999-13-01T18:00Z” is no moment"),
        ("submit", "event/talks", {"by": "ghost"}, "There is no user “ghost”"),
    ],
)
def test_move_that_cannot_be_made_says_why(tmp_path, people, verb, target, options, message):
    bring(tmp_path, SOURCE, CITED)

    with pytest.raises(CommandError, match=message):
        move(verb, target, **options)

    assert (texts().get().stage, editions().count()) == (Stage.DRAFT, 0)


def test_move_of_several_texts_makes_all_or_none(tmp_path, people):
    bring(tmp_path, SOURCE, CITED, CITED | {"key": "other"})
    submit("event/other")

    with pytest.raises(CommandError, match="does not start there"):
        submit("event/talks", "event/other")

    assert Version.objects.get(record__key="talks").stage == Stage.DRAFT


def test_recompose_lists_published_texts_that_facts_have_left_behind(tmp_path, people, capsys):
    bring(tmp_path, SOURCE, CITED, CITED | {"key": "other"})
    submit("event/talks", "event/other")
    move("approve", "event/talks", "event/other", by="editor")
    move("publish", "event/talks", "event/other")
    call_command("recompose")
    before = capsys.readouterr().out

    Event.objects.filter(key="talks").update(date_note="By the host's calendar.", summary_en="Long.")
    call_command("recompose")

    assert (before, capsys.readouterr().out) == ("", "event/talks:en\n")
