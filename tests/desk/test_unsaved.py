"""What is typed and not saved is kept for its author alone; who is where is known for two minutes."""

import datetime as dt
import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Autosave, Presence
from newsroom.desk.unsaved import TooMuch, keep_unsaved, note_leaving, note_presence, said, unsaved_of, who_is_here
from newsroom.desk.unsaved.keeping import LARGEST, LONGEST_NAME, MOST_INPUTS
from relations.models import Record
from tests.factories.desk import ArticleFactory
from tests.factories.relations import PlaceFactory

pytestmark = pytest.mark.django_db

FORM = "desk.article"


@pytest.fixture
def people():
    return make_accounts()


@pytest.fixture
def record():
    return ArticleFactory().record_ptr


def keep(by, record, known="", version=1, part=False, **inputs):
    listed = {name: [text] for name, text in inputs.items()}
    return keep_unsaved(by=by, form=FORM, record=record, row_version=version, inputs=listed, known=known, part=part)


def kept(by, record) -> dict:
    row = unsaved_of(by=by, form=FORM, record=record)
    return {name: text for name, [text] in row.fields.items()} if row else {}


def test_each_keeps_a_text_of_their_own(people, record):
    keep(people["reporter"], record, headline_en="By the reporter")
    keep(people["editor"], record, headline_en="By the editor")
    keep(people["editor"], None, headline_en="New")

    assert kept(people["reporter"], record) == {"headline_en": "By the reporter"}
    assert kept(people["editor"], record) == {"headline_en": "By the editor"}
    assert kept(people["editor"], None) == {"headline_en": "New"}
    assert kept(people["reporter"], None) == {}


def test_window_replaces_what_it_kept_itself(people, record):
    row, alone = keep(people["editor"], record, headline_en="First", body_en="Text")
    again, alone_again = keep(people["editor"], record, known=row.at.isoformat(), headline_en="Second")

    assert (alone, alone_again, again.pk) == (True, True, row.pk)
    assert kept(people["editor"], record) == {"headline_en": "Second"}


def test_another_window_adds_to_what_is_kept_and_the_older_base_stays(people, record):
    keep(people["editor"], record, version=3, headline_en="First", body_en="Text")
    row, alone = keep(people["editor"], record, version=5, headline_fr="Titre", body_en="Other text")

    assert (alone, row.row_version) == (False, 3)
    assert kept(people["editor"], record) == {"headline_en": "First", "headline_fr": "Titre", "body_en": "Other text"}


def test_last_words_of_a_closing_page_are_added(people, record):
    row, _ = keep(people["editor"], record, headline_en="First", body_en="Long")
    keep(people["editor"], record, known=row.at.isoformat(), part=True, headline_en="First and last")

    assert kept(people["editor"], record) == {"headline_en": "First and last", "body_en": "Long"}


def test_nothing_typed_any_more_keeps_nothing(people, record):
    row, _ = keep(people["editor"], record, headline_en="First")
    keep(people["editor"], record, known=row.at.isoformat())

    assert Autosave.objects.count() == 0


@pytest.mark.parametrize(
    "inputs",
    [
        {f"name_{number}": "" for number in range(MOST_INPUTS + 1)},
        {"body_en": "x" * (LARGEST + 1)},
        {"n" * (LONGEST_NAME + 1): ""},
    ],
    ids=["inputs", "text", "name"],
)
def test_more_than_a_form_holds_is_refused(people, record, inputs):
    with pytest.raises(TooMuch):
        keep(people["editor"], record, **inputs)
    assert Autosave.objects.count() == 0


# Who is where


def test_others_are_named_with_the_language_they_work_in(people, record):
    note_presence(by=people["translator"], record=record, language="fr")
    note_presence(by=people["reporter"], record=record, language="xx")
    note_presence(by=people["editor"], record=record, language="ar")

    here = who_is_here(record=record, besides=people["editor"])
    assert [(one.user.username, one.language) for one in here] == [("reporter", ""), ("translator", "fr")]
    assert [said(one) for one in here] == [
        "\u2068reporter\u2069 has this record open.",
        "\u2068translator\u2069 is editing the French text.",
    ]


def test_who_was_not_heard_for_two_minutes_has_gone(people, record):
    note_presence(by=people["translator"], record=record, language="fr")
    note_presence(by=people["reporter"], record=record)
    Presence.objects.filter(user=people["translator"]).update(at=timezone.now() - dt.timedelta(seconds=121))
    Presence.objects.filter(user=people["reporter"]).update(at=timezone.now() - dt.timedelta(seconds=110))

    assert [one.user.username for one in who_is_here(record=record, besides=people["editor"])] == ["reporter"]


def test_who_leaves_is_gone_at_once_and_only_from_there(people, record):
    other = ArticleFactory().record_ptr
    for place in (record, other):
        note_presence(by=people["translator"], record=place, language="fr")
    note_leaving(by=people["translator"], record=record)

    assert [len(who_is_here(record=place, besides=people["editor"])) for place in (record, other)] == [0, 1]


# Over the wire


@pytest.fixture
def tell(client, people):
    def told(address, asked, *, by="editor", **headers):
        client.force_login(people[by] if isinstance(by, str) else by)
        body = asked if isinstance(asked, str) else json.dumps(asked)
        return client.post(reverse(f"admin:{address}"), body, content_type="application/json", headers=headers)

    return told


def asked(record=None, **changes) -> dict:
    inputs = {"headline_en": ["Typed"]}
    return {"form": FORM, "record": record and record.pk, "row_version": 1, "inputs": inputs, "known": "", **changes}


def test_page_keeps_and_is_told_when(tell, people, record):
    told = tell("unsaved", asked(record)).json()

    row = Autosave.objects.get()
    assert told == {"at": row.at.isoformat(), "known": row.at.isoformat()}
    assert (row.user, row.record, row.form, row.fields) == (people["editor"], record, FORM, {"headline_en": ["Typed"]})


def test_presence_is_told_in_the_language_of_the_interface(tell, people, record):
    tell("presence", {"record": record.pk, "language": "ar"}, by="translator")
    told = tell("presence", {"record": record.pk, "language": "en"}).json()

    assert told == {
        "here": [
            {
                "name": "translator",
                "language": "ar",
                "said": "\u2068translator\u2069 is editing the Arabic text.",
            }
        ]
    }
    tell("presence", {"record": record.pk, "leaving": True}, by="translator")
    assert tell("presence", {"record": record.pk}).json() == {"here": []}


@pytest.mark.parametrize(
    ("address", "body", "status"),
    [
        ("unsaved", "{", 400),
        ("unsaved", "[]", 400),
        ("unsaved", {"form": FORM, "inputs": {"headline_en": "no list"}}, 400),
        ("unsaved", {"form": FORM, "inputs": {"headline_en": [1]}}, 400),
        ("unsaved", {"form": FORM, "inputs": {}, "row_version": -1}, 400),
        ("unsaved", {"form": FORM, "inputs": {}, "record": "1"}, 400),
        ("unsaved", {"form": FORM, "inputs": {}, "record": 10**9}, 404),
        ("unsaved", {"form": "auth.user", "inputs": {}}, 404),
        ("unsaved", {"form": FORM, "inputs": {"body_en": ["x" * (LARGEST + 1)]}}, 413),
        ("unsaved", {"form": FORM, "inputs": {"body_en": ["x" * 3_000_000]}}, 400),
        ("presence", {"record": 10**9}, 404),
        ("presence", {}, 400),
    ],
)
def test_what_no_page_of_ours_sends_is_refused(tell, address, body, status):
    assert tell(address, body).status_code == status
    assert (Autosave.objects.count(), Presence.objects.count()) == (0, 0)


def test_only_who_may_change_a_record_can_keep_something_for_it(tell, record):
    reader = get_user_model().objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename__in=("view_version", "view_article")))

    assert tell("unsaved", asked(record), by=reader).status_code == 403
    assert tell("unsaved", asked(), by=reader).status_code == 403
    assert tell("presence", {"record": record.pk}, by=reader).status_code == 200
    assert tell("presence", {"record": PlaceFactory().pk}, by=reader).status_code == 403
    assert Autosave.objects.count() == 0


def test_nothing_is_kept_without_the_token_of_the_page(people, record):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people["editor"])
    answer = client.post(reverse("admin:unsaved"), json.dumps(asked(record)), content_type="application/json")

    assert (answer.status_code, Autosave.objects.count()) == (403, 0)


def test_looking_is_no_way_to_ask(client, people):
    client.force_login(people["editor"])

    assert [client.get(reverse(f"admin:{name}")).status_code for name in ("unsaved", "presence")] == [405, 405]


def test_keeping_asks_for_little(tell, client, record, django_assert_num_queries):
    tell("unsaved", asked(record))
    more = json.dumps(asked(record, inputs={"headline_en": ["More"]}))

    # Session, user, two of permissions, record, article; kept before and kept now, with a savepoint around them.
    with django_assert_num_queries(10):
        client.post(reverse("admin:unsaved"), more, content_type="application/json")


def test_record_that_goes_takes_what_was_typed_with_it(people, record):
    keep(people["editor"], record, headline_en="Typed")
    note_presence(by=people["editor"], record=record)
    Record.objects.filter(pk=record.pk).delete()

    assert (Autosave.objects.count(), Presence.objects.count()) == (0, 0)
