"""One field's value: from JSON to Python with a clear refusal, and back to the same JSON."""

import datetime as dt
import decimal
import unicodedata

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from newsroom.desk.intake import faults
from newsroom.desk.intake.files import exported_name
from newsroom.desk.intake.keys import KEY_LENGTH
from newsroom.desk.intake.shape import FieldShape, is_fuzzy
from relations.fields import read_fuzzy_date
from relations.models import Record
from relations.values.fuzzy import FuzzyDate
from relations.values.languages import LANGUAGES

LARGEST = 2**63 - 1


def refuse_unstorable(raw) -> None:
    """What JSON can say and a database cannot keep: half of a surrogate pair, a null character, an endless number."""
    if isinstance(raw, dict):
        refuse_unstorable([*raw, *raw.values()])
    elif isinstance(raw, list):
        for item in raw:
            refuse_unstorable(item)
    elif isinstance(raw, str) and not is_storable(raw):
        raise ValidationError(_("there is a character here that is no text"))
    # Not a number is neither less nor more.
    elif isinstance(raw, int | float) and not -LARGEST <= raw <= LARGEST:
        raise ValidationError(_("this number is too large"))


def is_storable(text: str) -> bool:
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text)


def parse_key(raw) -> str:
    """The key of another row, with its kind before it where the field may point anywhere."""
    if not isinstance(raw, str) or not 0 < len(raw) <= KEY_LENGTH:
        raise ValidationError(_("the key of another row is expected here, in quotation marks"))
    return raw


def parse(shape: FieldShape, raw):
    """The Python value of a plain field. Raises ValidationError, which says what to write."""
    if raw is None:
        return shape.field.get_default()
    if is_fuzzy(shape):
        return read_fuzzy_date(parse_text(raw))
    if isinstance(shape.field, models.FileField):
        return parse_text(raw)
    wrong_type(shape.field, raw)
    outside_vocabulary(shape.field, raw)
    return with_zone(shape.field.clean(normal(raw), None))


def parse_text(raw) -> str:
    if not isinstance(raw, str):
        raise ValidationError(faults.NOT_TEXT)
    return normal(raw)


def normal(raw):
    """Text in one form; a number with the digits that it is written with, not those of its nearest binary fraction."""
    if isinstance(raw, float):
        return repr(raw)
    return unicodedata.normalize("NFC", raw) if isinstance(raw, str) else raw


def wrong_type(field, raw) -> None:
    """Refuse what a lenient conversion would let through: 5 as text, "yes" as a truth value, 2.7 as a whole number."""
    if isinstance(field, models.CharField | models.TextField | models.DateField) and not isinstance(raw, str):
        raise ValidationError(faults.NOT_TEXT)
    if isinstance(field, models.BooleanField) and not isinstance(raw, bool):
        raise ValidationError(_("true or false is expected here, without quotation marks"))
    if isinstance(field, models.IntegerField) and (not isinstance(raw, int) or isinstance(raw, bool)):
        raise ValidationError(_("a whole number is expected here, without quotation marks"))

    if isinstance(field, models.FloatField | models.DecimalField) and isinstance(raw, bool | list | dict):
        raise ValidationError(_("a number is expected here"))


def outside_vocabulary(field, raw) -> None:
    codes = [str(code) for code, _label in field.flatchoices]
    if codes and raw not in codes and raw != "":
        raise ValidationError(
            _("“%(code)s” is not in the vocabulary: use %(known)s") % {"code": raw, "known": ", ".join(codes)}
        )


def with_zone(value):
    """A moment that means the same everywhere."""
    if isinstance(value, dt.datetime):
        if value.tzinfo is None:
            raise ValidationError(_("write the moment with its time zone, as in 2026-05-01T18:00:00Z"))
        try:
            return value.astimezone(dt.UTC)
        except OverflowError as bad:
            raise ValidationError(_("there is no such moment")) from bad
    return value


def parse_translated(shape: FieldShape, raw) -> dict[str, str]:
    """Text by language, every language present."""
    if raw is None:
        raw = {}
    if not isinstance(raw, dict):
        raise ValidationError(_("give the text by language, as in {“en”: “…”, “fr”: “…”}"))
    unknown = sorted(set(raw) - set(LANGUAGES))
    if unknown:
        raise ValidationError(
            _("unknown language %(unknown)s: use %(known)s")
            % {"unknown": ", ".join(unknown), "known": ", ".join(LANGUAGES)}
        )
    return {language: parse_words(shape.field, raw.get(language)) for language in LANGUAGES}


def parse_words(field, raw) -> str:
    text = "" if raw is None else parse_text(raw)
    if field.max_length and len(text) > field.max_length:
        raise ValidationError(
            _("%(count)d characters, but at most %(most)d fit") % {"count": len(text), "most": field.max_length}
        )
    return text


def dump(shape: FieldShape, row):
    """The JSON value of a field, or None where the file need not mention it."""
    return DUMPERS[shape.how](shape, row)


def dump_plain(shape, row):
    value = getattr(row, shape.name)
    if value is None or value == shape.field.get_default():
        return None
    return to_json(value)


def to_json(value):
    if isinstance(value, FuzzyDate):
        return value.edtf
    if isinstance(value, decimal.Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, models.fields.files.FieldFile):
        return exported_name(value) if value else None
    return value


def dump_translated(shape, row):
    texts = {language: getattr(row, f"{shape.name}_{language}") or "" for language in LANGUAGES}
    return {language: text for language, text in texts.items() if text} or None


def dump_reference(shape, row):
    target = getattr(row, shape.name)
    return path_of(target, shape.target) if target else None


def dump_references(shape, row):
    return [path_of(target, shape.target) for target in ordered(getattr(row, shape.name), shape)] or None


def ordered(manager, shape):
    """In the order they were added, which is the order the desk gave them."""
    column = f"{shape.field.m2m_reverse_field_name()}_id"
    through = shape.field.remote_field.through._default_manager
    source = f"{shape.field.m2m_field_name()}_id"
    ids = through.filter(**{source: manager.instance.pk}).order_by("pk").values_list(column, flat=True)
    rows = shape.target._base_manager.in_bulk(list(ids))
    return [rows[pk] for pk in ids]


def path_of(target, declared) -> str:
    return f"{target.kind}/{target.key}" if declared is Record else target.key


DUMPERS = {
    "plain": dump_plain,
    "translated": dump_translated,
    "reference": dump_reference,
    "references": dump_references,
}
