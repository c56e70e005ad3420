"""The grade that Mozilla's HTTP observatory gives the headers, over TLS and with the settings of a deployment."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from tests.browser.screenshots import DATABASE, ROOT
from tests.site import tools
from tests.site.crawling import Site

# It asks the ports of the web, and nothing else.
PORTS = {"http": 80, "https": 443}
OBSERVATORY = tools.MODULES / "@mdn" / "mdn-http-observatory"
SERVER = "-m granian --interface wsgi --host 127.0.0.1 --workers 1 --blocking-threads 2 --no-ws".split()
# As for a site of others; the names are this machine's and one that nobody has.
DEPLOYMENT = {"NEWSROOM_HOSTS": "localhost,communique.example", "NEWSROOM_SECRET_KEY": "of-this-grade-alone" * 4}


def observatory(site: Site) -> Iterator[str]:
    # The list of hosts that browsers know beforehand is not asked for: this one is in none.
    (OBSERVATORY / "conf" / "hsts-preload.json").write_text("{}")
    with TemporaryDirectory() as folder, over_tls(Path(folder)) as authority:
        command = [tools.node(), OBSERVATORY / "src" / "scan.js", "localhost"]
        environment = os.environ | {"NODE_EXTRA_CA_CERTS": str(authority)}
        run = subprocess.run(command, capture_output=True, check=False, env=environment)
    scan = json.loads(run.stdout).get("scan", {})
    sys.stdout.write(f"    grade {scan.get('grade')}, score {scan.get('score')}\n")
    if scan.get("grade") != "A+":
        yield f"grade {scan.get('grade')}: {run.stdout.decode()[:400]} {run.stderr.decode()[-400:]}"


@contextmanager
def over_tls(folder: Path) -> Iterator[Path]:
    """The demonstration at https://localhost; gives the certificate of who vouches for it."""
    authority, certificate, key = certify(folder)
    secure = ["--ssl-certificate", certificate, "--ssl-keyfile", key]
    environment = {"DATABASE_URL": f"sqlite:///{DATABASE}", **os.environ, **DEPLOYMENT}
    servers = [
        subprocess.Popen(
            [
                sys.executable,
                *SERVER,
                "--port",
                str(port),
                *(secure if scheme == "https" else []),
                "newsroom.wsgi:application",
            ],
            cwd=ROOT,
            env=environment,
        )
        for scheme, port in PORTS.items()
    ]
    try:
        wait_until_served()
        yield authority
    finally:
        for server in servers:
            server.terminate()
            server.wait()


def certify(folder: Path) -> tuple[Path, Path, Path]:
    """Authority, certificate and key, for a day."""
    authority, request, certificate, key = (folder / name for name in ("ca.pem", "request", "site.pem", "site.key"))
    extension = folder / "extension"
    extension.write_text("subjectAltName=DNS:localhost")
    new = ["openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    tools.run(*new, "-x509", "-days", "1", "-keyout", folder / "ca.key", "-out", authority, capture_output=True)
    tools.run(*new, "-keyout", folder / "pkcs1.key", "-out", request, capture_output=True)
    signed = ["-CA", authority, "-CAkey", folder / "ca.key", "-CAcreateserial", "-extfile", extension, "-days", "1"]
    tools.run("openssl", "x509", "-req", "-in", request, "-out", certificate, *signed, capture_output=True)
    tools.run("openssl", "pkcs8", "-topk8", "-nocrypt", "-in", folder / "pkcs1.key", "-out", key, capture_output=True)
    return authority, certificate, key


def wait_until_served() -> None:
    for _ in range(60):
        try:
            urlopen(f"http://127.0.0.1:{PORTS['http']}/healthz", timeout=5)
        except URLError:
            time.sleep(0.5)
        else:
            return
