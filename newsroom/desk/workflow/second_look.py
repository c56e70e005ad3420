"""What went out urgently waits until somebody else has read it."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.decisions import log_decision
from newsroom.desk.models import Decision, Verb, Version
from newsroom.desk.workflow.guards import languages_in, require, require_other_eyes, require_remit
from newsroom.desk.workflow.refusals import FourEyes, IllegalMove
from newsroom.desk.workflow.texts import locked


def awaiting_second_look(uids=None) -> list[Decision]:
    """Urgent publications whose exact text nobody else has approved since, oldest first; of all records, or of some."""
    same_text = {name: OuterRef(name) for name in ("uid", "language", "digest")}
    approvals = Decision.objects.filter(verb__in=(Verb.APPROVE, Verb.APPROVE_AFTERWARDS), **same_text)
    of_records = {} if uids is None else {"uid__in": uids}
    urgent = Decision.objects.filter(~Exists(approvals), verb=Verb.PUBLISH_URGENTLY, **of_records)
    return list(urgent.order_by("id"))


@transaction.atomic
def approve_afterwards(*, versions, by) -> list[Version]:
    """The second look at what went out urgently, by somebody who neither wrote nor published it."""
    require("approve", by)
    rows = locked(versions)
    require_remit("approve_afterwards", by, languages_in(rows))
    waiting = {(d.uid, d.language): d for d in awaiting_second_look()}
    for version in rows:
        urgent = waiting.get((version.record.uid, version.language))
        if urgent is None:
            raise IllegalMove(_("%(version)s does not wait for a second look.") % {"version": version})
        if by is None or by.pk == urgent.by_id:
            raise FourEyes(_("%(version)s: somebody else must take the second look.") % {"version": version})
        require_other_eyes(version, by)
        log_decision(version, Verb.APPROVE_AFTERWARDS, by=by, at=timezone.now(), digest=urgent.digest)
        if version.digest == urgent.digest:
            version.approved_digest, version.changed_by = version.digest, []
            version.save()
    return rows
