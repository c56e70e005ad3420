"""Pictures that go with links to pages: what is written on them, how, and who gets them."""

import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from PIL import Image, ImageChops, ImageDraw, ImageFont

import newsroom.public
from newsroom.public.pages.postcards import SIZE, Words, drawing, of_site, words_of
from newsroom.public.pages.postcards.lettering import Lettering, face, seen
from tests.public import payloads
from tests.public.conftest import DAY, THEN, new_uid, withdraw
from tests.public.test_pages import put

# Its letters have other forms in a word than by themselves.
ARABIC = "محمد"
SHEET = Path(newsroom.public.__file__).parent / "static/site/site.css"


def path_of(edition, number: int | None = None) -> str:
    return f"/{edition.language}/og/{edition.kind}s/{edition.uid}-{number or edition.number}.png"


def opened(body: bytes) -> Image.Image:
    return Image.open(BytesIO(body))


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    """The box of what is written below the kicker, in the colour of text."""
    part = image.convert("RGB").crop((60, drawing.TITLE.start, SIZE[0] - 60, drawing.TITLE.stop))
    return part.convert("L").point(lambda light: 255 if light < 90 else 0).getbbox()


def gaps(font, text: str) -> int:
    """How often there is nothing between two letters."""
    image = Image.new("L", (600, 200))
    ImageDraw.Draw(image).text((20, 120), text, 255, font, "ls")
    columns = image.crop(image.getbbox()).resize((image.getbbox()[2] - image.getbbox()[0], 1), Image.Resampling.BOX)
    return len(re.findall(rb"\x00+", columns.tobytes()))


def test_colours_are_those_of_the_site():
    tokens = dict(re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}),", SHEET.read_text().partition("}")[0]))

    drawn = {
        name: getattr(drawing, name.upper().replace("-", "_")) for name in ("paper", "ink", "soft", "line", "accent")
    }
    assert drawn == {name: tokens[name] for name in drawn}
    assert tokens["accent-soft"] == drawing.ACCENT_SOFT


def test_arabic_letters_are_joined():
    font = ImageFont.truetype(face(is_arabic=True), 80, layout_engine=ImageFont.Layout.BASIC)

    assert gaps(font, seen(ARABIC, is_rtl=True)) == 0
    # The control: letters as they stand alone.
    assert gaps(font, ARABIC[::-1]) >= len(ARABIC) - 1


def test_words_of_both_directions_are_in_the_order_they_are_seen():
    assert seen("OPEC عام", is_rtl=True).endswith("OPEC")
    assert seen("OPEC عام", is_rtl=False).startswith("OPEC")
    assert seen("Təhlil 2025", is_rtl=False) == "Təhlil 2025"


@pytest.mark.parametrize("text", ["Əlcəzair", "Algérie", "أذربيجان"])
def test_every_letter_has_a_glyph(text):
    font = Lettering(is_rtl=False).font(text, 60, 400)

    missing = bytes(font.getmask("\uffff"))
    assert missing not in {bytes(font.getmask(letter)) for letter in seen(text, is_rtl=False)}


def test_picture_has_the_size_it_says_and_its_words_beside_it():
    words = Words("az", "Təhlil", "Əlcəzair və Azərbaycan", ("Əlcəzair", "Azərbaycan"), "22 aprel 2025")

    image = opened(drawing.draw(words))

    assert (image.size, image.format) == ((1200, 630), "PNG")
    assert image.text["Title"] == "Əlcəzair və Azərbaycan"
    assert image.text["Description"] == "Təhlil · Əlcəzair – Azərbaycan · 22 aprel 2025"


def test_lines_begin_where_the_language_begins():
    latin, arabic = (opened(drawing.draw(Words(code, "", text))) for code, text in (("en", "Talks"), ("ar", "محادثات")))

    assert ink(latin)[0] < 60
    assert ink(arabic)[2] > SIZE[0] - 120 - 60


@pytest.mark.parametrize("title", ["Talks", "talks in Algiers " * 20, "x" * 90, "محادثات في الجزائر " * 20])
def test_headline_of_any_length_has_room(title):
    code = "ar" if title[0] > "z" else "en"

    left, top, right, bottom = ink(opened(drawing.draw(Words(code, "", title))))

    assert left >= 20
    assert right <= SIZE[0] - 120 - 20
    assert bottom <= len(drawing.TITLE)


def test_long_names_do_not_run_into_one_another():
    letters = Lettering(is_rtl=False)

    short = letters.within("Bosnia and Herzegovina, and all of their friends", 28, 560, 300)

    assert short.endswith("…")
    assert letters.width(short, 28, 560) <= 300


def test_pictures_of_other_words_differ():
    one, other = (opened(drawing.draw(Words("en", "Report", "Talks", date=date))) for date in ("1 May", "2 May"))

    assert ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox()


def test_only_so_many_are_kept():
    for number in range(3):
        drawing.draw(Words("en", "", f"Kept {number}"))

    assert drawing.draw.cache_info().maxsize == drawing.KEPT


WORKER = """
import sys, django
from tests.conftest import lighten
lighten()
django.setup()
from django.test import Client
assert Client().get("/en/nothing", headers={"host": "localhost"}).status_code == 404
print(sorted({"PIL", "bidi", "arabic_reshaper"} & set(sys.modules)))
"""


def test_worker_that_draws_nothing_holds_nothing_to_draw_with():
    given = {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "NEWSROOM_SIDE": "public", "NEWSROOM_LOG_LEVEL": "CRITICAL"}
    done = subprocess.run(
        [sys.executable, "-c", WORKER],
        env=os.environ | given,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
    )

    assert done.stdout == "[]\n", done.stderr[-2000:]


# What is on them


def item(**given) -> dict:
    return {"language": "en", "type": "event", "kind": "talks", "title": "talks", **given}


def test_words_name_the_pair_in_the_order_of_the_title():
    cards = [{"id": name, "label": name} for name in ("Azerbaijan", "Algeria")]
    date = payloads.fuzzy("April 2025")

    with override("en"):
        words = words_of(item(title="Algeria hosts Azerbaijan", countries=cards, date=date))

    assert words == Words("en", "Talks", "Algeria hosts Azerbaijan", ("Algeria", "Azerbaijan"), "April 2025")


def test_words_name_no_country_of_many():
    cards = [{"id": name, "label": name} for name in ("Azerbaijan", "Algeria", "Tunisia")]

    assert words_of(item(countries=cards)).between == ()


def test_words_are_in_the_language_of_the_page():
    with override("fr"):
        assert of_site("fr") == Words("fr", "", "Relations entre pays")


# Who gets them


@pytest.mark.django_db
def test_picture_of_what_is_current_may_be_kept_for_a_minute(client):
    edition = put("article", "Talks held")

    response = client.get(path_of(edition))

    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response["Cache-Control"] == "public, max-age=60"
    assert opened(response.content).text["Title"] == "Talks held"
    again = client.get(path_of(edition), headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.django_db
def test_picture_may_not_be_kept_beyond_a_scheduled_change(client):
    uid = new_uid()
    edition = put("article", "Talks held", uid=uid)
    put("article", "Talks over", uid=uid, live_from=timezone.now() + DAY / 86_400 * 20)

    response = client.get(path_of(edition))

    assert opened(response.content).text["Title"] == "Talks held"
    assert 0 <= int(response["Cache-Control"].removeprefix("public, max-age=")) <= 20


@pytest.mark.django_db
def test_picture_of_an_earlier_edition_leads_to_the_present_one(client):
    uid = new_uid()
    put("article", "Talks", uid=uid)
    edition = put("article", "Talks held", uid=uid, live_from=THEN + DAY)

    earlier, later = client.get(path_of(edition, 1)), client.get(path_of(edition, 3))

    assert (earlier.status_code, earlier["Location"]) == (302, path_of(edition))
    assert later.status_code == 404


@pytest.mark.django_db
def test_picture_of_what_is_not_public_is_not_drawn(client):
    pending = put("article", "Pending", live_from=timezone.now() + DAY)
    english = put("article", "Only in English")
    gone = put("article", "Gone")
    withdraw(gone, THEN + DAY)

    answers = [
        client.get(path)
        for path in (
            path_of(pending),
            path_of(english).replace("/en/", "/fr/"),
            path_of(english).replace("/articles/", "/events/"),
            path_of(gone),
        )
    ]

    assert [response.status_code for response in answers] == [404, 404, 404, 410]
    assert {response["Cache-Control"] for response in answers} == {"no-store"}
    assert "An error of fact." in answers[3].text
    assert "Pending" not in answers[0].text


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_picture_asks_twice_whatever_it_names(client, number):
    countries = [{"$must": put("actor", f"Country {one}", kind="country").uid} for one in range(number)]
    edition = put("article", "Talks", countries=countries)

    with CaptureQueriesContext(connection) as made:
        client.get(path_of(edition))

    # The edition; the cards.
    assert len(made) == 2


@pytest.mark.django_db
@pytest.mark.parametrize("code", ["en", "fr", "ar", "az"])
def test_site_has_a_picture_in_every_language(client, code):
    response = client.get(f"/{code}/og/site.png")

    assert opened(response.content).size == SIZE
    assert client.post(f"/{code}/og/site.png").status_code == 405
