"""All that happened to a record on one line of time: decisions, editions, saves."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _
from reversion.models import Version as Kept

from newsroom.desk.comparing.sides import editions
from newsroom.desk.history import revisions
from newsroom.desk.models import Decision
from newsroom.public.models import Edition
from relations.models import Record
from relations.values.languages import LANGUAGES

DECISION, EDITION, SAVE = "decision", "edition", "save"
KINDS = (DECISION, EDITION, SAVE)


@dataclass
class Entry:
    """What happened at once: one decision in several languages, editions that began together, or a save."""

    kind: str
    at: dt.datetime
    what: str
    who: str = ""
    reason: str = ""
    # One (language, digest, side) for each text; `side` names what can be compared, empty where nothing can.
    texts: list[tuple[str, str, str]] = field(default_factory=list)
    is_ahead: bool = False
    until: dt.datetime | None = None
    kept: Kept | None = None

    @property
    def languages(self) -> list[str]:
        return [language for language, _digest, _side in self.texts]


def past_of(record: Record, *, language: str = "", kind: str = "") -> list[Entry]:
    """The latest first; three queries."""
    makers = {DECISION: decisions_of, EDITION: editions_of, SAVE: saves_of}
    found = [entry for name, maker in makers.items() if kind in ("", name) for entry in maker(record)]
    wanted = (entry for entry in found if not language or not entry.texts or language in entry.languages)
    return sorted(wanted, key=lambda entry: (entry.at, KINDS.index(entry.kind)), reverse=True)


def decisions_of(record: Record) -> list[Entry]:
    groups = defaultdict(list)
    for one in Decision.objects.about(record):
        groups[one.at, one.verb, one.by_label, one.reason].append(one)
    return [
        Entry(DECISION, at, rows[0].get_verb_display(), who, reason, in_order((r.language, r.digest, "") for r in rows))
        for (at, _verb, who, reason), rows in groups.items()
    ]


def editions_of(record: Record) -> list[Entry]:
    now, groups = timezone.now(), defaultdict(list)
    for one in editions(record).defer("payload", "summary", "card"):
        groups[one.live_from, one.action, one.note, one.live_until].append(one)
    return [
        Entry(
            EDITION,
            at,
            said(action, ahead=at > now),
            reason=note,
            texts=in_order((e.language, e.digest, side_of(e)) for e in rows),
            is_ahead=at > now,
            until=until,
        )
        for (at, action, note, until), rows in groups.items()
    ]


def side_of(edition: Edition) -> str:
    return f"edition:{edition.language}:{edition.number}" if edition.state == Edition.State.LIVE else ""


def said(action: str, *, ahead: bool) -> str:
    words = {
        "published": (_("Edition"), _("Edition that waits for its moment")),
        "corrected": (_("Corrected edition"), _("Corrected edition that waits for its moment")),
        "withdrawn": (_("Withdrawn from readers"), _("Expiry that waits for its moment")),
        "erased": (_("Erased"), _("Erased")),
    }
    return words[action][ahead]


def saves_of(record: Record) -> list[Entry]:
    return [
        Entry(
            SAVE,
            kept.revision.date_created,
            _("Working text saved"),
            kept.revision.user.get_username() if kept.revision.user else "",
            kept.revision.comment,
            kept=kept,
        )
        for kept in revisions(record)
    ]


def in_order(texts) -> list[tuple[str, str, str]]:
    return sorted(texts, key=lambda text: LANGUAGES.index(text[0]) if text[0] in LANGUAGES else len(LANGUAGES))
