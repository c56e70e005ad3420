"""Answers for everybody, compressed as each client can read them."""

import re

import brotli
from django.utils.cache import patch_vary_headers
from django.utils.text import compress_string

# What is shorter gains nothing.
SHORTEST = 500
# One more step takes half as long again and saves a tenth.
QUALITY = 4
TEXT = re.compile(r"text/|image/svg\+xml|application/(?:[\w.-]+\+)?(?:json|xml|x-ndjson)")
COMPRESS = {
    "br": lambda body: brotli.compress(body, quality=QUALITY),
    "gzip": compress_string,
}
# A compressed representation differs in its bytes, hence in its validator: "abc" is "abc-br".
MARK = re.compile(rf'-(?:{"|".join(COMPRESS)})"')


class Compression:
    """
    By Brotli, or else gzip. Only what any cache may keep: an answer made for one person may mix a secret of the page with
    words of a stranger, and its length would tell of it.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_for_everybody(response):
            patch_vary_headers(response, ("Accept-Encoding",))
            if response.status_code == 304:
                response["ETag"] = as_held(response.headers.get("ETag", ""), request.headers.get("If-None-Match", ""))
            elif encoding := wanted(request.headers.get("Accept-Encoding", "")):
                encode(response, encoding)
        return response


def is_for_everybody(response) -> bool:
    """Whether it is public and a text long enough. A 304 names neither its type nor its length."""
    if response.streaming or response.has_header("Content-Encoding"):
        return False
    if "public" not in response.headers.get("Cache-Control", ""):
        return False
    is_text = bool(TEXT.match(response.headers.get("Content-Type", "")))
    return response.status_code == 304 or (is_text and len(response.content) >= SHORTEST)


def unmarked(etag: str) -> str:
    """The validator of the answer itself, whichever way it travelled."""
    return MARK.sub('"', etag)


def as_held(etag: str, held: str) -> str:
    """The validator of the representation that the client has."""
    return next((marked for name in COMPRESS if (marked := etag[:-1] + f'-{name}"') in held), etag)


def wanted(accepted: str) -> str:
    """The better of those a client accepts; `q=0` refuses."""
    offers = [part.replace(" ", "").partition(";") for part in accepted.lower().split(",")]
    names = {name for name, _, quality in offers if not re.fullmatch(r"q=0(\.0*)?", quality)}
    return next((encoding for encoding in COMPRESS if encoding in names), "")


def encode(response, encoding: str) -> None:
    response.content = COMPRESS[encoding](response.content)
    response["Content-Encoding"] = encoding
    response["Content-Length"] = str(len(response.content))
    if response.has_header("ETag"):
        response["ETag"] = response["ETag"][:-1] + f'-{encoding}"'
