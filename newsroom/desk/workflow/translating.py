"""Which text a translation is made from, and that somebody has read it against that."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.desk.models import Verb, Version
from newsroom.desk.workflow.guards import languages_in, require, require_remit
from newsroom.desk.workflow.refusals import IllegalMove
from newsroom.desk.workflow.texts import locked, record_move


@transaction.atomic
def check_translation(*, versions, by, fields: Collection[str] | None = None) -> list[Version]:
    """Somebody has read the stale fields, or those named, against their source and found that nothing need change."""
    require("submit", by)
    rows = locked(versions)
    require_remit("submit", by, languages_in(rows))
    for version in rows:
        source = Version.objects.filter(record=version.record, language=version.translated_from).first()
        read = source.text_hashes if source else {}
        if fields is not None:
            read = {name: value for name, value in read.items() if name in fields}
        version.source_hashes = {**version.source_hashes, **read}
        version.stale_fields = [] if fields is None else [name for name in version.stale_fields if name not in fields]
        reason = "" if fields is None else ", ".join(sorted(fields))
        record_move(version, Verb.CHECK_TRANSLATION, version.stage, by=by, reason=reason)
    return rows


@transaction.atomic
def choose_source(*, version: Version, source: str, by) -> Version:
    """
    Say from which language a text is translated; empty says that it is an original.

    Nobody has read what is there against another source yet, so all of it is stale until somebody does.
    """
    require("submit", by)
    texts = {one.language: one for one in locked(version.record.versions.all())}
    version = texts[version.language]
    require_remit("submit", by, [version.language])
    if source == version.translated_from:
        return version
    if source and source not in texts:
        raise IllegalMove(_("There is no text in the language chosen as the source."))
    if source and version.language in sources_of(source, texts):
        raise IllegalMove(
            _("The chosen source is itself translated from this text. Two texts cannot follow each other.")
        )
    version.translated_from, version.source_hashes = source, {}
    known = texts[source].text_hashes if source else {}
    version.stale_fields = sorted(name for name in known if name in version.text_hashes)
    version.save()
    return version


def sources_of(language: str, texts: dict[str, Version]) -> list[str]:
    """A language and all that it is translated from, one after the other."""
    found: list[str] = []
    while language in texts and language not in found:
        found.append(language)
        language = texts[language].translated_from
    return found
