"""Links that show one text to somebody without an account."""

import datetime as dt
import hashlib
import secrets

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import PreviewLink, Stage, Version
from newsroom.desk.workflow.guards import require, require_remit
from newsroom.desk.workflow.refusals import IllegalMove
from newsroom.public.models import Edition

TOKEN_BYTES = 32
# By name, since that is what a form sends.
LIFETIMES = {
    "1": dt.timedelta(days=1),
    "3": dt.timedelta(days=3),
    "7": dt.timedelta(days=7),
    "30": dt.timedelta(days=30),
}


def sha256_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def make_link(*, version: Version, by, lifetime: dt.timedelta, clock=timezone.now) -> str:
    """The secret for the address, which nobody can be told again."""
    require("submit", by)
    version = Version.objects.select_for_update(of=("self",)).select_related("record").get(pk=version.pk)
    require_remit("submit", by, [version.language])
    token, now = secrets.token_urlsafe(TOKEN_BYTES), clock()
    edition = edition_of(version, now)
    if edition and edition.live_from <= now:
        raise IllegalMove(_("This text is public as it stands. Send its own address instead of a preview."))
    PreviewLink.objects.create(
        version=version,
        token_sha256=sha256_of(token),
        by=by,
        by_label=by.get_username() if by else "manage.py",
        at=now,
        expires_at=now + lifetime,
        ended_at=edition.live_from if edition else None,
    )
    return token


def edition_of(version: Version, now: dt.datetime) -> Edition | None:
    """The edition of this very text that is public, or waits."""
    lasting = Q(live_until=None) | Q(live_until__gt=now)
    same = Edition.objects.filter(lasting, uid=version.record.uid, language=version.language, state=Edition.State.LIVE)
    return same.filter(digest=version.working_digest or "-").order_by("live_from").first()


def end_link(*, link: PreviewLink, by, clock=timezone.now) -> None:
    require("submit", by)
    require_remit("submit", by, [link.version.language])
    PreviewLink.objects.filter(pk=link.pk).end(clock())


def link_at(token: str, now: dt.datetime) -> PreviewLink | None:
    """The link of a secret while it is open; of one that is over nothing is said, not even that it was."""
    found = PreviewLink.objects.open(now).filter(token_sha256=sha256_of(token)).exclude(version__stage=Stage.SPIKED)
    return found.select_related("version__record").first()
