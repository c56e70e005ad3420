"""Receivers of webhooks on this machine, as partners' may be: quick, slow, failing, redirecting, gone, talkative."""

import datetime as dt
import ipaddress
import ssl
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils import timezone

from newsroom.partners.models import Dispatch, Endpoint
from newsroom.partners.webhooks import messages
from tests.partners.conftest import new_partner


class Received(NamedTuple):
    path: str
    headers: dict
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]


class Receiver(ThreadingHTTPServer):
    """Answers by `answers`, one after the other and the last for ever, each a function that is given the handler."""

    daemon_threads = True

    def __init__(self, *answers, host="127.0.0.1", context=None):
        self.answers, self.received, self.arrived = list(answers or [fine]), [], threading.Event()
        super().__init__((host, 0), Handler)
        self.scheme = "https" if context else "http"
        if context:
            self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def port(self) -> int:
        return self.server_address[1]

    def url(self, path="/hook", host="localhost") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def ids(self) -> list[str]:
        return [one.id for one in self.received]

    def handle_error(self, request, client_address):
        """Who asks may hang up."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        server = self.server
        server.received.append(Received(self.path, {name.lower(): value for name, value in self.headers.items()}, body))
        server.arrived.set()
        answer = server.answers.pop(0) if len(server.answers) > 1 else server.answers[0]
        answer(self)

    def log_message(self, *_):
        """Nothing."""


@contextmanager
def receiver(*answers, **options):
    with Receiver(*answers, **options) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


# Answers


def status(code: int, body: bytes = b"", **headers: str):
    def answer(handler):
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


fine = status(200, b"ok")


def dripping(handler):
    """A head that never ends, a byte at a time."""
    for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Drip: 1\r\n" * 1000:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        time.sleep(0.02)


def endless(handler):
    handler.send_response(500)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<\x00>" * 10_000)


def flood_of_headers(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-Flood: 1\r\n" * 1_000_000)


def slowly(seconds: float):
    def answer(handler):
        time.sleep(seconds)
        fine(handler)

    return answer


def nonsense(handler):
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")
    handler.close_connection = True


# Certificates


UNUSED = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "crl_sign",
)
SIGNING = x509.KeyUsage(
    **dict.fromkeys((*UNUSED, "encipher_only", "decipher_only"), False),
    key_cert_sign=True,
)


class Authority:
    """Signs certificates, for the length of a test."""

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of a test")])
        self.certificate = self._signed(self.name, self.key, x509.BasicConstraints(ca=True, path_length=None), SIGNING)

    def trusted(self) -> ssl.SSLContext:
        return ssl.create_default_context(cadata=self.certificate.public_bytes(serialization.Encoding.PEM).decode())

    def server(self, folder, *names: str) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
        certificate = self._signed(subject, key, x509.SubjectAlternativeName([general(one) for one in names]))
        path = folder / "server.pem"
        private = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        path.write_bytes(key.private_bytes(*private) + certificate.public_bytes(serialization.Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def _signed(self, subject, key, *extensions):
        now = dt.datetime.now(dt.UTC)
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(self.name).public_key(key.public_key())
        builder = builder.serial_number(x509.random_serial_number()).not_valid_before(now - dt.timedelta(hours=1))
        builder = builder.not_valid_after(now + dt.timedelta(hours=1))
        identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(self.key.public_key())
        for extension in (*extensions, x509.SubjectKeyIdentifier.from_public_key(key.public_key()), identifier):
            critical = isinstance(extension, x509.BasicConstraints | x509.KeyUsage)
            builder = builder.add_extension(extension, critical=critical)
        return builder.sign(self.key, hashes.SHA256())


def general(name: str):
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


# Rows


def new_endpoint(url="https://receiver.example/hook", state="active", partner=None, **fields) -> Endpoint:
    return Endpoint.objects.create(
        partner=partner or new_partner(), url=url, origin="https://news.example", state=state, **fields
    )


def new_dispatch(endpoint, seq=1, now=None, **fields) -> Dispatch:
    event = messages.Event(seq, now or timezone.now(), "published", "article", "0" * 26, "en", 1, "/api/v1/articles/x")
    dispatch = messages.of_event(event, endpoint, now or timezone.now())
    for name, value in fields.items():
        setattr(dispatch, name, value)
    dispatch.save()
    return dispatch
