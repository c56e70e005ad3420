"""A picture on its way: uploaded, made safe, used, published in all sizes, past its rights, and not deleted while in use."""

import datetime as dt
from io import BytesIO

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from relations.models import Picture, Record
from tests.factories.relations import PersonFactory, PictureFactory
from tests.journeys.forms import fields
from tests.journeys.writing import publish, rewrite, write

pytestmark = pytest.mark.django_db

SECRET = b"taken at 36.7538 N"
ADD = "admin:relations_picture_add"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def desk(client, users):
    client.force_login(users["editor"])
    return client


def photo(size=(1000, 700)) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    target = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(target, "JPEG", exif=exif)
    return target.getvalue()


def upload(desk, content, name="photo.jpg", **given):
    page = desk.get(reverse(ADD))
    data = {**fields(page, "picture_form"), "key": "meeting", "alt_en": "Two people at a table", **given}
    return desk.post(reverse(ADD), {**data, "file": SimpleUploadedFile(name, content)})


def test_upload_is_stripped_named_by_what_it_is_and_cut(desk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = upload(desk, photo(), name="evil.svg.png", focal_x="0.25")

    picture = Picture.objects.get()
    assert answer.status_code == 302
    with picture.file.open() as stored:
        assert SECRET not in stored.read()
    assert picture.file.name == "pictures/evil.svg.jpg"
    assert (picture.width, picture.height, picture.focal_x) == (1000, 700, 0.25)
    assert {one["crop"] for one in picture.renditions["made"]} == {"full", "wide", "square"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("photo.jpg", b"<html><script>alert(1)</script></html>"),
        ("photo.png", photo()[:300]),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason(desk, name, content):
    answer = upload(desk, content, name=name)

    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors.keys() == {"file"}
    assert not Picture.objects.exists()


def test_words_are_changed_without_uploading_again(desk, users):
    upload(desk, photo())
    picture = Picture.objects.get()
    address = reverse("admin:relations_picture_change", args=[picture.pk])
    page = desk.get(address)

    answer = desk.post(address, {**fields(page, "picture_form"), "credit": "Agency"})

    assert answer.status_code == 302
    assert (Picture.objects.get().credit, Picture.objects.get().file.name) == ("Agency", picture.file.name)
    assert f'data-picture="{picture.file.url}"' in page.text


def test_readers_get_every_size_while_the_article_is_public(desk, users, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        upload(desk, photo(), alt_en="Two people at a table")
    picture = Picture.objects.get()
    article = write(users["reporter"], headline_en="They met", body_en="<p>Text.</p>", lead_picture=picture)
    names = [one["name"] for one in picture.renditions["made"]]
    client.logout()
    assert {client.get(f"/media/{name}").status_code for name in names} == {404}

    publish(article, users, "en")

    (media,) = client.get(f"/api/v1/articles/{article.uid}").json()["media"]
    assert [one["url"].partition("/media/")[2] for one in media["renditions"]] == names
    answers = [client.get(f"/media/{name}") for name in names]
    assert {answer.status_code for answer in answers} == {200}
    assert all(b"".join(answer) for answer in answers)
    page = client.get(client.get(f"/id/{article.uid}").headers["Location"]).text
    assert 'type="image/avif"' in page
    assert f"/media/{names[0]} 480w" in page
    assert 'width="960" height="672"' in page

    rewrite(article, users["reporter"], lead_picture=None)
    publish(article, users, "en")
    assert {client.get(f"/media/{name}").status_code for name in names} == {404}


def test_pictures_are_listed_with_those_whose_rights_end_first(desk):
    today = timezone.localdate()
    days = {"later": 90, "soon": 20, "sooner": 2, "over": -1, "free": None}
    for key, ahead in days.items():
        until = None if ahead is None else today + dt.timedelta(days=ahead)
        PictureFactory(key=key, rights_until=until, alt_az="" if key == "soon" else "Masa")

    page = desk.get(reverse("admin:pictures"))

    shown = page.context["pictures"]
    assert [one.picture.key for one in shown] == ["sooner", "soon", "over", "later", "free"]
    assert [one.picture.key for one in shown if one.is_ended] == ["over"]
    assert [one.undescribed for one in shown if one.picture.key == "soon"] == [["az"]]
    assert [one.picture.key for one in desk.get(reverse("admin:pictures"), {"q": "free"}).context["pictures"]] == [
        "free"
    ]


def test_what_is_in_use_is_not_deleted_and_the_refusal_says_where(client, users):
    client.force_login(get_user_model().objects.create_superuser("chief"))
    picture, spare = PictureFactory(key="used"), PictureFactory(key="spare")
    linked = PersonFactory(key="linked")
    body = '<p><a href="record:actor/linked">Linked</a></p>'
    write(users["reporter"], headline_en="They met", body_en=body, lead_picture=picture)

    for record, name in ((picture, "picture"), (linked, "actor")):
        address = reverse(f"admin:relations_{name}_delete", args=[record.pk])
        for answer in (client.get(address, follow=True), client.post(address, {"post": "yes"}, follow=True)):
            assert answer.redirect_chain == [(reverse("admin:used", args=[record.uid]), 302)]
            assert "They met" in str(next(iter(answer.context["messages"])))
            assert [row["title"] for row in answer.context["working"]] == ["They met"]
    chosen = {"action": "delete_selected", "_selected_action": [picture.pk, spare.pk], "post": "yes"}
    client.post(reverse("admin:relations_picture_changelist"), chosen)
    assert Record.objects.filter(pk__in=[picture.pk, spare.pk, linked.pk]).count() == 3

    chosen["_selected_action"] = [spare.pk]
    client.post(reverse("admin:relations_picture_changelist"), chosen)
    assert not Record.objects.filter(pk=spare.pk).exists()


def test_use_page_shows_editions_and_rows_and_refuses_strangers(desk, users, client):
    picture = PictureFactory()
    article = write(users["reporter"], headline_en="They met", body_en="<p>Text.</p>", lead_picture=picture)
    publish(article, users, "en")

    page = desk.get(reverse("admin:used", args=[picture.uid]))

    (row,) = page.context["editions"]
    assert (row["edition"].title, row["where"], row["edition"].language) == ("They met", "media", "en")
    assert desk.get(reverse("admin:used", args=["0" * 26])).status_code == 404
    users["editor"].groups.clear()
    client.force_login(get_user_model().objects.get(pk=users["editor"].pk))
    assert client.get(reverse("admin:used", args=[picture.uid])).status_code == 403
