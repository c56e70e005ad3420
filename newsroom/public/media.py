"""Pictures: to everybody while a current edition uses them and their rights run, otherwise to staff alone."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import parse_etags
from django.views.decorators.http import require_safe

from newsroom.public import reading

# What a browser shows as a picture and cannot run; nothing else is served, whatever was uploaded.
TYPES = {
    "avif": "image/avif",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}


@require_safe
def picture(request, name: str) -> HttpResponse:
    content_type = TYPES.get(name.rpartition(".")[2].lower())
    if content_type is None or ".." in name:
        raise Http404
    if reading.file_is_public(name):
        cache_control = "public, max-age=60"
    elif is_staff(request):
        cache_control = "private, no-store"
    else:
        raise Http404
    if not default_storage.exists(name):
        raise Http404
    response = file_response(request, name, content_type)
    response["Cache-Control"] = cache_control
    return response


def is_staff(request) -> bool:
    """The public side alone knows no users."""
    user = getattr(request, "user", None)
    return bool(user and user.is_active and user.is_staff)


def file_response(request, name: str, content_type: str) -> HttpResponse:
    etag = f'"{default_storage.get_modified_time(name).timestamp():.6f}-{default_storage.size(name)}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponse(status=304)
    else:
        response = FileResponse(default_storage.open(name), content_type=content_type)
    response["ETag"] = etag
    return response
