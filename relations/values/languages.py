"""The four languages, and which way they run."""

LANGUAGES = ("en", "fr", "ar", "az")

# Of the languages of sources, too.
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

NATIVE_NAMES = {"en": "English", "fr": "Français", "ar": "العربية", "az": "Azərbaycanca"}


def direction(language: str) -> str:
    """`ltr` or `rtl`, the value of an HTML `dir` attribute."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"
