from django.urls import path, re_path

from newsroom.public.addresses import PLURALS
from newsroom.public.pages.months import PATTERN
from newsroom.public.pages.sections import ABOUT
from newsroom.public.pages.views.about import about
from newsroom.public.pages.views.components import components
from newsroom.public.pages.views.corrections import corrections
from newsroom.public.pages.views.diary import diary, diary_month
from newsroom.public.pages.views.dossier import dossier_page
from newsroom.public.pages.views.home import home
from newsroom.public.pages.views.lists import listing
from newsroom.public.pages.views.records import record
from newsroom.public.pages.views.search import results

app_name = "pages"

urlpatterns = [
    path("", home, name="home"),
    path("search", results, name="search"),
    path("diary", diary, name="diary"),
    re_path(rf"^diary/(?P<month>{PATTERN})$", diary_month, name="diary-month"),
    path("corrections", corrections, name="corrections"),
    path("about", about, {"name": "about"}, name="about"),
    path("about/components", components, name="components"),
    *(path(f"about/{name}", about, {"name": name}, name=f"about-{name}") for name in ABOUT if name != "about"),
    path("dossiers/<slug:slug>", dossier_page, name="dossier"),
    *(path(plural, listing, {"kind": kind}, name=f"{plural}-list") for kind, plural in PLURALS.items()),
    *(
        path(f"{plural}/<slug:slug>", record, {"kind": kind}, name=f"{plural}-detail")
        for kind, plural in PLURALS.items()
        if kind != "dossier"
    ),
]
