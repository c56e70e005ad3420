"""Numbers in the four languages."""

from decimal import Decimal

from babel.numbers import format_decimal

LOCALES = {"en": "en_GB", "fr": "fr", "ar": "ar_DZ", "az": "az"}


def number_label(value: Decimal | int | str, language: str) -> str:
    """With the separators that the language writes, to as many decimals as there are."""
    return format_decimal(Decimal(value), locale=LOCALES[language], decimal_quantization=False)
