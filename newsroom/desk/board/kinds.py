"""Kinds of record and their fields, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from newsroom.desk.editing import model_of
from newsroom.desk.saving import REVIEWED_KINDS
from newsroom.public.templatetags.words import capital
from relations import models

# Those that have texts of their own.
PARTS = {
    models.AgreementAct: pgettext_lazy("part of a record", "act"),
    models.Claim: pgettext_lazy("part of a record", "claim"),
    models.Dispute: pgettext_lazy("part of a record", "dispute"),
    models.Membership: pgettext_lazy("part of a record", "membership"),
    models.Observation: pgettext_lazy("part of a record", "figure"),
    models.Participation: pgettext_lazy("part of a record", "participation"),
    models.PostTitle: pgettext_lazy("part of a record", "title"),
}


def reviewed_kinds() -> list[tuple[str, str]]:
    """Each with its name in the plural."""
    return [(str(kind), capital(str(model_of(kind)._meta.verbose_name_plural))) for kind in REVIEWED_KINDS]


def field_labels(kind: str, names: Iterable[str]) -> list[str]:
    """Names of texts (`title`, `claims.dc-1.text`) in words, each once: a record may have several parts of a sort."""
    return list(dict.fromkeys(field_label(kind, name) for name in names))


def field_label(kind: str, name: str) -> str:
    path, _dot, field = name.rpartition(".")
    model = model_of(kind)
    if not path:
        return str(model._meta.get_field(field).verbose_name)
    part = model._meta.get_field(path.partition(".")[0]).related_model
    terms = {"part": PARTS[part], "field": part._meta.get_field(field).verbose_name}
    return _("%(part)s: %(field)s") % terms
