import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.desk.checks.message import Message, Subject, error, warning
from newsroom.desk.fields import missing_fields, texts_of, tr, translated_fields
from relations.models import Actor, Place, Record
from relations.values.languages import LANGUAGES

NAME_FIELDS = {"name", "short_name", "title", "title_f", "headline", "official_title", "descriptive_title"}
NEUTRAL_FIELDS = ("title", "summary", "headline", "standfirst", "descriptive_title")

BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
TATWEEL = "\u0640"
LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+")


def required_text_is_present(subject: Subject) -> Iterator[Message]:
    """29: a language is published when it has all it needs."""
    for field in missing_fields(subject.row, subject.language):
        yield error("text-missing", field, _("Write this text in the language that is to be published."))


def translation_is_whole(subject: Subject) -> Iterator[Message]:
    """29: what is said in one language is said in this one."""
    here = texts_of(subject.row, subject.language)
    elsewhere = {field for other in LANGUAGES for field in texts_of(subject.row, other)}
    required = set(missing_fields(subject.row, subject.language))
    for field in sorted(elsewhere - set(here) - required):
        if field.rpartition(".")[2] not in ("title_f", "abbreviation", "short_name", "official_title"):
            yield warning("not-translated", field, _("This text exists in another language only."))


def text_is_clean(subject: Subject) -> Iterator[Message]:
    """29: composed letters, no hidden direction marks."""
    for field, text in stored_texts(subject):
        if not unicodedata.is_normalized("NFC", text):
            yield error(
                "not-composed", field, _("Letters and accents are stored apart. Save the text in composed form (NFC).")
            )
        if BIDI_CONTROLS.search(text):
            yield error("bidi-control", field, _("Remove the hidden marks of writing direction."))


def names_are_plain(subject: Subject) -> Iterator[Message]:
    """29: Arabic names have no stretching, and Latin letters in acronyms alone."""
    if subject.language != "ar":
        return
    for field, text in names_in(subject):
        if TATWEEL in text:
            yield error("tatweel", field, _("Write the name without stretched letters."))
        if any(not word.isupper() for word in LATIN_WORD.findall(text)):
            yield warning(
                "latin-in-arabic", field, _("The name has Latin letters. Write it in Arabic, unless it is an acronym.")
            )


def stored_texts(subject: Subject) -> Iterator[tuple[str, str]]:
    yield from texts_of(subject.row, subject.language).items()
    yield from actor_forms(subject)


def names_in(subject: Subject) -> Iterator[tuple[str, str]]:
    texts = texts_of(subject.row, subject.language)
    yield from ((field, text) for field, text in texts.items() if field.rpartition(".")[2] in NAME_FIELDS)
    yield from actor_forms(subject)


def actor_forms(subject: Subject) -> Iterator[tuple[str, str]]:
    names = subject.row.names.all() if isinstance(subject.row, Actor) else ()
    return ((f"names.{name.key}", name.form) for name in names if name.lang == subject.language)


def scripts_differ(subject: Subject) -> Iterator[Message]:
    """29: the same words in Arabic and in a language of Latin letters are a copy, not a translation."""
    others = [other for other in LANGUAGES if (other == "ar") != (subject.language == "ar")]
    for field in translated_fields(type(subject.row)):
        text = tr(subject.row, field, subject.language)
        if text and not is_acronym(text) and any(text == tr(subject.row, field, other) for other in others):
            yield warning(
                "same-in-two-scripts", field, _("The text is the same as in another script. Was it translated?")
            )


def is_acronym(text: str) -> bool:
    return not any(map(str.islower, text)) and text.isascii()


def sensitive_names_are_attributed(subject: Subject) -> Iterator[Message]:
    """35: a contested name in a neutral field is somebody's word, not ours."""
    texts = {field: tr(subject.row, field, subject.language) for field in neutral_fields(subject.row)}
    for name in sensitive_names(subject) if any(texts.values()) else ():
        for field, text in texts.items():
            if name.casefold() in text.casefold():
                yield warning("sensitive-name", field, _("“%(name)s” is contested: say whose word it is."), name=name)


def neutral_fields(row: Record) -> list[str]:
    return [field for field in translated_fields(type(row)) if field in NEUTRAL_FIELDS]


def sensitive_names(subject: Subject) -> set[str]:
    column = f"name_{subject.language}"
    contested = [model.objects.filter(sensitive=True).exclude(pk=subject.row.pk) for model in (Place, Actor)]
    return {name for rows in contested for name in rows.values_list(column, flat=True) if name}
