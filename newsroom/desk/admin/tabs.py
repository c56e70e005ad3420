"""How each language of a record stands, for the tabs above its form."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from newsroom.desk.admin.languages import LanguageName, column_of
from newsroom.desk.fields import REQUIRED, tr, translated_fields
from newsroom.desk.models import Version
from relations.values.languages import LANGUAGES


@dataclass
class Tab:
    language: LanguageName
    version: Version | None
    # The required inputs that are empty; none where nobody has begun the language.
    missing: list[str]
    required: list[str]
    is_begun: bool
    # Not to be written by whoever looks.
    is_closed: bool
    errors: int = 0
    # Names of inputs whose source has changed.
    stale: set[str] = field(default_factory=set)


def tabs(form, formsets, closed: Collection[str]) -> list[Tab]:
    """One for each language, for a record that has texts at all."""
    record = form.instance
    if not has_texts(record, formsets):
        return []
    versions = {version.language: version for version in record.versions.all()} if record.pk else {}
    errors = errors_by_language([form, *(one for formset in formsets for one in formset.forms)])
    return [tab(record, code, versions.get(code), code in closed, errors[code], formsets) for code in LANGUAGES]


def has_texts(record, formsets) -> bool:
    return bool(translated_fields(type(record))) or any(translated_fields(formset.model) for formset in formsets)


def tab(record, code: str, version: Version | None, is_closed: bool, errors: int, formsets) -> Tab:
    required = REQUIRED[record.kind]
    begun = bool(version) or any(tr(record, name, code) for name in translated_fields(type(record)))
    empty = [f"{name}_{code}" for name in required if not tr(record, name, code).strip()] if begun else []
    names = [f"{name}_{code}" for name in required]
    stale = stale_inputs(version, formsets) if version else set()
    return Tab(LanguageName(code), version, empty, names, begun, is_closed, errors, stale)


def stale_inputs(version: Version, formsets) -> set[str]:
    """`headline_fr`, and `claims-0-text_fr` for `claims.dc-1.text`."""
    prefixes = {
        f"{formset.prefix}.{form.instance.key}": f"{form.prefix}-"
        for formset in formsets
        for form in formset.forms
        if form.instance.pk
    }
    found = set()
    for name in version.stale_fields:
        part, _dot, column = name.rpartition(".")
        found.add(f"{prefixes.get(part, '')}{column}_{version.language}")
    return found


def errors_by_language(forms) -> Counter:
    counted = Counter()
    for form in forms:
        for name in form.errors:
            if column := column_of(form._meta.model, name):
                counted[column[1]] += 1
    return counted
