"""A change form with its sub-forms read as rows of inputs: as saved, as typed, as once opened; and made from rows again."""

from collections.abc import Iterator

from django import forms
from django.http import QueryDict

from newsroom.desk.unsaved.merging import TAKEN_AWAY
from newsroom.desk.unsaved.opened import Opened
from newsroom.desk.unsaved.rows import GONE, KEY, RECORD, Row, Rows, is_new, over, plain, prefix_of

SEEN = "seen_version"
# More rows of one kind than a page can hold are no form of ours.
MOST_ROWS = 1_000


class FormRows:
    """The forms that a person sees of a record, or of a new one, and what each of their inputs holds."""

    def __init__(self, model_admin, request, record=None):
        form_class = model_admin.get_form(request, record, change=record is not None)
        initial = {} if record else model_admin.get_changeform_initial_data(request)
        self.record = record
        self.form = form_class(instance=record, initial=initial)
        self.formsets = dict(sub_forms(model_admin, request, self.form.instance, record))
        # Of every row in the page as it was put together last: its name in the page, `bylines-0`.
        self.places: dict[str, str] = {}

    def saved(self) -> Rows:
        rows = {RECORD: held(self.form)}
        for prefix, formset in self.formsets.items():
            rows |= {f"{prefix}-@{form.instance.pk}": held(form) for form in formset.initial_forms}
        return rows

    def opened(self, opened: Opened) -> Rows:
        rows = {RECORD: held(self.form, opened.record)}
        for prefix, formset in self.formsets.items():
            parts = opened.parts.get(formset.model, {})
            rows |= {f"{prefix}-@{pk}": held(form_with(formset, values), values) for pk, values in parts.items()}
        return rows

    def typed(self, data: QueryDict) -> Rows:
        """What a page sent; rows that were offered empty and left so are none."""
        rows, self.places = {RECORD: read(self.form, data, "")}, {}
        for prefix, formset in self.formsets.items():
            blank = formset.empty_form
            untouched = held(blank)
            for place in places_in(data, prefix):
                row = read(blank, data, f"{place}-") | gone(data, place)
                key = data.get(f"{place}-{KEY}", "")
                name = f"{prefix}-@{key}" if key.isdecimal() else f"{prefix}-+{place.rpartition('-')[2]}"
                if key.isdecimal() or (row != untouched and not row.get(GONE)):
                    rows[name], self.places[name] = row, place
        return rows

    def laid_over(self, rows: Rows, kept: Rows) -> Rows:
        """The rows with kept inputs over them; rows that were offered empty and left so are none."""
        typed = {}
        for name, row in kept.items():
            if name == RECORD or prefix_of(name) in self.formsets:
                blank = held(self.form_of(name))
                known = {key: value for key, value in row.items() if key in blank or key == GONE}
                if not (is_new(name) and (known.get(GONE) or {**blank, **known} == blank)):
                    typed[name] = known
        return over(rows, typed)

    def data(self, rows: Rows) -> QueryDict:
        """What a page with these rows would send. A part that is no more is sent as a new one, unless it is taken away."""
        data = QueryDict(mutable=True)
        self.places = {}
        for name, value in rows.get(RECORD, {}).items():
            data.setlist(name, value)
        if self.record:
            data[SEEN] = str(self.record.row_version)
        for prefix, formset in self.formsets.items():
            existing = {f"{prefix}-@{form.instance.pk}": str(form.instance.pk) for form in formset.initial_forms}
            added = [name for name in rows if prefix_of(name) == prefix and name not in existing]
            added = [name for name in added if is_new(name) or not rows[name].get(GONE)]
            names = [*existing, *added]
            self.places |= {name: f"{prefix}-{number}" for number, name in enumerate(names)}
            data.update(counters(prefix, len(names), len(existing)))
            for name in names:
                put_row(data, self.places[name], existing.get(name, ""), rows.get(name, {}))
        return data

    def name_in_page(self, row: str, name: str) -> str:
        """What an input is called in the page that was read or made last; empty for a row that is not there."""
        if row == RECORD:
            return name
        return f"{self.places[row]}-{name}" if row in self.places else ""

    def form_of(self, row: str) -> forms.ModelForm:
        if row == RECORD:
            return self.form
        formset = self.formsets[prefix_of(row)]
        return next((f for f in formset.initial_forms if row.endswith(f"-@{f.instance.pk}")), formset.empty_form)

    def field_of(self, row: str, name: str) -> tuple[str, forms.Field]:
        """The field that an input belongs to: its name and itself."""
        return next(
            (field, form_field)
            for field, form_field in self.form_of(row).fields.items()
            if belongs(name, field, form_field)
        )


def sub_forms(model_admin, request, instance, record) -> Iterator[tuple[str, forms.BaseInlineFormSet]]:
    """By prefix, named as the admin names them."""
    seen: dict[str, int] = {}
    for formset_class, inline in model_admin.get_formsets_with_inlines(request, record):
        prefix = formset_class.get_default_prefix()
        seen[prefix] = seen.get(prefix, 0) + 1
        prefix = prefix if seen[prefix] == 1 else f"{prefix}-{seen[prefix]}"
        yield prefix, formset_class(instance=instance, prefix=prefix, queryset=inline.get_queryset(request))


def form_with(formset, values: dict) -> forms.ModelForm:
    """A row of a sub-form as it would be for a part with these values by column."""
    columns = {field.attname for field in formset.model._meta.concrete_fields if not field.primary_key}
    part = formset.model(**{name: value for name, value in values.items() if name in columns})
    form = formset.form(instance=part, empty_permitted=True, use_required_attribute=False)
    formset.add_fields(form, None)
    return form


def words_of(form: forms.ModelForm) -> Iterator[tuple[str, forms.Field]]:
    """Fields that somebody types into; a file cannot be put back into a form."""
    for name, field in form.fields.items():
        if name in (SEEN, KEY, GONE) or field.disabled:
            continue
        if not isinstance(field, forms.FileField | forms.models.InlineForeignKeyField):
            yield name, field


def held(form: forms.ModelForm, values: dict | None = None) -> Row:
    """What the inputs of a form hold at first; with `values`, by column, what they would have held then."""
    row: Row = {}
    for name, field in words_of(form):
        value = form.get_initial_for_field(field, name)
        if values is not None and (column := column_of(form, name)):
            value = values.get(column, value)
        row |= as_sent(field.widget, name, field.prepare_value(value))
    return row


def column_of(form: forms.ModelForm, name: str) -> str | None:
    fields = {
        field.name: field.attname for field in (*form._meta.model._meta.fields, *form._meta.model._meta.many_to_many)
    }
    return fields.get(name)


def read(form: forms.ModelForm, data: QueryDict, start: str) -> Row:
    row: Row = {}
    for name, field in words_of(form):
        row |= as_sent(field.widget, name, field.widget.value_from_datadict(data, {}, start + name))
    return row


def as_sent(widget: forms.Widget, name: str, value) -> Row:
    """The inputs of a widget that shows a value, each with all it would send."""
    # The admin wraps a choice of rows to put "add another" beside it.
    widget = getattr(widget, "widget", widget)
    if isinstance(widget, forms.MultiWidget):
        values = value if isinstance(value, list) else widget.decompress(value)
        parts = zip(widget.widgets, widget.widgets_names, values, strict=True)
        return {key: sent for one, end, part in parts for key, sent in as_sent(one, name + end, part).items()}
    if isinstance(widget, forms.CheckboxInput):
        return {name: ("on",) if widget.check_test(value) else ()}
    shown = widget.format_value(value)
    return {name: plain(shown if isinstance(shown, list | tuple) else [shown])}


def belongs(name: str, field: str, form_field: forms.Field) -> bool:
    widget = getattr(form_field.widget, "widget", form_field.widget)
    endings = widget.widgets_names if isinstance(widget, forms.MultiWidget) else [""]
    return name in {field + end for end in endings}


def places_in(data: QueryDict, prefix: str) -> list[str]:
    total = data.get(f"{prefix}-TOTAL_FORMS", "")
    return [f"{prefix}-{number}" for number in range(min(int(total), MOST_ROWS) if total.isdecimal() else 0)]


def gone(data: QueryDict, place: str) -> Row:
    return {GONE: TAKEN_AWAY} if data.get(f"{place}-{GONE}", "") not in ("", "False", "false") else {}


def counters(prefix: str, total: int, initial: int) -> dict[str, str]:
    counts = {"TOTAL_FORMS": total, "INITIAL_FORMS": initial, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": MOST_ROWS}
    return {f"{prefix}-{name}": str(count) for name, count in counts.items()}


def put_row(data: QueryDict, place: str, key: str, row: Row) -> None:
    data[f"{place}-{KEY}"] = key
    for name, value in row.items():
        if value:
            data.setlist(f"{place}-{name}", value)
