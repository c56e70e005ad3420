"""Who else has a record open, by what their pages said last. It locks nothing."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.desk.models import Presence
from relations.models import Record
from relations.values.languages import LANGUAGES

# A page says so every 20 seconds; who was not heard for this long has gone.
HEARD_WITHIN = dt.timedelta(minutes=2)


def note_presence(*, by, record: Record, language: str = "") -> None:
    """Somebody has the record open and last worked in this language; empty while they only look."""
    language = language if language in LANGUAGES else ""
    Presence.objects.update_or_create(user=by, record=record, defaults={"language": language, "at": timezone.now()})


def note_leaving(*, by, record: Record) -> None:
    Presence.objects.filter(user=by, record=record).delete()


def who_is_here(*, record: Record, besides) -> list[Presence]:
    """The others, by name."""
    heard = Presence.objects.filter(record=record, at__gte=timezone.now() - HEARD_WITHIN)
    return list(heard.exclude(user=besides).select_related("user").order_by("user__username"))


def said(presence: Presence) -> str:
    """`leyla is editing the French text.` The name stands by itself, whichever way it runs."""
    sentences = {
        "en": _("%(name)s is editing the English text."),
        "fr": _("%(name)s is editing the French text."),
        "ar": _("%(name)s is editing the Arabic text."),
        "az": _("%(name)s is editing the Azerbaijani text."),
        "": _("%(name)s has this record open."),
    }
    return sentences[presence.language] % {
        "name": f"\N{FIRST STRONG ISOLATE}{presence.user.get_username()}\N{POP DIRECTIONAL ISOLATE}"
    }
