"""Habits of the house that no linter of others knows."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
ROOMS = ("newsroom", "relations", "templates", "tests")
PYPROJECT = (ROOT / "pyproject.toml").read_text()

# What would run or style itself past the Content-Security-Policy, or trust words that nobody escaped.
# A data block (type="application/ld+json") runs nothing.
FORBIDDEN_IN_TEMPLATES = {
    "safe filter": r"\|\s*safe\b",
    "autoescape off": r"autoescape\s+off",
    "style element": r"<style\b",
    "style attribute": r"\sstyle\s*=",
    "event attribute": r"\son[a-z]+\s*=\s*[\"']",
    "inline script": r"<script\b(?![^>]*\b(?:src=|type=\"application/(?:ld\+)?json\"))",
    "script address": r"javascript:",
    "another's asset": r"<(?:script|img|link)\b[^>]*\b(?:src|href)=[\"'](?:https?:)?//",
}


def files(pattern):
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob(pattern))]


def faults_in(text):
    return {fault for fault, pattern in FORBIDDEN_IN_TEMPLATES.items() if re.search(pattern, text, re.IGNORECASE)}


def dependencies():
    table = tomllib.loads(PYPROJECT)
    return {
        "requirements.txt": table["project"]["dependencies"],
        "requirements-dev.txt": table["dependency-groups"]["dev"],
    }


def pins(name):
    return dict(re.findall(r"^([a-z0-9_.-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))


def test_no_file_is_longer_than_400_lines():
    code = [path for path in files("*.py") if "migrations" not in path.parts]

    assert [str(path.relative_to(ROOT)) for path in code if len(path.read_text().splitlines()) > 400] == []


def test_templates_run_nothing_inline_and_escape_everything():
    faults = {str(path.relative_to(ROOT)): faults_in(path.read_text()) for path in files("*.html")}

    assert {path: found for path, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("{{ body|safe }}", "safe filter"),
        ('<p style="color: red">', "style attribute"),
        ("<script>alert(1)</script>", "inline script"),
        ('<a onclick="x()">', "event attribute"),
        ('<img src="//cdn.example/x.png" alt="">', "another's asset"),
    ],
)
def test_the_template_rule_finds_what_it_forbids(html, fault):
    assert faults_in(html) == {fault}


def test_the_template_rule_lets_scripts_by_address_and_data_blocks_pass():
    allowed = '<script src="{% static \'menu.js\' %}" defer></script><script type="application/ld+json">{}</script>'

    assert faults_in(allowed) == set()


def test_every_dependency_says_why():
    lines = [line.strip() for line in PYPROJECT.split("[tool.")[0].splitlines()]
    named = [(before, line) for before, line in zip(lines, lines[1:], strict=False) if line.startswith('"')]

    assert len(named) == sum(map(len, dependencies().values()))
    assert [line for before, line in named if not before.startswith("# ")] == []


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_lock_satisfies_pyproject(lock):
    pinned = pins(lock)
    wanted = [Requirement(text) for text in dependencies()[lock]]

    unmet = [str(need) for need in wanted if pinned.get(canonicalize_name(need.name), "0") not in need.specifier]

    assert unmet == []


def test_both_locks_agree():
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_lock_holds_hashes_and_no_address(lock):
    text = (ROOT / lock).read_text()

    assert text.count("--hash=sha256:") > len(pins(lock))
    assert "://" not in text
    assert not (ROOT / "uv.lock").exists()
