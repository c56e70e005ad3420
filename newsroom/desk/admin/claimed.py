"""What a source claims of a field, as somebody types it: words, a number, records by their keys, words by language."""

import json
import re
from contextlib import suppress

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_noop

from newsroom.desk.compose.paths import PATH
from newsroom.desk.intake.values import refuse_unstorable
from relations.values.languages import LANGUAGES

LITERAL = re.compile(r"true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]\d+)?")
IN_LANGUAGE = re.compile(rf"({'|'.join(LANGUAGES)}):\s*(.+)")
STRUCTURED = ("[", "{")
RECORD, WORDS = "place/baku", "fr: Ministre"
EXAMPLES = ("Minister of Foreign Affairs", "2000000", RECORD, WORDS)
BROKEN = gettext_noop(
    "This begins like data but is none. Write one record, or one language, a line: “%(record)s”, “%(words)s”."
)


def read(text: str):
    """The value that is meant. What looks like something else is taken as words between quotation marks."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if all(map(PATH.fullmatch, lines)):
        return lines[0] if len(lines) == 1 else lines or None
    if all(by_language := [IN_LANGUAGE.fullmatch(line) for line in lines]):
        return {found[1]: found[2] for found in by_language}
    if LITERAL.fullmatch(text) or text.startswith(('"', *STRUCTURED)):
        return parsed(text)
    return text


def parsed(text: str):
    """JSON, which only a title in quotation marks may fail to be."""
    try:
        return json.loads(text)
    except ValueError:
        if text.startswith(STRUCTURED):
            raise
        return text


def written(value) -> str:
    """As `read` takes it: plainly where that says the same."""
    with suppress(ValueError):
        if read(plain := plainly(value)) == value:
            return plain
    return json.dumps(value, ensure_ascii=False)


def plainly(value) -> str:
    if isinstance(value, dict):
        return "\n".join(f"{code}: {words}" for code, words in value.items())
    return "\n".join(map(str, value if isinstance(value, list) else filter(None, [value])))


def examples() -> str:
    told = gettext(
        "Plain words, a number, a record by its kind and key (several: one a line), or words by language (each a line)."
    )
    return format_html("{} {}", told, format_html_join(" ", '<code dir="auto">{}</code>', zip(EXAMPLES)))


class Typed(str):
    """What came from a form, and goes back into it as it is."""


class ValueField(forms.CharField):
    hint = lazy(examples, SafeString)()
    widget = forms.Textarea(attrs={"rows": 2, "dir": "auto"})

    def __init__(self, *, encoder=None, decoder=None, **kwargs):
        """A column of JSON hands its encoder and decoder to its field."""
        super().__init__(**kwargs)

    def bound_data(self, data, initial):
        return data if data is None else Typed(data)

    def prepare_value(self, value):
        return value if isinstance(value, Typed) else written(value)

    def to_python(self, value):
        try:
            found = read(super().to_python(value).replace("\r\n", "\n"))
            refuse_unstorable(found)
        except (ValueError, RecursionError) as error:
            raise ValidationError(gettext(BROKEN) % {"record": RECORD, "words": WORDS}, code="invalid") from error
        return found

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True
