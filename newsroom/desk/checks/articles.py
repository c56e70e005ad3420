from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, error, warning
from newsroom.desk.compose.paths import uids_at
from newsroom.desk.compose.rich_text import plain_text, record_paths
from newsroom.desk.fields import tr
from relations.values.vocabularies import RecordKind


def body_has_words(subject: Subject) -> Iterator[Message]:
    """29: markup alone is no text."""
    body = tr(subject.row, "body", subject.language)
    if body and not plain_text(body):
        yield error("body-empty", "body", _("The text has no words."))


def links_lead_to_records(subject: Subject) -> Iterator[Message]:
    """32: a link in running text leads to a record that exists and can be read."""
    field = "intro" if subject.row.kind == RecordKind.DOSSIER else "body"
    paths = record_paths(tr(subject.row, field, subject.language))
    known = uids_at(paths)
    for path in paths:
        if path not in known:
            yield error(
                "link-to-nothing", field, _("There is no record “%(path)s”. Correct or remove the link."), path=path
            )
        elif path.startswith(f"{RecordKind.PICTURE}/"):
            yield error("link-to-picture", field, _("“%(path)s” is a picture and has no page."), path=path)


def picture_is_described(subject: Subject) -> Iterator[Message]:
    """29: who cannot see the picture reads what it shows."""
    picture = picture_of(subject)
    if picture and not tr(picture, "alt", subject.language):
        yield error("alt-missing", "lead_picture", _("Describe the picture in this language (alternative text)."))


def picture_may_be_used(subject: Subject) -> Iterator[Message]:
    picture = picture_of(subject)
    if picture and picture.rights_until and picture.rights_until < subject.today:
        yield error("rights-ended", "lead_picture", _("The rights to the picture have ended."))


def picture_of(subject: Subject):
    return getattr(subject.row, "lead_picture", None) or getattr(subject.row, "picture", None)


def standfirst_is_present(subject: Subject) -> Iterator[Message]:
    if not tr(subject.row, "standfirst", subject.language):
        yield warning("standfirst-missing", "standfirst", _("Lists and search show the article without a standfirst."))
