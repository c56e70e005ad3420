"""The one page of the desk that somebody without an account can open."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from newsroom.desk.previews.links import link_at
from newsroom.desk.previews.rendering import preview


@require_safe
def shared(request, token: str) -> HttpResponse:
    """The text as it would look now; never at a moment ahead, which would tell what else is scheduled."""
    link = link_at(token, timezone.now())
    if link is None:
        raise Http404
    return preview(request, link.version)
