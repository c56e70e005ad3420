"""Programs of others that read the document, installed into var/api-tools when first needed."""

import subprocess
from pathlib import Path

from tests.site import tools

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / "var" / "api-tools"
VENV, MODULES = TOOLS / "venv", TOOLS / "node_modules"
DOCUMENT = TOOLS / "openapi.json"


def install() -> None:
    tools.install(HERE, TOOLS)


def node() -> Path:
    return tools.node(VENV)


def run(*command, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)


def script(name: str, *arguments, **options) -> subprocess.CompletedProcess:
    """One of the programs that run on Node."""
    return run(node(), (MODULES / ".bin" / name).resolve(), *arguments, **options)
