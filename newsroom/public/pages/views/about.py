"""Who publishes this and how: whole texts, one template in each language."""

from django.http import HttpResponse
from django.utils.translation import get_language

from newsroom.public import reading
from newsroom.public.pages.sections import about_pages, about_path
from newsroom.public.pages.showing import page, show
from relations.values.languages import LANGUAGES


@page
def about(request, name: str) -> HttpResponse:
    language = get_language()
    texts = about_pages(language)
    title = next(one.name for one in texts if one.kind == name)
    context = {"kind": "about", "name": name, "title": title, "texts": texts}
    paths = {code: about_path(name, code) for code in LANGUAGES}
    return show(request, f"public/about/{language}/{name}.html", context, paths=paths, at=reading.moment())
