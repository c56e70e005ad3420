"""Pages and answers of the API travel compressed, each under a validator of its own."""

import gzip

import brotli
import pytest
from django.conf import settings
from django.test import RequestFactory
from whitenoise import WhiteNoise
from whitenoise.compress import Compressor

from tests.public.test_pages import put

pytestmark = pytest.mark.django_db
PLACE = "/en/places"


def ask(client, path: str, **headers):
    return client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.fixture
def plain(client):
    """The list as it is without compression."""
    put("place", "Baku")
    return client.get(PLACE)


@pytest.mark.parametrize(
    ("accepted", "encoding", "read"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0, gzip;q=0.5", "gzip", gzip.decompress),
    ],
)
def test_page_is_sent_as_the_client_can_read_it(client, plain, accepted, encoding, read):
    sent = ask(client, PLACE, accept_encoding=accepted)

    assert (sent["Content-Encoding"], read(sent.content)) == (encoding, plain.content)
    assert (sent["Content-Length"], "Accept-Encoding" in sent["Vary"]) == (str(len(sent.content)), True)
    assert len(sent.content) < len(plain.content) / 2


@pytest.mark.parametrize("accepted", ["", "identity", "br;q=0, gzip;q=0.0", "zstd"])
def test_page_is_sent_as_it_is_to_who_accepts_no_other(client, plain, accepted):
    sent = ask(client, PLACE, accept_encoding=accepted)

    assert (sent.get("Content-Encoding"), sent.content, sent["ETag"]) == (None, plain.content, plain["ETag"])


def test_each_representation_has_a_validator_and_keeps_it(client, plain):
    compressed = ask(client, PLACE, accept_encoding="br")
    again = ask(client, PLACE, accept_encoding="br", if_none_match=compressed["ETag"])
    from_elsewhere = ask(client, PLACE, accept_encoding="br", if_none_match=plain["ETag"])

    assert compressed["ETag"] != plain["ETag"]
    assert (again.status_code, again["ETag"], again.content) == (304, compressed["ETag"], b"")
    assert (from_elsewhere.status_code, from_elsewhere["ETag"]) == (304, plain["ETag"])
    assert again["Vary"] == compressed["Vary"]


def test_api_is_compressed_too(client, plain):
    sent = ask(client, "/api/v1/places?lang=en", accept_encoding="br")

    assert brotli.decompress(sent.content) == client.get("/api/v1/places?lang=en").content


def test_what_is_for_one_person_alone_is_not(client, db):
    response = ask(client, "/admin/login/", accept_encoding="br")

    assert (response.status_code, response.get("Content-Encoding")) == (200, None)


def test_short_answers_are_not(client, db):
    response = ask(client, "/healthz", accept_encoding="br")

    assert response.get("Content-Encoding") is None


def test_changed_page_is_sent_whole(client, plain):
    held = ask(client, PLACE, accept_encoding="br")["ETag"]
    put("place", "Algiers")

    assert ask(client, PLACE, accept_encoding="br", if_none_match=held).status_code == 200


def test_encodings_of_a_static_file_share_a_weak_validator_alone(tmp_path):
    (tmp_path / "site.css").write_text("p { margin: 0 }\n" * 100)
    list(Compressor(quiet=True).compress(str(tmp_path / "site.css")))
    files = WhiteNoise(None, tmp_path, add_headers_function=settings.WHITENOISE_ADD_HEADERS_FUNCTION).files

    def sent(**headers) -> dict:
        asked = RequestFactory().get("/site.css", **headers).META
        return dict(files["/site.css"].get_response("HEAD", asked).headers)

    plain, packed = sent(), sent(HTTP_ACCEPT_ENCODING="gzip")
    assert (plain.get("Content-Encoding"), packed["Content-Encoding"]) == (None, "gzip")
    assert plain["ETag"] == packed["ETag"]
    assert plain["ETag"].startswith('W/"')
