"""Parts of a dossier as files for spreadsheets, at any moment that has passed."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language

from newsroom.public import dossier
from newsroom.public.api.answers import conditional, max_age, origin
from newsroom.public.pages import sheets
from newsroom.public.pages.asking import read
from newsroom.public.pages.finding import edition_at
from newsroom.public.pages.showing import page
from newsroom.public.pages.views.dossier import PARAMETERS as OF_PAGE
from newsroom.public.reading import Moment

CSV = "text/csv; charset=utf-8"
TABLES = {"timeline": sheets.timeline, "agreements": sheets.agreements}
PARAMETERS = {"as_of": OF_PAGE["as_of"]}


@page
def dossier_table(request, slug: str, table: str) -> HttpResponse:
    now = timezone.now()
    at, language = Moment(min(read(request.GET, PARAMETERS).get("as_of", now), now), now), get_language()
    row = edition_at(request, "dossier", language, slug, at, below=f".{table}.csv")
    content, changes_at, _ = dossier.compile_dossier(row, language, at)
    response = conditional(request, TABLES[table](content, origin(request)), CSV)
    response["Cache-Control"] = f"public, max-age={max_age(at.now, changes_at)}"
    response["Content-Language"] = language
    response["Content-Disposition"] = f'attachment; filename="{row.slug}.{table}.csv"'
    return response
