"""Spellings that readers do not tell apart become one."""

import re
import unicodedata

# Letters that no Unicode decomposition brings home. Alef, waw and ya with hamza do decompose.
_LETTERS = str.maketrans(
    {"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"}
    | {"ة": "ه", "ى": "ي", "ٱ": "ا", "ی": "ي", "ک": "ك"}
)
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_HAMZA = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ی": "ي", "ک": "ك", "ـ": ""})


def is_arabic(word: str) -> bool:
    return bool(_ARABIC.search(word))


def normalise(token: str) -> str:
    """Compatibility forms, case and vocalisation gone; accents kept, because stemmers need them."""
    text = unicodedata.normalize("NFKC", token).casefold()
    if is_arabic(text):
        text = _without_marks(text.translate(_HAMZA), "NFKC")
    # İ folds to i with a dot above of its own; ı becomes i only when folded.
    return _alphanumeric(text.replace("i\u0307", "i"))


def fold(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()
    return _alphanumeric(_without_marks(word.casefold(), "NFKD").translate(_LETTERS))


def _without_marks(text: str, form: str) -> str:
    return "".join(c for c in unicodedata.normalize(form, text) if not unicodedata.combining(c))


def _alphanumeric(text: str) -> str:
    """Nothing that could be syntax for a search engine survives; digits of every script are the same digits."""
    return "".join(_digit(c) for c in text if c.isalnum())


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character, character))
