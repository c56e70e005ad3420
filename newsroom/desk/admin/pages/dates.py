"""How a date that somebody types is understood, said in the interface's language."""

from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.utils.translation import get_language

from newsroom.desk.admin.site import page
from relations.fields import read_fuzzy_date
from relations.values.labels import date_label


@page("dates/read/", name="date_read", permission="desk.view_version")
def date_read(request):
    """`?text=2022-07&once=1` → `{"said": "July 2022"}`, or `{"error": "…"}` with what to write instead."""
    try:
        date = read_fuzzy_date(request.GET.get("text", "").strip())
    except ValidationError as refused:
        return JsonResponse({"error": " ".join(refused.messages)})
    return JsonResponse({"said": date_label(date, get_language(), once=bool(request.GET.get("once")))})
