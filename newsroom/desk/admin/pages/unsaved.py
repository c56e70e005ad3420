"""What the script of a record's form tells the desk while somebody types, and what it is told."""

import json

from django.contrib import admin
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from newsroom.desk.admin.site import page
from newsroom.desk.admin.unsaved import UnsavedMixin
from newsroom.desk.unsaved import TooMuch, keep_unsaved, note_leaving, note_presence, said, who_is_here
from relations.models import Record

PERMISSION = "desk.view_version"


@page("unsaved/", name="unsaved", permission=PERMISSION)
@never_cache
@require_POST
def unsaved(request):
    """Keep what a form holds: `{form, record, row_version, inputs, known, part}` -> `{at, known}`."""
    asked = asked_of(request)
    record = record_of(asked) if asked.get("record") else None
    model_admin = admin_of(asked.get("form"), record)
    if not model_admin.may_save(request, record and record.working_row()):
        raise PermissionDenied
    try:
        kept, alone = keep_unsaved(
            by=request.user,
            form=model_admin.form_name(),
            record=record,
            row_version=whole(asked.get("row_version", 0)),
            inputs=inputs_of(asked),
            known=str(asked.get("known", "")),
            part=asked.get("part") is True,
        )
    except TooMuch as refused:
        return JsonResponse({"said": str(refused)}, status=413)
    at = kept.at.isoformat() if kept else ""
    return JsonResponse({"at": at, "known": at if alone else ""})


@page("presence/", name="presence", permission=PERMISSION)
@never_cache
@require_POST
def presence(request):
    """Somebody has a record open: `{record, language, leaving}` -> the others, `{here: [{name, language, said}]}`."""
    asked = asked_of(request)
    record = record_of(asked)
    row = record.working_row()
    if not registered(type(row)).has_view_permission(request, row):
        raise PermissionDenied
    if asked.get("leaving") is True:
        note_leaving(by=request.user, record=record)
        return JsonResponse({"here": []})
    note_presence(by=request.user, record=record, language=str(asked.get("language", "")))
    here = who_is_here(record=record, besides=request.user)
    told = [{"name": one.user.get_username(), "language": one.language, "said": said(one)} for one in here]
    return JsonResponse({"here": told})


def asked_of(request) -> dict:
    try:
        asked = json.loads(request.body)
    except ValueError as error:
        raise BadRequest("Not JSON.") from error
    if not isinstance(asked, dict):
        raise BadRequest("Not an object.")
    return asked


def whole(number) -> int:
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < 2**31:
        raise BadRequest("Not a number.")
    return number


def record_of(asked: dict) -> Record:
    return get_object_or_404(Record, pk=whole(asked.get("record")))


def inputs_of(asked: dict) -> dict[str, list[str]]:
    inputs = asked.get("inputs")
    if not isinstance(inputs, dict) or not all(is_texts(values) for values in inputs.values()):
        raise BadRequest("Not the inputs of a form.")
    return inputs


def is_texts(values) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


def admin_of(form, record: Record | None) -> UnsavedMixin:
    """The admin of a record's kind; of the form's name where there is no record yet."""
    if record:
        return registered(type(record.working_row()))
    found = (one for one in admin.site._registry.values() if isinstance(one, UnsavedMixin) and one.form_name() == form)
    if model_admin := next(found, None):
        return model_admin
    raise Http404


def registered(model) -> UnsavedMixin:
    if model not in admin.site._registry:
        raise Http404
    return admin.site._registry[model]
