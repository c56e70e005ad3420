"""Parts of a record and parts of those, edited with it. Each kind of part is read once, however many lists of choices name it."""

from collections import defaultdict
from functools import partial

from django import forms
from django.contrib import admin
from django.contrib.admin.checks import InlineModelAdminChecks
from django.db.models import CharField, Value
from django.forms.models import BaseInlineFormSet, BaseModelFormSet, modelformset_factory
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.desk.admin.labels import SUPPORTED
from newsroom.desk.admin.languages import LanguageMixin, titles_for
from newsroom.desk.admin.summaries import named_by, summary_of
from newsroom.desk.admin.titles import claim_title
from relations.models import Citation, Claim, Dispute, Part, Quote

# Parts that link to many.
LINKING = (Claim, Dispute, Quote)


def path_to_record(model: type[Part]) -> str:
    """`record` of a claim, `act__agreement` of a signature."""
    target = model._meta.get_field(model.OWNER).related_model
    return f"{model.OWNER}__{path_to_record(target)}" if issubclass(target, Part) else model.OWNER


class Parts:
    """The parts of one record, for one page."""

    def __init__(self, record, titles):
        self.record, self.titles, self.read = record, titles, {}

    def of(self, model: type[Part]):
        """All of one kind, in order, with what they link to."""
        if model not in self.read:
            rows = model._default_manager.filter(**{path_to_record(model): self.record.pk})
            self.read[model] = self.linked(self.joined(rows, model), model)
            if model is Claim:
                named = {claim.pk: claim_title(claim, get_language(), self.record) for claim in rows}
                self.titles.keep(True, named)
        return self.read[model]

    def linked(self, rows, model: type[Part]):
        """As if prefetched, though only the keys are there: a form asks for no more."""
        for field in model._meta.many_to_many:
            for row in rows:
                held = getattr(row, field.name).get_queryset()
                held._result_cache = [field.related_model(pk=pk) for pk in self.links.get((str(field), row.pk), ())]
                row._prefetched_objects_cache = {**getattr(row, "_prefetched_objects_cache", {}), field.name: held}
        return rows

    @cached_property
    def links(self) -> dict[tuple[str, int], list[int]]:
        """What all parts link to, by link and part: one query for however many kinds of parts and links."""
        first, *others = (self.links_of(model, field) for model in LINKING for field in model._meta.many_to_many)
        found = defaultdict(list)
        for name, part, target in first.union(*others, all=True):
            found[name, part].append(target)
        return found

    def links_of(self, model: type[Part], field):
        part, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        rows = field.remote_field.through._default_manager.filter(
            **{f"{part}__{path_to_record(model)}": self.record.pk}
        )
        name = Value(str(field), output_field=CharField())
        return rows.values_list(name, f"{part}_id", f"{target}_id").order_by()

    def joined(self, rows, model: type[Part]):
        """Parts of parts find theirs among those already read."""
        for field in map(model._meta.get_field, self.above(model)):
            known = {row.pk: row for row in self.of(field.related_model)}
            for row in rows:
                setattr(row, field.name, known.get(getattr(row, field.attname)))
        return rows

    def above(self, model: type[Part]) -> list[str]:
        """The links by which parts of this kind hang on other parts of the record."""
        if model is Citation:
            return [name for name in Citation.PART_FIELDS if self.has(Citation._meta.get_field(name).related_model)]
        return [model.OWNER] if issubclass(model._meta.get_field(model.OWNER).related_model, Part) else []

    def has(self, model: type[Part]) -> bool:
        """Whether a record of this kind has such parts."""
        return isinstance(self.record, model._meta.get_field(model.OWNER).related_model)

    def choices(self, model: type[Part]) -> list[tuple[str, str]]:
        rows = self.of(model)
        self.titles.load(records=[pk for pk in named_by(rows) if not self.titles.knows(pk)])
        return [(str(row.pk), summary_of(row, self.titles)) for row in rows]

    @cached_property
    def supported(self) -> list:
        """What a citation may support, in groups; only parts that a record of this kind has."""
        groups = []
        for name, label in SUPPORTED.items():
            model = Citation._meta.get_field(name).related_model
            if self.has(model):
                groups.append((str(label), [(f"{name}:{pk}", text) for pk, text in self.choices(model)]))
        return [(label, choices) for label, choices in groups if choices]


def parts_of(request, record) -> Parts | None:
    """One for a page; none for a record that is not there yet."""
    if record is None or not record.pk:
        return None
    if getattr(request, "parts", None) is None or request.parts.record.pk != record.pk:
        request.parts = Parts(record, titles_for(request))
    return request.parts


class PartForm(forms.ModelForm):
    titles = parts = None

    @property
    def summary(self) -> str:
        return summary_of(self.instance, self.titles) if self.instance.pk else ""


class PartFormSet(BaseInlineFormSet):
    parts = None

    def get_queryset(self):
        return self.parts.of(self.model) if self.parts else super().get_queryset()


class PartInline(LanguageMixin, admin.StackedInline):
    """Parts have no page of their own: they are edited with their record."""

    form, formset = PartForm, PartFormSet
    template = "admin/desk/parts.html"
    extra = 0
    exclude = ("key",)
    show_change_link = False

    def get_formset(self, request, obj=None, **kwargs):
        self.parts = parts_of(request, obj)
        return self.equipped(super().get_formset(request, obj, **kwargs), request)

    def equipped(self, formset, request):
        formset.parts = formset.form.parts = self.parts
        formset.form.titles = titles_for(request)
        return formset

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A part names parts of its own record only."""
        if issubclass(db_field.remote_field.model, Part) and "widget" not in kwargs:
            return self.choice_of_part(db_field, **kwargs)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def choice_of_part(self, db_field, **kwargs):
        model, parts = db_field.remote_field.model, getattr(self, "parts", None)
        rows = model._default_manager.filter(**{path_to_record(model): parts.record.pk if parts else None})
        field = db_field.formfield(**{**kwargs, "queryset": rows})
        field.choices = lambda: [("", "---------"), *(parts.choices(model) if parts else ())]
        return field

    def has_delete_permission(self, request, obj=None):
        """Taking a part away is a change of its record."""
        return self.has_change_permission(request, obj)


class DeeperFormSet(BaseModelFormSet):
    """Parts of the parts of one record."""

    parts = None

    def __init__(self, *args, instance=None, save_as_new=False, queryset=None, **kwargs):
        self.instance = instance
        rows = self.model._default_manager.filter(**{path_to_record(self.model): instance.pk})
        super().__init__(*args, queryset=rows, **kwargs)

    @classmethod
    def get_default_prefix(cls):
        return cls.model._meta.get_field(cls.model.OWNER).remote_field.get_accessor_name()

    def get_queryset(self):
        return self.parts.of(self.model) if self.parts else self.model._default_manager.none()


class NoParent(InlineModelAdminChecks):
    """The model points at a part of the record, not at the record."""

    def _check_relation(self, obj, parent_model):
        return []

    def _check_exclude_of_parent_model(self, obj, parent_model):
        return []


class DeeperInline(PartInline):
    """Parts of parts, one list for the record; a choice in each row says which part it belongs to."""

    formset = DeeperFormSet
    checks_class = NoParent

    def get_formset(self, request, obj=None, **kwargs):
        self.parts = parts_of(request, obj)
        formset = modelformset_factory(
            self.model,
            form=self.form,
            formset=self.formset,
            exclude=self.get_exclude(request, obj),
            formfield_callback=partial(self.formfield_for_dbfield, request=request),
            extra=0,
            max_num=self.get_max_num(request, obj),
            can_delete=self.has_change_permission(request, obj),
        )
        return self.equipped(formset, request)


class SupportForm(PartForm):
    """A citation supports the record as a whole, or one part of it."""

    supports = forms.ChoiceField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["supports"].label = _("Supports")
        self.fields["supports"].choices = self.choices
        self.initial.setdefault("supports", self.supported)

    @property
    def supported(self) -> str:
        held = ((name, getattr(self.instance, f"{name}_id")) for name in self.instance.PART_FIELDS)
        return next((f"{name}:{pk}" for name, pk in held if pk), "")

    def choices(self) -> list:
        return [("", _("The record as a whole")), *(self.parts.supported if self.parts else ())]

    def clean(self):
        cleaned = super().clean()
        name, _sep, pk = (cleaned.get("supports") or "").partition(":")
        for part in self.instance.PART_FIELDS:
            setattr(self.instance, f"{part}_id", int(pk) if part == name else None)
        return cleaned
