"""CPU time of a request: of this process, which is the server, and of the database's process that works for it."""

import io
import statistics
import sys
import time
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from django.test import override_settings

from newsroom.wsgi import application
from tests.bench.databases import backend_pid, use

# How long each subject works in each round, in milliseconds, within how many requests; and what a dear one takes.
TURN = 250
FEWEST, MOST = 2, 100
DEAR = 50


class Cpu(NamedTuple):
    """Milliseconds."""

    server: float
    database: float

    @property
    def total(self) -> float:
        return self.server + self.database

    def __str__(self) -> str:
        return f"{self.server:.2f} + {self.database:.2f}"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Client:
    """Calls the real WSGI application, as its server does; the connection to the database is kept, as there."""

    def __init__(self):
        override_settings(ROOT_URLCONF="tests.bench.urls").enable()
        self.application = application

    def get(self, address: str) -> Answer:
        found = {}

        def start_response(status, headers, exc_info=None):
            found.update(status=int(status[:3]), headers=dict(headers))

        response = self.application(environ_of(address), start_response)
        body = b"".join(response)
        response.close()
        return Answer(found["status"], found["headers"], body)

    def get_well(self, address: str) -> Answer:
        answer = self.get(address)
        if answer.status != 200:
            sys.exit(f"{address} answers {answer.status}: {answer.body[:500].decode()}")
        return answer


def environ_of(address: str) -> dict:
    path, _, query = address.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT": "*/*",
        "HTTP_ACCEPT_LANGUAGE": "en",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def database_cpu() -> float:
    """Of the connection's own backend, in milliseconds; its schedule counts nanoseconds."""
    try:
        return int(Path(f"/proc/{backend_pid()}/schedstat").read_text().split()[0]) / 1e6
    except OSError:
        sys.exit("The database must run on this machine, under Linux, so that its CPU time can be read.")


@dataclass
class Subject:
    """Requests of one sort, to one of the bench's databases."""

    client: Client
    addresses: list[str]
    database: str
    turn: int = FEWEST
    rounds: list[Cpu] = field(default_factory=list)

    def __post_init__(self):
        self.next = cycle(self.addresses).__next__

    def warm_up(self) -> int:
        """Everything asked at least once, and what is cheap so often that its queries are planned; bytes of an answer."""
        use(self.database)
        sizes = [len(self.client.get_well(address).body) for address in self.addresses]
        spent = self._cpu(FEWEST).total
        if spent < DEAR:
            spent = self._cpu(MOST).total
        self.turn = max(FEWEST, min(MOST, int(TURN / spent)))
        return round(statistics.mean(sizes))

    def measure(self) -> None:
        use(self.database)
        self.rounds.append(self._cpu(self.turn))

    def _cpu(self, requests: int) -> Cpu:
        database, server = database_cpu(), time.process_time()
        for _ in range(requests):
            self.client.get(self.next())
        server, database = (time.process_time() - server) * 1_000, database_cpu() - database
        return Cpu(server / requests, database / requests)

    @property
    def median(self) -> Cpu:
        return Cpu(*map(statistics.median, zip(*self.rounds, strict=True)))


def yardstick() -> float:
    """Milliseconds of CPU for a million additions: what milliseconds are worth on this machine just now."""
    started = time.process_time()
    for number in range(1_000_000):
        number += 1
    return (time.process_time() - started) * 1_000


def measure_in_turns(subjects: list[Subject], rounds: int) -> None:
    """Each for a moment, again and again, so that whatever else the machine does falls on all alike."""
    for _ in range(rounds):
        for subject in subjects:
            subject.measure()
