"""The sections of the site, one for each kind of record, by their names."""

from functools import cache
from typing import NamedTuple

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

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
# The pages that tell of the site itself, by what their addresses end in.
ABOUT = {
    "about": _("About this site"),
    "corrections": _("How we correct"),
    "dates-and-titles": _("Dates and titles"),
    "sources-and-rights": _("Sources and rights"),
    "accessibility": _("Accessibility"),
}


class Section(NamedTuple):
    kind: str
    name: str
    url: str


@cache
def sections(language: str) -> dict[str, list[Section]]:
    """`main` for the head of every page, `more` for its foot, and what is no list of one kind."""
    with override(language):
        every = [Section(kind, str(name), list_path(kind, language)) for kind, name in NAMES.items()]
        diary = Section("diary", gettext("Diary"), f"/{language}/diary")
        corrections = Section("corrections", gettext("Corrections"), f"/{language}/corrections")
    return {
        "main": [*(section for section in every if section.kind in MAIN), diary],
        "more": [section for section in every if section.kind not in MAIN],
        "site": [*about_pages(language), diary, corrections],
    }


@cache
def about_pages(language: str) -> list[Section]:
    with override(language):
        return [Section(name, str(words), about_path(name, language)) for name, words in ABOUT.items()]


def about_path(name: str, language: str) -> str:
    return f"/{language}/about" if name == "about" else f"/{language}/about/{name}"
