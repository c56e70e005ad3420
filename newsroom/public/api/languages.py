"""Which language a request wants: said by `lang`, or else by Accept-Language."""

from django.utils.translation.trans_real import parse_accept_lang_header

from newsroom.public.reading import Preference
from relations.values.languages import LANGUAGES


def preference(lang: tuple[str, ...] | str | None, accept_language: str) -> Preference:
    if lang == "*":
        return Preference(LANGUAGES, every=True)
    if lang:
        return Preference(lang)
    return Preference(accepted(accept_language), original=True)


def accepted(header: str) -> tuple[str, ...]:
    """Our languages among those accepted, the most wanted first; those after a star are as good as any."""
    found = []
    for tag, quality in parse_accept_lang_header(header.lower()):
        if tag == "*":
            break
        code = tag.partition("-")[0]
        if quality and code in LANGUAGES and code not in found:
            found.append(code)
    return tuple(found)
