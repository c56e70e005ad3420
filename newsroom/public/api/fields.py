"""Form fields that read one query parameter each, strictly: what is not understood is refused, never guessed."""

import datetime as dt
import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.partners.tiers import MOST_ON_A_PAGE, TIERS
from relations.values.languages import LANGUAGES

UID = r"[0-9a-hjkmnp-tv-z]{26}"
MOST = 100
NO_CONTROL = r"^[^\x00-\x1f\x7f]*$"


class Field(forms.Field):
    """`schema` is what the OpenAPI document says of it."""

    schema: dict = {"type": "string"}

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)


class PatternField(Field):
    def __init__(self, pattern: str, message, **schema):
        super().__init__()
        self.pattern, self.message = re.compile(pattern), message
        self.schema = {"type": "string", "pattern": f"^{pattern}$", **schema}

    def to_python(self, value):
        if not self.pattern.fullmatch(value):
            raise ValidationError(self.message, "invalid")
        return value


class UidField(PatternField):
    def __init__(self):
        super().__init__(UID, _("Not an id: ids have 26 characters."))


class CodeField(Field):
    def __init__(self, codes):
        super().__init__()
        self.codes = tuple(codes)
        self.schema = {"type": "string", "enum": list(self.codes)}

    def to_python(self, value):
        if value not in self.codes:
            raise ValidationError(_("Not one of: %(codes)s."), "choice", {"codes": ", ".join(self.codes)})
        return value


class ListField(Field):
    """Values with commas between them, none twice."""

    def __init__(self, each: Field, most: int = MOST):
        super().__init__()
        self.each, self.most = each, most
        self.schema = {"type": "array", "items": each.schema, "minItems": 1, "maxItems": most}

    def to_python(self, value):
        parts = value.split(",")
        if len(parts) > self.most:
            raise ValidationError(_("More than %(most)d values."), "too-many", {"most": self.most})
        if "" in parts:
            raise ValidationError(_("A value is missing between commas."), "empty")
        return tuple(dict.fromkeys(self.each.to_python(part) for part in parts))


class LanguagesField(ListField):
    """One code is strict, several are an order of preference, a star is every edition by itself."""

    def __init__(self, *, star: bool = True):
        super().__init__(CodeField(LANGUAGES), len(LANGUAGES))
        self.star = star
        codes = "|".join(LANGUAGES)
        pattern = rf"(?:{codes})(?:,(?:{codes})){{0,{len(LANGUAGES) - 1}}}"
        self.schema = {"type": "string", "pattern": f"^(?:{pattern}|\\*)$" if star else f"^{pattern}$"}

    def to_python(self, value):
        return "*" if self.star and value == "*" else super().to_python(value)


class IntegerField(Field):
    def __init__(self, least: int, most: int):
        super().__init__()
        self.least, self.most = least, most
        self.schema = {"type": "integer", "minimum": least, "maximum": most}

    def to_python(self, value):
        if re.fullmatch(r"-?[0-9]{1,18}", value) and self.least <= int(value) <= self.most:
            return int(value)
        raise ValidationError(
            _("Not a whole number from %(least)d to %(most)d."), "number", {"least": self.least, "most": self.most}
        )


class SizeField(IntegerField):
    """How many rows a page has. Some partners may ask for more than strangers; the view knows who asks."""

    def __init__(self):
        super().__init__(1, max(tier.page_size for tier in TIERS.values()))
        self.schema = {**self.schema, "maximum": MOST_ON_A_PAGE}


class SinceField(IntegerField):
    """A checkpoint of the change feed; null stands for the latest."""

    def __init__(self):
        super().__init__(0, 10**15)
        self.schema = {"oneOf": [self.schema, {"type": "string", "const": "latest"}]}

    def to_python(self, value):
        return None if value == "latest" else super().to_python(value)


class FlagField(CodeField):
    def __init__(self):
        super().__init__(("true", "false"))
        self.schema = {"type": "boolean"}

    def to_python(self, value):
        return super().to_python(value) == "true"


class DayField(Field):
    schema = {"type": "string", "format": "date"}

    def to_python(self, value):
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
                return dt.date.fromisoformat(value)
        except ValueError:
            pass
        raise ValidationError(_("Not a day such as 2025-04-21."), "date")


class MomentField(Field):
    """RFC 3339, with its offset."""

    schema = {"type": "string", "format": "date-time"}
    shape = re.compile(
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?([Zz]|[+-][0-9]{2}:[0-9]{2})"
    )

    def to_python(self, value):
        try:
            if self.shape.fullmatch(value):
                return in_utc(dt.datetime.fromisoformat(value.upper()))
        except ValueError:
            pass
        raise ValidationError(_("Not a moment with its offset, such as 2025-04-21T09:00:00Z."), "date-time")


def in_utc(moment: dt.datetime) -> dt.datetime:
    """On the first and the last day there is, some offsets lead beyond; nothing lies between that and the end of time."""
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError:
        return moment.replace(tzinfo=dt.UTC)


class PastMomentField(MomentField):
    def validate(self, value):
        if value > timezone.now():
            raise ValidationError(_("This moment is still to come."), "future")


class TextField(Field):
    def __init__(self, most: int = 200):
        super().__init__()
        self.most = most
        self.schema = {"type": "string", "minLength": 1, "maxLength": most, "pattern": NO_CONTROL}

    def to_python(self, value):
        if len(value) > self.most:
            raise ValidationError(_("Longer than %(most)d characters."), "too-long", {"most": self.most})
        return value
