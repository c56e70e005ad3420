"""Every role x every move x every kind under review: open or refused, as one table says; and every kind of record saved."""

import pytest

from newsroom.desk import stages, workflow
from newsroom.desk.demonstration.people import make_accounts
from newsroom.desk.models import Decision, Release, Verb, Version
from newsroom.desk.people import may
from newsroom.desk.people.roles import ROLES
from newsroom.desk.publish.refusals import PublicationRefused
from newsroom.desk.saving import REVIEWED_KINDS, NotPermitted, saving, saving_many
from relations.models import Record
from relations.values.vocabularies import RecordKind
from tests.factories import desk, relations

pytestmark = pytest.mark.django_db

WRITERS = {"reporter", "translator", "editor", "publisher"}
EDITORS = {"editor", "publisher"}
PUBLISHERS = {"publisher"}

# Who makes which move. A move that is not here has no test, which is a failure of its own.
MAY = {
    "submit": WRITERS,
    "check_translation": WRITERS,
    "revive": WRITERS,
    "approve": EDITORS,
    "approve_afterwards": EDITORS,
    "send_back": EDITORS,
    "spike": EDITORS,
    "publish": PUBLISHERS,
    "correct": PUBLISHERS,
    "publish_urgently": PUBLISHERS,
    "cancel": PUBLISHERS,
    "reschedule": PUBLISHERS,
    "release": PUBLISHERS,
    "withdraw": {"publisher", "administrator"},
    "erase": {"administrator"},
}
MAKERS = {
    RecordKind.ARTICLE: desk.ArticleFactory,
    RecordKind.ACTOR: relations.PersonFactory,
    RecordKind.EVENT: relations.EventFactory,
    RecordKind.AGREEMENT: relations.AgreementFactory,
    RecordKind.DOSSIER: relations.DossierFactory,
}


@pytest.fixture
def users():
    return make_accounts()


def made(kind: str) -> Version:
    """The English text of a new record, by nobody, with all that it refers to saved and public."""
    record = MAKERS[kind]()
    with saving_many() as saves:
        for one in Record.objects.all():
            saves.add(one)
    return Version.objects.select_related("record").get(record=record.pk, language="en")


def again(version: Version) -> Version:
    return Version.objects.select_related("record").get(pk=version.pk)


# Each asks for a move as its page does; one edition stands for those that wait.
CALLS = {
    "submit": lambda version, **by: workflow.submit(versions=[version], acknowledged=workflow.ALL_WARNINGS, **by),
    "check_translation": lambda version, **by: workflow.check_translation(versions=[version], **by),
    "revive": lambda version, **by: workflow.revive(versions=[version], **by),
    "approve": lambda version, **by: workflow.approve(versions=[version], **by),
    "approve_afterwards": lambda version, **by: workflow.approve_afterwards(versions=[version], **by),
    "send_back": lambda version, **by: workflow.send_back(versions=[version], reason="Again.", **by),
    "spike": lambda version, **by: workflow.spike(versions=[version], reason="No news.", **by),
    "publish": lambda version, **by: workflow.publish(versions=[version], **by),
    "correct": lambda version, **by: workflow.correct(versions=[version], note="A slip.", **by),
    "publish_urgently": lambda version, **by: workflow.publish_urgently(versions=[version], reason="Now.", **by),
    "cancel": lambda version, **by: workflow.cancel_all(editions=[], **by),
    "reschedule": lambda version, **by: workflow.reschedule(editions=[], at=None, **by),
    "release": lambda version, **by: workflow.release(release=Release.objects.create(name=str(by)), **by),
    "withdraw": lambda version, **by: workflow.withdraw(record=version.record, reason="Wrong.", **by),
    "erase": lambda version, **by: workflow.erase(record=version.record, reason="A court.", **by),
}
OTHERWISE_REFUSED = (workflow.MoveRefused, PublicationRefused)


def is_allowed(move: str, version: Version, by) -> bool:
    """Whether somebody may ask for a move; what the text itself has against it is another matter."""
    try:
        CALLS[move](version, by=by)
    except workflow.NotAllowed:
        return False
    except OTHERWISE_REFUSED:
        return True
    return True


@pytest.mark.parametrize("kind", MAKERS)
def test_move_is_open_to_the_roles_of_the_table_and_to_no_other(users, kind):
    version = made(kind)
    moves = sorted(MAY, key=list(CALLS).index)

    found = {move: {role for role in ROLES if is_allowed(move, version, users[role])} for move in moves}
    assert found == MAY


def test_refused_moves_leave_nothing_behind(users):
    version = made(RecordKind.ARTICLE)
    for move in MAY:
        for role in set(ROLES) - MAY[move]:
            assert not is_allowed(move, version, users[role])

    kept = Version.objects.get(pk=version.pk)
    assert (kept.stage, kept.digest, Decision.objects.about(version.record).count()) == ("draft", "", 0)


def test_table_has_every_move_and_every_kind_under_review():
    assert set(stages.MOVES) | set(may.BESIDE) <= set(MAY)
    assert set(MAKERS) == set(REVIEWED_KINDS)


REFERENCES = {
    RecordKind.PLACE: relations.PlaceFactory,
    RecordKind.TOPIC: relations.TopicFactory,
    RecordKind.POST: relations.PostFactory,
    RecordKind.SERIES: relations.SeriesFactory,
    RecordKind.INDICATOR: relations.IndicatorFactory,
    RecordKind.SOURCE: relations.SourceFactory,
    RecordKind.AUTHOR: desk.AuthorFactory,
    RecordKind.CAPACITY: relations.CapacityFactory,
}


@pytest.mark.parametrize("kind", RecordKind)
def test_reference_is_saved_by_publishers_alone_since_saving_publishes_it(users, kind):
    factories = {**MAKERS, **REFERENCES, RecordKind.PICTURE: relations.PictureFactory}
    row = factories[kind]()
    record = Record.objects.get(pk=row.pk)

    def saves(by) -> bool:
        try:
            with saving(record, row_version=Record.objects.get(pk=record.pk).row_version, by=by):
                return True
        except NotPermitted:
            return False

    asked = {role for role in WRITERS if saves(users[role])}
    assert asked == (PUBLISHERS if kind in REFERENCES else WRITERS)


def test_page_of_who_may_do_what_says_the_same(users):
    groups = may.roles()
    said = {
        line.what: {role for role, may_it in zip(ROLES, line.may, strict=True) if may_it} for line in may.moves(groups)
    }

    assert [one.name for one in groups] == [str(role.label) for role in ROLES.values()]
    assert said == {workflow_label(move): MAY[move] for move in (*stages.MOVES, *may.BESIDE)}
    kinds = dict(zip(RecordKind, may.kinds(groups), strict=True))
    saved_by = {kind: {role for role, may_it in zip(ROLES, kinds[kind].may, strict=True) if may_it} for kind in kinds}
    assert saved_by == {kind: PUBLISHERS if kind in REFERENCES else WRITERS for kind in RecordKind}


def workflow_label(move: str) -> str:
    return Verb(move).label
