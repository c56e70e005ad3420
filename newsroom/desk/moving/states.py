"""How texts stand: their stage, what is public of them, what waits, and who must still look."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from newsroom.desk.models import Decision, Release, Stage, Version
from newsroom.desk.saving import is_reference
from newsroom.desk.workflow import awaiting_second_look, releases_of
from newsroom.public.addresses import page_path
from newsroom.public.models import Edition
from relations.values.languages import LANGUAGES, NATIVE_NAMES, direction


@dataclass
class TextState:
    """One version. `current` is what is public of it now, `coming` what waits for its moment, in order."""

    version: Version
    current: Edition | None = None
    coming: list[Edition] = field(default_factory=list)
    second_look: Decision | None = None
    releases: list[Release] = field(default_factory=list)
    # Whether anything of the record is public in whatever language.
    record_is_public: bool = False
    # The languages in which readers have the record or will, and those in which it was taken back.
    read_in: frozenset[str] = frozenset()
    gone_in: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        return self.version.language

    @property
    def language_name(self) -> str:
        return NATIVE_NAMES[self.version.language]

    @property
    def dir(self) -> str:
        return direction(self.version.language)

    @property
    def title(self) -> str:
        return self.version.title or str(self.version.record)

    @property
    def page(self) -> str:
        return page_path(self.current.kind, self.language, self.current.slug) if self.current else ""

    @property
    def waiting(self) -> list[Edition]:
        """Texts that wait, without expiries."""
        return [edition for edition in self.coming if edition.state == Edition.State.LIVE]

    @property
    def expiry(self) -> Edition | None:
        return next((edition for edition in self.coming if edition.state == Edition.State.WITHDRAWN), None)

    @cached_property
    def is_reference(self) -> bool:
        return is_reference(self.version.record)

    @property
    def is_ahead(self) -> bool:
        """Whether the working text says something else than the latest publication."""
        version = self.version
        return bool(version.published_digest) and version.working_digest not in ("", version.published_digest)

    @property
    def is_erased(self) -> bool:
        return self.version.record.key.startswith("erased-")

    @property
    def is_approved(self) -> bool:
        version = self.version
        return version.stage == Stage.APPROVED and version.digest == version.approved_digest


def states_of(versions: Iterable[Version]) -> list[TextState]:
    """For four queries, whatever their number; the versions come with their records."""
    versions = sorted(versions, key=place)
    uids = {version.record.uid for version in versions}
    now, chains, public = timezone.now(), defaultdict(list), set()
    read, gone = defaultdict(set), defaultdict(set)
    for edition in lasting_editions(uids, now):
        chains[edition.uid, edition.language].append(edition)
        if edition.live_from <= now and edition.state == Edition.State.LIVE:
            public.add(edition.uid)
        (read if edition.state == Edition.State.LIVE else gone)[edition.uid].add(edition.language)
    looks = {(look.uid, look.language): look for look in awaiting_second_look(uids)}
    releases = releases_of(versions)
    found = []
    for version in versions:
        name = version.record.uid, version.language
        live = [one for one in chains[name] if one.live_from <= now and one.state == Edition.State.LIVE]
        state = TextState(
            version,
            current=live[0] if live else None,
            coming=[one for one in chains[name] if one.live_from > now],
            second_look=looks.get(name),
            releases=releases[version.pk],
            record_is_public=version.record.uid in public,
            read_in=frozenset(read[version.record.uid]),
            gone_in=frozenset(gone[version.record.uid]),
        )
        found.append(state)
    return found


def place(version: Version) -> tuple:
    """Record by record, its languages in the order of the desk."""
    return version.record.kind, version.record.key, LANGUAGES.index(version.language)


def lasting_editions(uids, now):
    lasting = Q(live_until=None) | Q(live_until__gt=now)
    rows = Edition.objects.filter(lasting, uid__in=uids, retired=False)
    return rows.defer("payload", "summary", "card").order_by("uid", "language", "live_from")
