"""The interface speaks all four languages, whole; English is the language of the code."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[2] / "newsroom" / "locale"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def messages(language):
    with (LOCALE / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


# What templates count by.
NUMBERS = {"%(count)s", "%(minutes)s", "%(n)s", "%(number)s"}


def forms(value):
    return value if isinstance(value, tuple | list) else (value,)


@pytest.mark.parametrize("language", ["fr", "ar", "az"])
def test_every_message_is_translated_in_every_form(language):
    unfinished = [message.id for message in messages(language) if message.fuzzy or not all(forms(message.string))]

    assert unfinished == []


@pytest.mark.parametrize("language", ["fr", "ar", "az"])
def test_translations_fill_the_same_placeholders(language):
    for message in messages(language):
        wanted = {name for form in forms(message.id) for name in PLACEHOLDER.findall(form)}
        # A plural form may leave the number to its word: "one visit".
        optional = {name for name in wanted if len(forms(message.id)) > 1 and (name in NUMBERS or name.endswith("d"))}

        for form in forms(message.string):
            assert wanted - optional <= set(PLACEHOLDER.findall(form)) <= wanted, message.id


def test_all_catalogues_hold_the_same_messages():
    french, arabic, azerbaijani = ({(m.context, forms(m.id)) for m in messages(code)} for code in ("fr", "ar", "az"))

    assert french == arabic == azerbaijani
