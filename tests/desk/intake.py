"""Interchange files for tests: written, read and refused."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from newsroom.desk.intake.faults import ImportRefused
from newsroom.desk.intake.load import import_files

TALKS = {"kind": "event", "key": "talks", "type": "talks", "date": "2025-04-21", "title": {"en": "Talks"}}
PERSON = {"kind": "actor", "key": "ali", "type": "person", "name": {"en": "Ali", "ar": "علي"}}
CITY = {"kind": "place", "key": "algiers", "type": "city", "name": {"en": "Algiers", "fr": "Alger"}}
COUNTRY = {"kind": "actor", "key": "algeria", "type": "country", "iso2": "DZ", "iso3": "DZA", "name": {"en": "Algeria"}}


def write(folder: Path, *records, name="file.json") -> Path:
    path = folder / name
    path.write_text(json.dumps({"format": "communique-records/1", "records": records}), encoding="utf-8")
    return path


def bring(folder: Path, *records, by=None):
    return import_files([write(folder, *records)], by=by)


def faults_of(folder: Path, *records, by=None) -> list[str]:
    with pytest.raises(ImportRefused) as refused:
        bring(folder, *records, by=by)
    return [str(fault) for fault in refused.value.faults]


def png(width: int = 4) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (width, 3)).save(stream, "PNG")
    return stream.getvalue()
