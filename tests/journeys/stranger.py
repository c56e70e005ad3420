"""Somebody without an account, who reads answers to the last header."""

import base64
import binascii
import gzip
import re
from urllib.parse import unquote

NEXT = re.compile(r'<http://testserver([^>]+)>; rel="next"')
# As `planting` makes them.
WORD = re.compile(r"qz[hp]\d{5}")


class Reader:
    """A stranger who notes every planted word that an answer holds, but for those in the address itself."""

    def __init__(self, client):
        self.client, self.seen, self.asked, self.tags = client, {}, 0, {}

    def ask(self, address: str, **options):
        response = self.client.generic(options.pop("method", "GET"), address, **options)
        self.asked += 1
        body = b"".join(response)
        if response.headers.get("Content-Type") == "application/gzip":
            body = gzip.decompress(body)
        # Calendars break their lines anywhere.
        answer = f"{response.headers} {body.replace(b'\r\n ', b'').decode(errors='replace')}"
        for word in set(WORD.findall(f"{answer} {opened(answer)}".casefold())) - set(WORD.findall(unquote(address))):
            self.seen.setdefault(word, address)
        return response

    def read(self, address: str) -> None:
        """All pages of a list; what has no question in its address also as one who has it already."""
        response = self.ask(address)
        if response.headers.get("ETag") and "?" not in address:
            self.ask(address, headers={"if-none-match": response["ETag"]})
        for following in NEXT.findall(response.headers.get("Link", "")):
            self.read(following)


def opened(answer: str) -> str:
    """What cursors hold, which are signed but not secret."""
    found = []
    for token in re.findall(r"cursor=([\w-]+)", answer):
        try:
            found.append(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode(errors="replace"))
        except binascii.Error:
            continue
    return " ".join(found)
