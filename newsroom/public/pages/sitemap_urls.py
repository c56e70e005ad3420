"""Addresses that programs look for at the root of a site."""

from django.urls import path, register_converter

from newsroom.public.addresses import PLURALS
from newsroom.public.pages.views import sitemaps

app_name = "sitemaps"


class Plural:
    regex = "|".join(PLURALS.values())

    def to_python(self, value: str) -> str:
        return value

    to_url = to_python


register_converter(Plural, "site_plural")

urlpatterns = [
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="index"),
    path("news-sitemap.xml", sitemaps.news, name="news"),
    path("sitemaps/sections.xml", sitemaps.sections, name="sections"),
    path(
        "sitemaps/<site_plural:plural>-<api_language:language>-<api_number:number>.xml",
        sitemaps.records,
        name="records",
    ),
]
