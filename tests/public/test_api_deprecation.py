"""Announcing that something goes: on views and parameters made for this test alone."""

import datetime as dt
from types import SimpleNamespace

import django_filters
import pytest
from django.test import RequestFactory, override_settings
from django.urls import path
from drf_spectacular.generators import SchemaGenerator

from newsroom.public.api.deprecation import Deprecation
from newsroom.public.api.fields import TextField
from newsroom.public.api.filters import Parameter
from newsroom.public.api.views.base import View

EARLY = Deprecation(
    dt.datetime(2027, 1, 1, tzinfo=dt.UTC), dt.datetime(2028, 1, 1, 12, tzinfo=dt.UTC), "/en/partners", "/api/v2/old"
)
LATE = Deprecation(dt.datetime(2027, 6, 1, tzinfo=dt.UTC), dt.datetime(2027, 12, 1, tzinfo=dt.UTC), "/en/partners")


class Parameters(django_filters.FilterSet):
    old = Parameter(TextField(), "An old name.", deprecated=LATE)
    new = Parameter(TextField(), "Its new name.")


class Lasting(View):
    description = "Stays."
    parameters_class = Parameters

    def get(self, request):
        return self.answer({}, links=['</next>; rel="next"'])


class Going(Lasting):
    description = "Goes."
    deprecated = EARLY


def ask(view, query=""):
    return view.as_view()(RequestFactory().get(f"/api/v1/old{query}"))


@pytest.mark.parametrize("query", ["", "?new=1"])
def test_what_stays_says_nothing(query):
    response = ask(Lasting, query)

    assert response.status_code == 200
    assert {"Deprecation", "Sunset"} & set(response.headers) == set()
    assert response["Link"] == '</next>; rel="next"'


def test_view_that_goes_says_since_when_until_when_and_what_instead():
    response = ask(Going)

    assert response["Deprecation"] == "@1798761600"
    assert response["Sunset"] == "Sat, 01 Jan 2028 12:00:00 GMT"
    assert response["Link"] == (
        '</next>; rel="next", </en/partners>; rel="deprecation", </en/partners>; rel="sunset", '
        '</api/v2/old>; rel="successor-version"'
    )


def test_parameter_that_goes_is_told_of_where_it_is_used():
    response = ask(Lasting, "?old=1")

    assert response["Deprecation"] == "@1811808000"
    assert response["Sunset"] == "Wed, 01 Dec 2027 00:00:00 GMT"


def test_first_of_several_counts():
    response = ask(Going, "?old=1")

    assert (response["Deprecation"], response["Sunset"]) == ("@1798761600", "Wed, 01 Dec 2027 00:00:00 GMT")


def test_errors_of_what_goes_say_so_too():
    response = ask(Going, "?nonsense=1")

    assert (response.status_code, response["Deprecation"]) == (400, "@1798761600")


def test_document_shows_what_goes():
    views = SimpleNamespace(
        urlpatterns=[path("api/v1/old", Going.as_view()), path("api/v1/lasting", Lasting.as_view())]
    )
    with override_settings(ROOT_URLCONF=views):
        made = SchemaGenerator(patterns=views.urlpatterns).get_schema(public=True)

    operations = {name: methods["get"] for name, methods in made["paths"].items()}
    assert operations["/api/v1/old"]["deprecated"] is True
    assert "deprecated" not in operations["/api/v1/lasting"]
    parameters = {one["name"]: one.get("deprecated", False) for one in operations["/api/v1/lasting"]["parameters"]}
    assert parameters == {"old": True, "new": False}
