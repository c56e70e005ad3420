"""Which format a request wants: said by the suffix of its address, or else by Accept."""

from collections.abc import Sequence
from functools import lru_cache

from django.http import HttpRequest

from newsroom.public.api.formats.forms import UTF_8, Form
from newsroom.public.api.problems import Problem


def choose(request, offered: Sequence[Form], suffix: str) -> Form:
    """The suffix wins, since neither feed readers nor spreadsheets can say what they accept."""
    if suffix:
        return by_suffix(offered, suffix)
    # Who names an encoding names the one that there is.
    types = {name: form for form in offered for name in (form.media_type, form.media_type + UTF_8)}
    wanted = preferred(request.headers.get("Accept", "*/*"), tuple(types))
    if wanted is None:
        raise Problem("not-acceptable", available=available(offered))
    return types[wanted]


@lru_cache(maxsize=256)
def preferred(accept: str, names: tuple[str, ...]) -> str | None:
    """Kept, since programs say the same thing each time, and to read it costs more than much of the answer."""
    asked = HttpRequest()
    asked.META["HTTP_ACCEPT"] = accept
    return asked.get_preferred_type(names)


def by_suffix(offered: Sequence[Form], suffix: str) -> Form:
    found = next((form for form in offered if form.suffix == suffix), None)
    if found is None:
        raise Problem("not-found", available=available(offered))
    return found


def available(offered: Sequence[Form]) -> list[dict]:
    return [{"media_type": form.media_type, "suffix": form.suffix} for form in offered]
