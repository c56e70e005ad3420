"""What would become public: the composed text, beside what is public now, with the records that it refers to."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import orjson

from newsroom.desk.compose import candidate_bytes, digest_of
from newsroom.desk.models import Version
from newsroom.desk.moving.states import TextState
from newsroom.desk.moving.words import Changed, Shown, differences, shown
from newsroom.desk.workflow.texts import compose_row
from newsroom.public import reading
from newsroom.public.addresses import page_path
from newsroom.public.markers import targets
from newsroom.public.models import Edition
from relations.models import Record
from relations.values.languages import LANGUAGES


@dataclass(frozen=True)
class Reference:
    """A record that a text refers to and readers cannot see: it is left out until it is public."""

    uid: str
    title: str
    record: Record
    # Its text in the same language, where there is one.
    version: Version | None

    @property
    def can_follow(self) -> bool:
        return self.version is not None


@dataclass
class Candidate:
    """`content` is the whole of what is frozen, as bytes; `address` a path, empty where none is given yet."""

    state: TextState
    content: bytes
    digest: str
    address: str
    public: bytes | None
    names: dict[str, str]
    missing: list[Reference]

    @cached_property
    def frozen(self) -> dict:
        return orjson.loads(self.content)

    @property
    def title(self) -> str:
        return self.frozen["title"]

    @cached_property
    def fields(self) -> list[Shown]:
        return shown(self.frozen["payload"], self.names)

    @cached_property
    def changes(self) -> list[Changed]:
        """Against what is public now; empty where nothing is, or nothing differs."""
        return differences(shown(orjson.loads(self.public), self.names), self.fields) if self.public else []


def contents(states: Iterable[TextState], rows: dict[int, Record], *, freezes: bool) -> dict[int, bytes]:
    """By version: the candidate, or what the working text comes to where the move composes anew."""
    found = {}
    for state in states:
        version = state.version
        if freezes:
            found[version.pk] = candidate_bytes(compose_row(rows[version.record_id], version.language))
        elif version.candidate is not None:
            found[version.pk] = bytes(version.candidate)
    return found


def candidates(states: list[TextState], found: dict[int, bytes], at=None) -> list[Candidate]:
    """`at`: the moment at which it would be public, which decides who else is by then."""
    public = payloads([state.current for state in states if state.current])
    uids = set().union(*(targets(content) for content in found.values())) if found else set()
    for payload in public.values():
        uids |= targets(payload)
    readable = reading.by_language(uids, at, content="card")
    known = texts_of(uids)
    together = {state.version.record.uid for state in states}
    made = []
    for state in states:
        if content := found.get(state.version.pk):
            language = state.language
            names = {uid: name_of(uid, language, readable, known) for uid in uids}
            wanted = targets(content) - readable.keys() - together - {state.version.record.uid}
            missing = [reference(uid, names[uid], language, known) for uid in sorted(wanted) if uid in known]
            current = public.get(state.current.pk) if state.current else None
            made.append(Candidate(state, content, digest_of(content), address(state), current, names, missing))
    return made


def payloads(editions: list[Edition]) -> dict[int, bytes]:
    rows = Edition.objects.filter(pk__in=[edition.pk for edition in editions])
    return {pk: bytes(payload) for pk, payload in rows.values_list("pk", "payload")}


def address(state: TextState) -> str:
    version = state.version
    return page_path(str(version.record.kind), version.language, version.slug) if version.slug else ""


def texts_of(uids: set[str]) -> dict[str, dict[str, Version]]:
    found: dict[str, dict[str, Version]] = {}
    versions = Version.objects.filter(record__uid__in=uids).select_related("record").defer("candidate", "found_by")
    for version in versions:
        found.setdefault(version.record.uid, {})[version.language] = version
    return found


def name_of(uid: str, language: str, readable, known) -> str:
    if row := reading.nearest(readable.get(uid, {}), language):
        return row.title
    texts = known.get(uid, {})
    version = next((texts[code] for code in (language, *LANGUAGES) if code in texts and texts[code].title), None)
    return version.title if version else uid


def reference(uid: str, title: str, language: str, known) -> Reference:
    texts = known[uid]
    return Reference(uid, title, next(iter(texts.values())).record, texts.get(language))
