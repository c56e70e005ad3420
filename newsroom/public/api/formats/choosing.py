"""Which format a request wants: said by the suffix of its address, or else by Accept."""

from collections.abc import Sequence

from newsroom.public.api.formats.forms import UTF_8, Form
from newsroom.public.api.problems import Problem


def choose(request, offered: Sequence[Form], suffix: str) -> Form:
    """The suffix wins, since neither feed readers nor spreadsheets can say what they accept."""
    if suffix:
        return by_suffix(offered, suffix)
    # Who names an encoding names the one that there is.
    types = {name: form for form in offered for name in (form.media_type, form.media_type + UTF_8)}
    wanted = request.get_preferred_type(list(types))
    if wanted is None:
        raise Problem("not-acceptable", available=available(offered))
    return types[wanted]


def by_suffix(offered: Sequence[Form], suffix: str) -> Form:
    found = next((form for form in offered if form.suffix == suffix), None)
    if found is None:
        raise Problem("not-found", available=available(offered))
    return found


def available(offered: Sequence[Form]) -> list[dict]:
    return [{"media_type": form.media_type, "suffix": form.suffix} for form in offered]
