"""Who held the posts of institutions and countries, on any day; and who is a member of what."""

import pytest
from django.utils import timezone

from tests.public.conftest import DAY
from tests.public.reader import read
from tests.public.test_drawing_tenures import day, tenure_of
from tests.public.test_pages import path_of, put

pytestmark = pytest.mark.django_db


@pytest.fixture
def ministry():
    """An institution with one post, held by one person until 2023 and by another since."""
    body = put("actor", "Ministry", kind="institution")
    reference = {"$ref": body.uid}
    post = put("post", "Minister", facets=[("organisation", body.uid), ("actor", body.uid)], organisation=reference)
    former = tenure_of(post, start=day("2020-01-01"), end=day("2023-12-31"))
    present = tenure_of(post, start=day("2024-01-01"))
    put("actor", "Former Minister", facets=[("post", post.uid)], posts=[former])
    put("actor", "Present Minister", facets=[("post", post.uid)], posts=[present])
    return body, post


def test_institution_shows_who_held_its_posts_on_any_day(client, ministry):
    body, _post = ministry

    now, then = read(client, path_of(body)), read(client, f"{path_of(body)}?on=2022-05-01")

    assert "Present Minister in office" in now.text
    assert "On 1 May 2022 Former Minister in office" in then.text
    assert [attrs["aria-label"] for attrs in now.all("svg", **{"class": "lane"})] == [
        "Former Minister: From 2020-01-01; To 2023-12-31",
        "Present Minister: From 2024-01-01",
    ]
    assert then.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert now.all("meta", name="robots") == []


def test_post_shows_its_holders_and_says_so_where_none_is_known_on_a_day(client, ministry):
    _body, post = ministry

    assert "On 1 May 2019 not known" in read(client, f"{path_of(post)}?on=2019-05-01").text
    assert "On 31 December 2023 Former Minister in office" in read(client, f"{path_of(post)}?on=2023-12-31").text
    assert "None known." in read(client, path_of(put("post", "Vacant post"))).text


def test_page_agrees_with_the_api_on_who_holds_a_post(client, ministry):
    _body, post = ministry

    on = "2022-05-01"
    listed = client.get(f"/api/v1/actors?lang=en&post={post.uid}&held_on={on}").json()["results"]

    assert [actor["name"] for actor in listed] == ["Former Minister"]
    assert "On 1 May 2022 Former Minister" in read(client, f"{path_of(post)}?on={on}").text


def test_day_that_is_none_is_refused_in_words(client, ministry):
    body, post = ministry

    for edition in (body, post):
        assert "on" in read(client, f"{path_of(edition)}?on=2022-13-01", 400).text


def test_holder_who_is_not_public_is_not_named(client, ministry):
    body, post = ministry
    tenure = tenure_of(post, start=day("2025-01-01"))
    ahead = timezone.now() + DAY
    put("actor", "Minister to come", facets=[("post", post.uid)], posts=[tenure], live_from=ahead)

    for edition in (body, post):
        assert "Minister to come" not in read(client, path_of(edition)).text


def test_organisation_shows_its_members_with_their_status(client):
    forum = put("actor", "Forum", kind="multilateral_organisation")
    link = {
        "key": "m", "organisation": {"$must": forum.uid}, "status": "observer", "start": day("2020-01-01"), "end": None,
        "role": "", "note": "", "sources": [],
    }  # fmt: skip
    put("actor", "Azerbaijan", kind="country", facets=[("member_of", forum.uid)], member_of=[link])
    ahead = timezone.now() + DAY
    put("actor", "Hidden", kind="country", facets=[("member_of", forum.uid)], member_of=[link], live_from=ahead)

    page = read(client, path_of(forum))

    assert "Members Member Status Sources Azerbaijan Observer 2020-01-01" in page.text
    assert "Hidden" not in page.text


def test_country_begins_with_its_dossiers_and_keeps_those_accredited_to_it_apart(client):
    algeria, azerbaijan = put("actor", "Algeria", kind="country"), put("actor", "Azerbaijan", kind="country")
    post = put(
        "post", "Ambassador in Baku", kind="ambassador", country={"$ref": algeria.uid},
        accredited_to={"$ref": azerbaijan.uid}, facets=[("actor", algeria.uid), ("actor", azerbaijan.uid)],
    )  # fmt: skip
    put("actor", "The Ambassador", facets=[("post", post.uid)], posts=[tenure_of(post, start=day("2024-01-01"))])

    sending, receiving = read(client, path_of(algeria)).text, read(client, path_of(azerbaijan)).text

    assert "Key posts" in sending
    assert "Accredited here" not in sending
    assert "Accredited here Ambassador in Baku" in receiving
    assert "The Ambassador" in receiving
