"""What strangers get at every address of a record, asked again through the whole site as they would ask."""

import html
import io
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.utils import timezone
from django.utils.translation import get_language, override

from newsroom.desk import workflow
from newsroom.desk.moving.outputs import Output, Traces, outputs_of, traces_of
from newsroom.public import reading
from relations.models import Record


@dataclass(frozen=True)
class Answer:
    """`leaks` are those of the silent words that came back all the same."""

    output: Output
    status: int
    leaks: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return self.status in self.output.expected and not self.leaks


@dataclass(frozen=True)
class Proof:
    """`is_public`: something of the record can be read now, so there is nothing to prove."""

    uid: str
    label: str
    at: object
    is_public: bool
    erased: bool
    answers: tuple[Answer, ...]

    @property
    def holds(self) -> bool:
        return all(answer.holds for answer in self.answers)

    @property
    def faults(self) -> list[Answer]:
        return [answer for answer in self.answers if not answer.holds]


def prove(uid: str, record: Record | None = None) -> Proof:
    return proof_of(traces_of(uid, record), record)


def erase_and_prove(*, record: Record, by, reason: str | dict[str, str]) -> Proof:
    """Erase, then look for the words that were there before; they are kept no longer than that takes."""
    traces = traces_of(record.uid, record)
    workflow.erase(record=record, by=by, reason=reason)
    record.refresh_from_db()
    return proof_of(traces, record)


def proof_of(traces: Traces, record: Record | None) -> Proof:
    return Proof(
        uid=traces.uid,
        label=str(record) if record else traces.uid,
        at=timezone.now(),
        is_public=bool(reading.translations(traces.uid)),
        erased=bool(record and record.key.startswith("erased-")),
        answers=tuple(answer_to(output) for output in outputs_of(traces)),
    )


def answer_to(output: Output) -> Answer:
    status, body = ask(output.path)
    return Answer(output, status, tuple(words for words in output.silent if words in body))


def ask(path: str) -> tuple[int, str]:
    """Status and body of a GET by somebody without an account, through every middleware; nothing leaves this process."""
    with override(get_language()):
        response = handler().get_response(WSGIRequest(environ(path)))
        text = body_of(response).decode("utf-8", "replace")
    return response.status_code, f"{text}\n{html.unescape(text)}"


def body_of(response) -> bytes:
    """Without closing the response, which would tell Django that the request of whoever asks for the proof is over."""
    if not response.streaming:
        return response.content
    body = b"".join(response.streaming_content)
    if file := getattr(response, "file_to_stream", None):
        file.close()
    return body


@cache
def handler() -> BaseHandler:
    made = BaseHandler()
    made.load_middleware()
    return made


def environ(path: str) -> dict:
    host = next((name for name in settings.ALLOWED_HOSTS if not name.startswith(("*", ".", "["))), "localhost")
    scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
    where, _, query = path.partition("?")
    found = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": decoded(where),
        "QUERY_STRING": query,
        "SERVER_NAME": host,
        "SERVER_PORT": "443" if scheme == "https" else "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": host,
        "HTTP_ACCEPT": "*/*",
        "wsgi.url_scheme": scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    if proxy := settings.SECURE_PROXY_SSL_HEADER:
        found[proxy[0]] = proxy[1]
    return found


def decoded(path: str) -> str:
    """As a server hands it over: bytes of the path, one character each."""
    return unquote_to_bytes(path).decode("latin-1")
