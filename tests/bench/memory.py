"""What a worker of the production server holds after a thousand mixed requests."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from django.conf import settings

from tests.bench.report import Goal, at_most

REQUESTS = 1_000
MOST = 90
# REST framework imports them wherever they are; where only `requirements.txt` is installed they are not.
BROUGHT_ALONG = ("pygments", "requests")
SERVER = "-m granian --interface wsgi --host 127.0.0.1 --workers 1 --blocking-threads 4 --no-ws".split()


def goals(addresses: list[str]) -> list[Goal]:
    return [
        at_most(f"a worker's memory, NEWSROOM_SIDE={side}", mebibytes(side, addresses), MOST, " MiB")
        for side in ("all", "public")
    ]


def mebibytes(side: str, addresses: list[str]) -> float:
    with serving(side) as (port, worker):
        ask(port, islice(cycle(addresses), REQUESTS))
        return resident(worker)


@contextlib.contextmanager
def serving(side: str) -> Iterator[tuple[int, int]]:
    """The port, and the process that answers: the server's only child."""
    port = free_port()
    command = [sys.executable, *SERVER, "--port", f"{port}", "newsroom.wsgi:application"]
    with without_tools() as path:
        given = {"NEWSROOM_SIDE": side, "NEWSROOM_SECRET_KEY": settings.SECRET_KEY, "PYTHONPATH": path}
        process = subprocess.Popen(
            command, cwd=settings.BASE_DIR, env={**os.environ, **given}, stdout=subprocess.DEVNULL
        )
        try:
            wait_for(port)
            yield port, int(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()[-1])
        finally:
            process.terminate()
            process.wait()


@contextlib.contextmanager
def without_tools() -> Iterator[str]:
    """A path on which packages cannot be imported that tools for development brought along."""
    with tempfile.TemporaryDirectory() as folder:
        for name in BROUGHT_ALONG:
            Path(folder, f"{name}.py").write_text("raise ImportError\n")
        yield folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError("the server does not start")


def ask(port: int, addresses: Iterator[str]) -> None:
    link = http.client.HTTPConnection("127.0.0.1", port)
    for address in addresses:
        link.request("GET", address, headers={"Accept-Language": "en"})
        answer = link.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address} answers {answer.status}")
    link.close()


def resident(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1_024
