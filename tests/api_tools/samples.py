"""The code of the partners' guide, taken from the page and run against the demonstration."""

import json
import sys
from collections.abc import Iterator
from html import unescape
from re import findall

from tests.api_tools import programs
from tests.api_tools.walking import Api

COPIED = "\nprint(len(copy), all(fetch(url.partition('/api/v1/')[2])['id'] in url for url in copy.values()))"
# Signed by the library of others, received by the code of the guide.
RECEIVED = """
const secret = "whsec_c2VjcmV0IG9mIHRoaXMgdGVzdCBhbG9uZQ==", body = '{"type":"item.published"}', now = new Date();
const headers = {
  "webhook-id": "msg_1",
  "webhook-timestamp": String(Math.floor(now / 1000)),
  "webhook-signature": new Webhook(secret).sign("msg_1", now, body),
};
console.log(JSON.stringify([receive(secret, headers, body), receive(secret, headers, body + " ")]));
"""


def samples(api: Api) -> Iterator[str]:
    code = code_of(api)
    copied = programs.run(sys.executable, "-c", code["sync"] + COPIED)
    sys.stdout.write(f"    copied: {copied.stdout}")
    if not copied.stdout.endswith("True\n"):
        yield f"the copy is not right: {copied.stdout} {copied.stderr[-1000:]}"
    file = programs.TOOLS / "webhook.mjs"
    file.write_text(code["webhook_js"] + RECEIVED)
    received = programs.run(programs.node(), file)
    if received.returncode or json.loads(received.stdout) != [{"type": "item.published"}, None]:
        yield f"webhooks are not verified in JavaScript: {received.stdout} {received.stderr[-1000:]}"


def code_of(api: Api) -> dict[str, str]:
    page = api.page("/en/partners")
    return {name: unescape(text) for name, text in findall(r'(?s)<code id="sample-(\w+)">(.*?)</code>', page)}
