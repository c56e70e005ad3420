"""Text reduced to a plainer one: for search, for sorting, and for addresses in Latin letters."""

import hashlib
import re
import unicodedata
from itertools import zip_longest

SLUG_LENGTH = 80
SORT_LENGTH = 250

# Letters that decomposition leaves alone; the dotless ı and the schwa meet i and e as readers type them.
LATIN = str.maketrans({"ı": "i", "ə": "e", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe"})

# Spellings of one Arabic letter, and the Persian forms of yeh and kaf.
ARABIC = str.maketrans({"ٱ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ـ": None})

QUOTES = str.maketrans(dict.fromkeys("’‘ʼʻ`´ʿʾ", "'"))

# Consonants in a common English-style spelling, written without marks. Alef, ain, waw and yeh are read as vowels.
ARABIC_SOUNDS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh",
    "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "a", "ى": "a",
    "ء": "", "ئ": "i", "ؤ": "u", "پ": "p", "چ": "ch", "ڤ": "v", "گ": "g", "ڨ": "g", "ژ": "zh",
}  # fmt: skip

GLIDES = {"و": ("w", "u"), "ي": ("y", "i"), "ی": ("y", "i")}

# Lists are in order of the word, not of its article.
ARABIC_ARTICLE = re.compile(r"\bال(?=\w{2})")

VOWELS = tuple("aiu")

# Each letter as a plain letter and its rank after it, in the order of the alphabet: … e ə … h x ı i … k q …
AZERBAIJANI_WEIGHTS = {
    letter: f"{group[0].replace('ı', 'i')}{rank}"
    for group in "a b cç d eə f gğ hx ıi j kq l m n oö p r sş t uü vw y z".split()
    for rank, letter in enumerate(group)
}


def fold(text: str) -> str:
    """The form in which two spellings of a word are alike: no case, accents, Arabic vowel signs or invisible marks."""
    text = unicodedata.normalize("NFKC", text).translate(QUOTES).replace("İ", "i")
    text = unicodedata.normalize("NFKD", text.casefold()).translate(LATIN).translate(ARABIC)
    kept = (_western_digit(char) for char in text if unicodedata.category(char) not in ("Mn", "Cf"))
    return " ".join("".join(kept).split())


def _western_digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def slugify(text: str, language: str) -> str:
    """Lower-case Latin letters, digits and single hyphens, at most 80; empty only when the text has no letter or digit."""
    plain = fold(re.sub(r"[\u0600-\u06ff]+", lambda word: _spell_arabic(word[0]), unicodedata.normalize("NFC", text)))
    plain = plain.replace("'", "-" if language == "fr" else "")
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return _shorten(slug) or _stand_in(text)


def _shorten(slug: str) -> str:
    """Cut between words where there is more than one."""
    if len(slug) <= SLUG_LENGTH:
        return slug
    head, _, _ = slug[: SLUG_LENGTH + 1].rpartition("-")
    return (head or slug[:SLUG_LENGTH]).strip("-")


def _stand_in(text: str) -> str:
    """A stable name for text in a script that has no table here."""
    if not any(char.isalnum() for char in text):
        return ""
    return "x" + hashlib.sha256(text.encode()).hexdigest()[:10]


def _spell_arabic(word: str) -> str:
    letters = [char for char in word if char in ARABIC_SOUNDS or char in GLIDES or char.isdecimal()]
    if len(letters) > 3 and letters[:2] == ["ا", "ل"]:
        return "al-" + _spell_letters(letters[2:])
    return _spell_letters(letters)


def _spell_letters(letters: list[str]) -> str:
    """Sounds in order, an `a` where a syllable lacks its vowel: m-h-m-d is spelt mahmad."""
    sounds = []
    for letter, following in zip_longest(letters, letters[1:]):
        sound = _sound(letter, following, sounds[-1] if sounds else "")
        if _is_consonant(sound) and sounds and _is_consonant(sounds[-1]) and not _ends_in_vowel(sounds[-2:-1]):
            sounds.append("a")
        if sound and (_is_consonant(sound) or sounds[-1:] != [sound]):
            sounds.append(sound)
    return "".join(sounds)


def _sound(letter: str, following: str | None, before: str) -> str:
    """A glide is a consonant at the start and after another vowel, a vowel between consonants, both before a vowel."""
    if letter not in GLIDES:
        return ARABIC_SOUNDS.get(letter, letter)
    consonant, vowel = GLIDES[letter]
    if not before or (_ends_in_vowel([before]) and before[-1] != vowel):
        return consonant
    return vowel + consonant if ARABIC_SOUNDS.get(following) in VOWELS else vowel


def _is_consonant(sound: str) -> bool:
    return sound.isalpha() and sound[0] not in VOWELS


def _ends_in_vowel(sounds: list[str]) -> bool:
    return bool(sounds) and sounds[-1][-1:] in VOWELS


def sort_name(text: str, language: str) -> str:
    """A key of lower-case letters, digits and spaces whose byte order is the order of the language's alphabet."""
    if language == "az":
        key = "".join(_azerbaijani_weight(char) for char in _azerbaijani_lower(text))
    else:
        key = re.sub(r"[^\w\s]|_", " ", fold(ARABIC_ARTICLE.sub("", text) if language == "ar" else text))
    return " ".join(key.split())[:SORT_LENGTH].rstrip()


def _azerbaijani_lower(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("İ", "i").replace("I", "ı").lower()


def _azerbaijani_weight(char: str) -> str:
    """A letter as its nearest plain letter and its rank there: e and ə are e0 and e1, x comes after h as h1."""
    if char in AZERBAIJANI_WEIGHTS:
        return AZERBAIJANI_WEIGHTS[char]
    plain = fold(char)
    return "".join(AZERBAIJANI_WEIGHTS.get(letter, letter) for letter in plain if letter.isalnum()) or " "
