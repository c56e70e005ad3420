"""Records found while somebody types: for the pickers of forms and for links in running text."""

from django.http import JsonResponse
from django.utils.translation import get_language

from newsroom.desk.admin.site import page
from newsroom.desk.admin.titles import claim_title
from newsroom.desk.admin.widgets import CLAIM
from newsroom.desk.findable import matching, records_found
from relations.models import Claim, Record
from relations.values.languages import LANGUAGES, direction
from relations.values.vocabularies import ActorType, RecordKind

LIMIT = 20


@page("found/", name="found", permission="desk.view_version")
def found(request):
    """`?q=words&kinds=actor,event&types=person&language=ar` → `{"found": [{"id", "path", "title", "kind", "lang", "dir"}]}`."""
    query, language = request.GET.get("q", "")[:200], request.GET.get("language")
    language = language if language in LANGUAGES else get_language()
    if request.GET.get("kinds") == CLAIM:
        return JsonResponse({"found": claims_found(query, language, request.user)})
    kinds = [kind for kind in asked(request, "kinds", RecordKind.values) if may_see(request.user, kind)]
    types = asked(request, "types", ActorType.values) if request.GET.get("types") else ()
    narrowing = {"as_actor__type__in": types} if types else {}
    rows = records_found(query, kinds=kinds, language=language, limit=LIMIT, **narrowing)
    return JsonResponse({"found": [shown(row, language) for row in rows]})


def asked(request, name: str, known) -> list[str]:
    """Those of the known values that are asked for; all of them when none is."""
    given = request.GET.get(name, "").split(",")
    return [value for value in known if value in given] or list(known)


def may_see(user, kind: str) -> bool:
    model = Record._meta.get_field(f"as_{kind}").related_model._meta
    return user.has_perm(f"{model.app_label}.view_{model.model_name}")


def shown(row, language: str) -> dict:
    code = row.language or language
    label = str(RecordKind(row.kind).label)
    return {"id": row.pk, "path": row.path, "title": row.title, "kind": label, "lang": code, "dir": direction(code)}


def claims_found(query: str, language: str, user) -> list[dict]:
    """Claims of the records that are found; a record is found by its claims too."""
    if not user.has_perm("relations.view_claim"):
        return []
    records = Record.objects.filter(matching(query)).values("pk")
    rows = Claim.objects.filter(record__in=records).select_related("record").order_by("record", "pk")[:LIMIT]
    return [
        {"id": row.pk, "path": "", "title": claim_title(row, language), "kind": "", "lang": language, "dir": "auto"}
        for row in rows
    ]
