"""Records and statements that nothing supports. What a citation is asked for is what the checks ask it for."""

from collections import Counter

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from newsroom.desk.checks.sources import OWN_BASES, UNCITED_ACTORS
from newsroom.desk.editing import change_url
from newsroom.desk.reports.filters import Filters
from newsroom.desk.reports.table import MOST_KEPT, Table, bars, known_as, titles_of
from newsroom.desk.reports.words import kind_name
from relations.models import Attestation, Citation, Claim, Membership, Observation, Record, Tenure
from relations.values.vocabularies import ClaimBasis, RecordKind

CITED_KINDS = (RecordKind.ARTICLE, RecordKind.EVENT, RecordKind.AGREEMENT, RecordKind.ACTOR)


def sourcing(filters: Filters) -> Table:
    """Six queries: records, their claims, tenures, memberships and figures, then titles."""
    lines = [*records(), *claims(), *tenures(), *memberships(), *figures()]
    lines = [line for line in lines if filters.kind in ("", line[1].kind)]
    titles = titles_of(record.uid for _what, record, _key in lines)
    return Table(
        headings=[_("What lacks a source"), _("Kind"), _("Part"), _("Title")],
        rows=[row_of(*line, titles) for line in lines],
        caption=_("Each record or statement without a source"),
        bars=bars(Counter(what for what, _record, _key in lines).most_common()),
        bars_caption=_("How many"),
        note=_(
            "Countries, multilateral organisations and outlets need no source; nor does what the desk gives its reason for."
        ),
    )


def row_of(what: str, record: Record, key: str, titles) -> list:
    urls = {record.uid: change_url(record)}
    title = known_as(titles, urls, record.uid, record.original_language, str(record))
    return [what, kind_name(record.kind), key, title]


def records():
    reasons = Claim.objects.filter(record=OuterRef("pk"), basis=ClaimBasis.EDITORIAL)
    rows = Record.objects.filter(kind__in=CITED_KINDS).exclude(as_actor__type__in=UNCITED_ACTORS)
    rows = rows.filter(~Exists(Citation.objects.filter(record=OuterRef("pk"))), ~Exists(reasons))
    whole = {kind: kind_name(kind) for kind in CITED_KINDS}
    yield from ((whole[record.kind], record, "") for record in rows.order_by("kind", "key")[:MOST_KEPT])


def uncited(model, part: str, owner: str):
    """Parts that no citation hangs on, each with its record."""
    rows = model.objects.filter(~Exists(Citation.objects.filter(**{part: OuterRef("pk")})))
    return rows.select_related(owner).order_by("pk")


def claims():
    rows = uncited(Claim, "claim", "record").exclude(basis__in=OWN_BASES)[:MOST_KEPT]
    yield from ((_("Statement"), claim.record, claim.key) for claim in rows)


def tenures():
    attested = Attestation.objects.filter(tenure=OuterRef("pk"), source__isnull=False)
    rows = uncited(Tenure, "tenure", "person").filter(~Exists(attested))[:MOST_KEPT]
    yield from ((_("Office held"), tenure.person, tenure.key) for tenure in rows)


def memberships():
    rows = uncited(Membership, "membership", "member")[:MOST_KEPT]
    yield from ((_("Membership"), membership.member, membership.key) for membership in rows)


def figures():
    rows = uncited(Observation, "observation", "dossier")[:MOST_KEPT]
    yield from ((_("Figure"), figure.dossier, figure.key) for figure in rows)
