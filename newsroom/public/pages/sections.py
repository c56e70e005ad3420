"""The sections of the site, one for each kind of record, by their names."""

from functools import cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from newsroom.public.addresses import list_path

NAMES = {
    "dossier": _("Dossiers"),
    "article": _("Articles"),
    "event": _("Events"),
    "agreement": _("Agreements"),
    "actor": _("People and organisations"),
    "place": _("Places"),
    "topic": _("Topics"),
    "post": _("Posts"),
    "series": _("Series"),
    "indicator": _("Figures"),
    "source": _("Sources"),
    "author": _("Authors"),
    "capacity": _("Capacities"),
}
MAIN = ("dossier", "article", "event", "agreement", "actor")


class Section(NamedTuple):
    kind: str
    name: str
    url: str


@cache
def sections(language: str) -> dict[str, list[Section]]:
    """`main` for the head of every page, `more` for its foot."""
    with override(language):
        every = [Section(kind, str(name), list_path(kind, language)) for kind, name in NAMES.items()]
    return {
        "main": [section for section in every if section.kind in MAIN],
        "more": [section for section in every if section.kind not in MAIN],
    }
