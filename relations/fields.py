"""FuzzyDate as a model field and a form field."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from relations.values.bad_date import BadDate
from relations.values.fuzzy import MAX_LENGTH, FuzzyDate

# Historical models in migrations carry the derived columns as fields of their own.
HISTORICAL_MODULE = "__fake__"


def read_fuzzy_date(value: FuzzyDate | str | None) -> FuzzyDate | None:
    """The date that was written, None for empty text; a ValidationError tells the editor what to write instead."""
    if isinstance(value, FuzzyDate) or value in (None, ""):
        return value or None
    try:
        return FuzzyDate.parse(str(value))
    except BadDate as error:
        raise ValidationError(gettext(error.message), code="bad_date", params=error.params) from error


class FuzzyDateFormField(forms.CharField):
    """One line of EDTF text, written from left to right in every language."""

    hint = _(
        "2025, 2025-04 or 2025-04-21; add ? when uncertain, ~ when approximate. A period: 2025-04-21/2025-04-23, "
        "2024/.. (since 2024), ../2023 (until 2023). One of several days: [2025-04-21,2025-04-22], [2025-04-21..2025-04-30]."
    )
    widget = forms.TextInput(attrs={"dir": "ltr", "size": 28, "autocomplete": "off", "spellcheck": "false"})

    def __init__(self, **kwargs):
        super().__init__(**{"help_text": self.hint, "empty_value": None, **kwargs})

    def to_python(self, value):
        return read_fuzzy_date(super().to_python(value))


class WrittenDate(DeferredAttribute):
    """Assigned text becomes a FuzzyDate at once; text that is none waits for validation or for the save to refuse it."""

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = self._read(value)
        for name in self.field.derived_names():
            # Deferred columns are left out of a save; these follow whatever is written here.
            instance.__dict__.setdefault(name, None)

    def _read(self, value):
        if not isinstance(value, str):
            return value
        try:
            return read_fuzzy_date(value)
        except ValidationError:
            return value


class DerivedValue(DeferredAttribute):
    """Always what the written date says, whatever the row held; stored values count only while the date is deferred."""

    def __get__(self, instance, cls=None):
        if instance is None or self.field.of not in instance.__dict__:
            return super().__get__(instance, cls)
        written = instance.__dict__[self.field.of]
        if written is None:
            return self.field.empty
        return getattr(written, self.field.part) if isinstance(written, FuzzyDate) else self.field.empty

    def __set__(self, instance, value):
        instance.__dict__[self.field.attname] = value


class DerivedField:
    """A column computed from the FuzzyDateField named `of`; never written by hand, never in fixtures."""

    descriptor_class = DerivedValue
    empty = None
    fixed = {"editable": False, "serialize": False}

    def __init__(self, *, of: str, part: str, **kwargs):
        self.of, self.part = of, part
        super().__init__(**{**kwargs, **self.fixed})

    def contribute_to_class(self, cls, name, **kwargs):
        if name not in {field.name for field in cls._meta.local_fields}:
            super().contribute_to_class(cls, name, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs = {key: value for key, value in kwargs.items() if key not in self.fixed}
        return name, path, args, {"of": self.of, "part": self.part, **kwargs}


class FuzzyBoundField(DerivedField, models.DateField):
    """The first or last possible day; null when that end is open."""

    fixed = {**DerivedField.fixed, "null": True, "blank": True}


class FuzzyCodeField(DerivedField, models.CharField):
    """Precision or doubt as a code; empty when there is no date."""

    empty = ""
    fixed = {**DerivedField.fixed, "max_length": 12, "blank": True, "default": ""}


DERIVED = {"lower": FuzzyBoundField, "upper": FuzzyBoundField, "precision": FuzzyCodeField, "doubt": FuzzyCodeField}


class FuzzyDateField(models.Field):
    """A FuzzyDate, stored as EDTF text beside its bounds, precision and doubt.

    `date = FuzzyDateField()` makes the columns date_edtf, date_lower, date_upper, date_precision and date_doubt; all can
    be queried, and `date` compares as text. Writes that list their fields (`update_fields`, `bulk_update`) name the
    derived ones too: see `with_derived`; `update()` takes `fuzzy_values`.
    """

    description = _("Fuzzy date")
    empty_strings_allowed = False
    descriptor_class = WrittenDate

    def __init__(self, verbose_name=None, **kwargs):
        super().__init__(verbose_name, **{**kwargs, "max_length": MAX_LENGTH})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def get_internal_type(self):
        return "CharField"

    def get_attname_column(self):
        attname = self.get_attname()
        return attname, self.db_column or f"{attname}_edtf"

    def derived_names(self) -> tuple[str, ...]:
        return tuple(f"{self.name}_{part}" for part in DERIVED)

    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        if cls.__module__ != HISTORICAL_MODULE:
            for part, field_class in DERIVED.items():
                field_class(of=name, part=part).contribute_to_class(cls, f"{name}_{part}")

    def to_python(self, value):
        return read_fuzzy_date(value)

    def from_db_value(self, value, expression, connection):
        return FuzzyDate.parse(value) if value else None

    def get_prep_value(self, value):
        """Text as it stands, so that lookups may compare parts of it."""
        value = super().get_prep_value(value)
        return None if value in (None, "") else str(value)

    def get_db_prep_save(self, value, connection):
        if not hasattr(value, "as_sql"):
            value = read_fuzzy_date(value)
        return super().get_db_prep_save(value, connection)

    def value_to_string(self, obj):
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs):
        help_text = self.help_text or FuzzyDateFormField.hint
        return super().formfield(**{"form_class": FuzzyDateFormField, "help_text": help_text, **kwargs})


def with_derived(*names: str) -> tuple[str, ...]:
    """Names of FuzzyDateFields with those of their derived fields, for `update_fields` and `bulk_update`."""
    return tuple(name for written in names for name in (written, *(f"{written}_{part}" for part in DERIVED)))


def fuzzy_values(name: str, value: FuzzyDate | str | None) -> dict:
    """The keyword arguments with which a queryset's `update` sets a date and all that follows from it."""
    date = read_fuzzy_date(value)
    derived = {part: getattr(date, part) if date else field.empty for part, field in DERIVED.items()}
    return {name: date, **{f"{name}_{part}": found for part, found in derived.items()}}


def fuzzy_date_constraints(name: str, model: str) -> list[models.CheckConstraint]:
    """Bounds in order, and a precision exactly where there is a date. `model` begins the constraints' names."""
    lower, upper = f"{name}_lower", f"{name}_upper"
    empty = Q(**{f"{name}__isnull": True, f"{name}_precision": ""})
    ordered = Q(**{f"{lower}__isnull": True}) | Q(**{f"{upper}__isnull": True}) | Q(**{f"{lower}__lte": F(upper)})
    filled = Q(**{f"{name}__isnull": False}) & ~Q(**{f"{name}_precision": ""})
    return [
        models.CheckConstraint(condition=ordered, name=f"{model}_{name}_bounds_ordered"),
        models.CheckConstraint(condition=empty | filled, name=f"{model}_{name}_derived"),
    ]


def fuzzy_date_index(name: str, model: str) -> models.Index:
    """For questions about periods. An index name has 30 characters at most."""
    return models.Index(fields=(f"{name}_lower", f"{name}_upper"), name=f"{model}_{name}_bounds"[:30])
