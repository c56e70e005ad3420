from django.urls import path

from newsroom.public.addresses import PLURALS
from newsroom.public.pages.views.dossier import dossier_page
from newsroom.public.pages.views.home import home
from newsroom.public.pages.views.lists import listing
from newsroom.public.pages.views.postcards import postcard, site_postcard
from newsroom.public.pages.views.records import record
from newsroom.public.pages.views.search import results

app_name = "pages"

urlpatterns = [
    path("", home, name="home"),
    path("search", results, name="search"),
    path("dossiers/<slug:slug>", dossier_page, name="dossier"),
    *(path(plural, listing, {"kind": kind}, name=f"{plural}-list") for kind, plural in PLURALS.items()),
    *(
        path(f"{plural}/<slug:slug>", record, {"kind": kind}, name=f"{plural}-detail")
        for kind, plural in PLURALS.items()
        if kind != "dossier"
    ),
    path("og/site.png", site_postcard, name="site-postcard"),
    *(
        path(f"og/{plural}/<api_uid:uid>-<api_number:number>.png", postcard, {"kind": kind}, name=f"{plural}-postcard")
        for kind, plural in PLURALS.items()
    ),
]
