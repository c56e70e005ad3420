from django.urls import path, re_path

from newsroom.public.addresses import PLURALS
from newsroom.public.pages.following import FEEDS
from newsroom.public.pages.months import PATTERN
from newsroom.public.pages.sections import ABOUT
from newsroom.public.pages.views import calendars, feeds
from newsroom.public.pages.views.about import about
from newsroom.public.pages.views.components import components
from newsroom.public.pages.views.corrections import corrections
from newsroom.public.pages.views.diary import diary, diary_month
from newsroom.public.pages.views.dossier import dossier_page
from newsroom.public.pages.views.downloads import TABLES, dossier_table
from newsroom.public.pages.views.editions import difference, history
from newsroom.public.pages.views.following import follow
from newsroom.public.pages.views.home import home
from newsroom.public.pages.views.lists import listing
from newsroom.public.pages.views.partners import partners
from newsroom.public.pages.views.postcards import postcard, site_postcard
from newsroom.public.pages.views.records import record
from newsroom.public.pages.views.search import results

app_name = "pages"


def feeds_as(form: str) -> list:
    by_id = [kind for kind in FEEDS if kind != "dossier"]
    return [
        path(f"feeds/all.{form}", feeds.everything, {"form": form}, name=f"feed-{form}"),
        path(
            f"feeds/dossier/<api_properpair:pair>.{form}", feeds.of_dossier, {"form": form}, name=f"dossier-feed-{form}"
        ),
        *(
            path(
                f"feeds/{kind}/<api_uid:uid>.{form}",
                feeds.of_record,
                {"kind": kind, "form": form},
                name=f"{kind}-feed-{form}",
            )
            for kind in by_id
        ),
    ]


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
    *(
        path(f"dossiers/<slug:slug>.{table}.csv", dossier_table, {"table": table}, name=f"dossier-{table}")
        for table in TABLES
    ),
    *(path(plural, listing, {"kind": kind}, name=f"{plural}-list") for kind, plural in PLURALS.items()),
    *(
        path(f"{plural}/<slug:slug>", record, {"kind": kind}, name=f"{plural}-detail")
        for kind, plural in PLURALS.items()
        if kind != "dossier"
    ),
    *(
        path(f"{plural}/<slug:slug>/editions", history, {"kind": kind}, name=f"{plural}-editions")
        for kind, plural in PLURALS.items()
    ),
    *(
        path(f"{plural}/<slug:slug>/editions/<api_number:number>", difference, {"kind": kind}, name=f"{plural}-edition")
        for kind, plural in PLURALS.items()
    ),
    path("follow", follow, name="follow"),
    path("partners", partners, name="partners"),
    *feeds_as("atom"),
    *feeds_as("json"),
    path("calendar/all.ics", calendars.everything, name="calendar"),
    path("calendar/dossier/<api_properpair:pair>.ics", calendars.of_dossier, name="dossier-calendar"),
    path("calendar/series/<api_uid:uid>.ics", calendars.of_series, {"kind": "series"}, name="series-calendar"),
    path("og/site.png", site_postcard, name="site-postcard"),
    *(
        path(f"og/{plural}/<api_uid:uid>-<api_number:number>.png", postcard, {"kind": kind}, name=f"{plural}-postcard")
        for kind, plural in PLURALS.items()
    ),
]
