"""Clients that programs of others make from the document, reading everything that the demonstration has."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator

from tests.api_tools import programs
from tests.api_tools.walking import Api
from tests.browser.screenshots import ROOT

CLIENT = programs.TOOLS / "python" / "communique_client"
TYPESCRIPT = programs.TOOLS / "typescript"
# A copy to begin with is a file.
SETTINGS = """post_hooks: []
content_type_overrides:
  application/gzip: application/octet-stream
"""
CALL = """  {name}: (client: Client) => (path: Path<"{path}">, query: Query<"{path}">) =>
    client.GET("{path}", {{ params: {{ path, query }} }} as Parameters<"{path}">),
"""
OPERATIONS = """import type {{ Client as Any }} from "openapi-fetch";
import type {{ paths }} from "./api.d.ts";

type Client = Any<paths, "application/json" | "application/problem+json">;
type Asked<P extends keyof paths> = paths[P] extends {{ get: {{ parameters: infer A }} }} ? A : never;
type Parameters<P extends keyof paths> = {{ params: Asked<P> }};
type Path<P extends keyof paths> = Asked<P> extends {{ path?: infer A }} ? A : undefined;
type Query<P extends keyof paths> = Asked<P> extends {{ query?: infer A }} ? A : undefined;

export const operations = {{
{calls}}};
"""


def python(api: Api) -> Iterator[str]:
    shutil.rmtree(CLIENT.parent, ignore_errors=True)
    CLIENT.parent.mkdir()
    settings = CLIENT.parent / "settings.yaml"
    settings.write_text(SETTINGS)
    made = ["--path", programs.DOCUMENT, "--output-path", CLIENT, "--config", settings, "--meta", "none"]
    run = programs.run(programs.VENV / "bin" / "openapi-python-client", "generate", "--fail-on-warning", *made)
    if run.returncode:
        yield f"no client: {run.stdout[-2000:]} {run.stderr[-500:]}"
        return
    environment = {"PYTHONPATH": f"{CLIENT.parent}:{ROOT}", "PATH": ""}
    yield from told(
        programs.run(programs.VENV / "bin" / "python", "-m", "tests.api_tools.read", api.origin, env=environment)
    )


def typescript(api: Api) -> Iterator[str]:
    shutil.rmtree(TYPESCRIPT, ignore_errors=True)
    TYPESCRIPT.mkdir()
    for name in ("read.ts", "tsconfig.json"):
        shutil.copy(programs.HERE / name, TYPESCRIPT)
    made = programs.script("openapi-typescript", programs.DOCUMENT, "--output", TYPESCRIPT / "api.d.ts")
    (TYPESCRIPT / "operations.ts").write_text(operations(api))
    (TYPESCRIPT / "walks.json").write_text(json.dumps([walk._asdict() for walk in api.walk()]))
    typed = made.returncode or programs.script("tsc", "--project", TYPESCRIPT)
    if typed.returncode:
        yield f"not typed: {typed.stdout[-3000:]}"
        return
    yield from told(programs.run(programs.node(), TYPESCRIPT / "read.ts", api.origin, TYPESCRIPT / "walks.json"))


def operations(api: Api) -> str:
    """A typed function for each operation, so that the compiler sees them all."""
    calls = (CALL.format(name=one["operationId"], path=path) for path, one in api.operations.items())
    return OPERATIONS.format(calls="".join(calls))


def told(run: subprocess.CompletedProcess) -> Iterator[str]:
    if run.returncode:
        yield run.stderr[-2000:]
        return
    found = json.loads(run.stdout)
    sys.stdout.write(f"    read {found['read']} addresses\n")
    yield from found["faults"]
