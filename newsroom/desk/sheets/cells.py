"""One cell: from the text of a sheet to the value that the interchange format has, and back."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from newsroom.desk.intake.shape import FieldShape
from newsroom.desk.intake.values import parse_words
from newsroom.desk.sheets.columns import Column

BETWEEN = re.compile(r"[\s,;]+")
TRUTH = {"true": True, "false": False}


def raw_of(column: Column, text: str):
    """The interchange value; raises ValidationError. An empty cell is None: the field is emptied."""
    field = column.shape.field
    if column.language:
        return parse_words(field, text)
    text = text if keeps_space(field) else text.strip()
    if text == "":
        return None
    if is_list(column.shape):
        return [item for item in BETWEEN.split(text) if item]
    return CONVERSIONS.get(conversion_of(field), str)(text)


def keeps_space(field) -> bool:
    """Running text is taken as it is; a code, a key or a number is not."""
    return isinstance(field, models.CharField | models.TextField) and not field.choices


def is_list(shape: FieldShape) -> bool:
    return shape.how == "references" or isinstance(shape.field, models.JSONField)


def conversion_of(field):
    return next((kind for kind in CONVERSIONS if isinstance(field, kind)), None)


def truth(text: str) -> bool:
    if text.casefold() not in TRUTH:
        raise ValidationError(_("write true or false"))
    return TRUTH[text.casefold()]


def whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,12}", text):
        raise ValidationError(_("write a whole number in digits"))
    return int(text)


CONVERSIONS = {models.BooleanField: truth, models.IntegerField: whole}


def cell_of(raw) -> str:
    """What a cell shows for an interchange value."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, list):
        return " ".join(map(str, raw))
    return str(raw)
