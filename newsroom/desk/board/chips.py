"""One chip per language of a record: how its working text stands, and what of it is public. In bulk, in three queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.desk.board.wording import name_of, shortly, when
from newsroom.desk.editing import change_url
from newsroom.desk.models import Presence, Stage, Version
from newsroom.desk.publish.chain import Chain, is_withdrawn
from newsroom.desk.publish.timeline import load_timelines
from newsroom.public.models import Edition
from relations.models import Record
from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction

PRESENT = dt.timedelta(minutes=2)
# The words themselves stay where they are.
HEAVY = ("candidate", "found_by", "source_hashes")


@dataclass(frozen=True)
class Chip:
    """`public`, `scheduled` and `expires` are what editions say; the stage speaks of the working text alone."""

    language: str
    url: str
    version: Version | None = None
    public: bool = False
    changed: bool = False
    scheduled: dt.datetime | None = None
    expires: dt.datetime | None = None
    editors: tuple[str, ...] = ()

    @property
    def language_name(self) -> str:
        return NATIVE_NAMES[self.language]

    @property
    def assignment(self):
        return getattr(self.version, "assignment", None)

    @property
    def stale(self) -> bool:
        return bool(self.version and self.version.stale_fields)

    @property
    def state(self) -> str:
        """A stage, or what it cannot say: `missing`, `changed`, `scheduled`, `ended`."""
        if self.version is None or not self.version.text_hashes:
            return "missing"
        stage = self.version.stage
        if stage == Stage.DRAFT and self.public:
            return "changed"
        if stage == Stage.PUBLISHED and not self.public:
            return "scheduled" if self.scheduled else "ended"
        return str(stage)

    @property
    def label(self) -> str:
        named = {
            "missing": _("missing"),
            "changed": _("published, changes in draft"),
            "scheduled": _("scheduled"),
            "ended": _("no longer public"),
        }
        return named.get(self.state) or self.version.get_stage_display()

    @property
    def marks(self) -> list[tuple[str, str]]:
        """What else is to be said, each as a code and words."""
        said = [
            ("public", self.public and self.state not in ("published", "changed") and _("an earlier text is public")),
            ("stale", self.stale and _("the source has changed")),
            ("scheduled", self.scheduled and _("public from %(moment)s") % {"moment": when(self.scheduled)}),
            ("behind", self.scheduled and self.changed and _("what is scheduled is another text")),
            ("expires", self.expires and _("public until %(moment)s") % {"moment": when(self.expires)}),
            *(("editing", _("%(name)s is editing") % {"name": name}) for name in self.editors),
        ]
        return [(code, words) for code, words in said if words]


@dataclass(frozen=True)
class Row:
    """A record with its chips, called by its name in the language of the interface or else in its own."""

    record: Record
    title: str
    language: str
    url: str
    chips: list[Chip] = field(default_factory=list)
    editors: tuple[str, ...] = ()

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def changed(self) -> str:
        return shortly(self.record.modified_at)

    @property
    def changed_by(self) -> str:
        return name_of(self.record.modified_by) if self.record.modified_by else ""

    def chip(self, language: str) -> Chip:
        return next(chip for chip in self.chips if chip.language == language)


def rows_of(
    records: Iterable[Record] = (), *, pks: Collection[int] = (), uids: Collection[str] = (), now: dt.datetime
) -> dict[str, Row]:
    """Rows by uid, of records at hand and of others known by number or uid alone."""
    known = {record.uid: record for record in records}
    versions = versions_of({*pks, *(record.pk for record in known.values())}, uids)
    for version in versions:
        known.setdefault(version.record.uid, version.record)
    timelines = load_timelines(known, now)
    editing = who_is_editing([record.pk for record in known.values()], now)
    of_record = defaultdict(dict)
    for version in versions:
        of_record[version.record_id][version.language] = version
    return {
        uid: row_of(record, of_record[record.pk], timelines[uid].chains, editing[record.pk])
        for uid, record in known.items()
    }


def versions_of(pks: Collection[int], uids: Collection[str]) -> list[Version]:
    records = Record.objects.filter(Q(pk__in=pks) | Q(uid__in=uids)) if uids else pks
    found = Version.objects.filter(record__in=records).defer(*HEAVY).order_by("pk")
    return list(found.select_related("record__modified_by", "submitted_by", "assignment__to"))


def who_is_editing(pks: Collection[int], now: dt.datetime) -> dict[int, dict[str, tuple[str, ...]]]:
    """By record and language (empty where it is not known) the names of those at work."""
    there = Presence.objects.filter(record__in=pks, at__gt=now - PRESENT).select_related("user").order_by("at", "id")
    found = defaultdict(dict)
    for one in there:
        found[one.record_id][one.language] = (*found[one.record_id].get(one.language, ()), name_of(one.user))
    return found


def row_of(record: Record, versions: dict[str, Version], chains: dict[str, Chain], editing: dict) -> Row:
    title, language = title_of(record, versions)
    url = change_url(record)
    chips = [
        chip_of(code, f"{url}#lang-{code}", versions.get(code), chains.get(code), editing.get(code, ()))
        for code in LANGUAGES
    ]
    return Row(record, title, language, url, chips, editing.get("", ()))


def title_of(record: Record, versions: dict[str, Version]) -> tuple[str, str]:
    for language in (get_language(), record.original_language, *LANGUAGES):
        if language in versions and versions[language].title:
            return versions[language].title, language
    return record.key, "en"


def chip_of(language, url, version, chain: Chain | None, editors) -> Chip:
    if chain is None:
        return Chip(language, url, version, editors=editors)
    texts = [edition for edition in chain.coming if not is_withdrawn(edition)]
    ends = [edition for edition in chain.coming if is_withdrawn(edition)]
    public = not is_withdrawn(chain.in_force)
    return Chip(
        language,
        url,
        version,
        public=public,
        changed=is_another_text(version, texts[-1] if texts else chain.in_force),
        scheduled=texts[0].live_from if texts else None,
        expires=ends[0].live_from if ends else None,
        editors=editors,
    )


def is_another_text(version: Version | None, edition: Edition | None) -> bool:
    """Whether readers see, or are to see, other words than the desk has before it."""
    return bool(version and not is_withdrawn(edition) and version.working_digest != edition.digest)
