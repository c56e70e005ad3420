"""Where a request comes from."""

from django.conf import settings


def address_of(request) -> str:
    """The client's IP address. Of a list of proxies only the last entry was written by ours."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
