"""Snapshots: the list, what each holds, and the files themselves."""

import re
from pathlib import Path

from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.utils.translation import gettext_lazy as _

from newsroom.partners.auditing import Sent
from newsroom.partners.tiers import BULK
from newsroom.public import snapshots
from newsroom.public.addresses import API, KINDS
from newsroom.public.api import schemas
from newsroom.public.api.formats.forms import Form
from newsroom.public.api.problems import Problem
from newsroom.public.api.views.base import View
from newsroom.public.resolve import utc
from newsroom.public.snapshots import Snapshot

STRING, INTEGER = {"type": "string"}, {"type": "integer"}
FILE = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("type", "url", "sha256"), STRING),
        "rows": {**INTEGER, "description": "One for each record and language."},
        "bytes": INTEGER,
    },
}
MANIFEST = {
    "type": "object",
    "properties": {
        "checkpoint": {**STRING, "description": "Ask the change feed from here on."},
        "complete_until": {**STRING, "description": "The files hold what was public at this moment."},
        **dict.fromkeys(("date", "url", "made_at"), STRING),
        "files": {"type": "array", "items": FILE},
    },
}
DATE = ({"type": "string", "format": "date"}, "The day on which it was made.")
# From some byte to the end, as a broken download goes on; any other part is answered with the whole.
REST = re.compile(r"bytes=([0-9]{1,18})-")
# The file as it lies there, and no encoding of something else: its digest is of these bytes.
GZIP = Form("ndjson.gz", "application/gzip", None, {}, {}, is_text=False)


class Bulk(View):
    scope = BULK
    path_parameters = {"date": DATE, "plural": ({"type": "string", "enum": sorted(KINDS)}, "A kind of records.")}

    def manifest(self, snapshot: Snapshot) -> dict:
        url = self.snapshot_url(snapshot)
        return {
            "date": snapshot.date,
            "url": url,
            "made_at": utc(snapshot.made_at),
            "complete_until": utc(snapshot.complete_until),
            "checkpoint": str(snapshot.checkpoint),
            "files": [
                {
                    "type": file.kind,
                    "url": f"{url}/{snapshots.file_name(file.kind)}",
                    "sha256": file.sha256,
                    "rows": file.rows,
                    "bytes": file.bytes,
                }
                for file in snapshot.files
            ],
        }

    def snapshot_url(self, snapshot: Snapshot) -> str:
        return self.url(f"{API}/snapshots/{snapshot.date}")

    def snapshot(self, date: str) -> Snapshot:
        found = snapshots.find(date)
        if found is None:
            raise Http404
        if since := snapshots.spent_since(found):
            reason = str(_("It holds what has been withdrawn since."))
            later = next(map(self.snapshot_url, snapshots.available()), None)
            raise Problem("withdrawn", reason, withdrawn_at=utc(since), reason=reason, replaced_by=later)
        return found

    def fresh(self, content: dict) -> HttpResponse:
        """Nothing of it may be kept unasked: it ends with the first withdrawal."""
        response = self.answer(content)
        response["Cache-Control"] = "no-cache"
        return response


class SnapshotList(Bulk):
    description = (
        "Files that hold everything public, the latest first. Begin a copy with one, then follow the changes from its"
        " checkpoint. One that holds what has been withdrawn since is not listed."
    )

    def response_schema(self) -> dict:
        return schemas.listed(MANIFEST)

    def get(self, request) -> HttpResponse:
        return self.fresh({"results": [self.manifest(one) for one in snapshots.available()]})


class SnapshotDetail(Bulk):
    description = "What the last snapshot of a day consists of, and where the change feed goes on from it."

    def response_schema(self) -> dict:
        return MANIFEST

    def get(self, request, date: str) -> HttpResponse:
        return self.fresh(self.manifest(self.snapshot(date)))


class SnapshotFile(Bulk):
    description = (
        "One file of a snapshot, compressed with gzip: a line of JSON for each record and language, as its own address"
        " answers, by id and language. The ETag is the SHA-256 of the file; a download that broke off goes on with Range."
    )

    def forms(self) -> tuple[Form, ...]:
        return (GZIP,)

    def response_schema(self) -> dict:
        return {"type": "string", "format": "binary"}

    def get(self, request, date: str, plural: str) -> HttpResponse:
        snapshot, kind = self.snapshot(date), KINDS[plural]
        file = next(file for file in snapshot.files if file.kind == kind)
        etag = f'"{file.sha256}"'
        self.sent.append(Sent(kind, f"snapshots/{date}/{plural}"))
        is_held = etag in parse_etags(request.headers.get("If-None-Match", ""))
        response = HttpResponseNotModified() if is_held else self.streamed(snapshot.path(kind), etag, file.bytes)
        response["ETag"], response["Cache-Control"] = etag, "no-cache"
        return response

    def streamed(self, path: Path, etag: str, size: int) -> HttpResponse:
        start = self.start(etag, size)
        try:
            file = path.open("rb")
        except FileNotFoundError as removed:
            raise Http404 from removed
        file.seek(start)
        response = FileResponse(file, status=206 if start else 200, content_type=GZIP.media_type)
        response["Accept-Ranges"] = "bytes"
        if start:
            response["Content-Range"] = f"bytes {start}-{size - 1}/{size}"
        return response

    def start(self, etag: str, size: int) -> int:
        """Where a broken download of this very file goes on."""
        headers = self.request.headers
        asked = REST.fullmatch(headers.get("Range", ""))
        begun = (
            asked and self.request.method == "GET" and headers.get("If-Range", etag) == etag and int(asked[1]) < size
        )
        return int(asked[1]) if begun else 0
