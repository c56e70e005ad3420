"""What every response of the site carries."""

import re
import secrets

from django.conf import settings
from django.middleware.locale import LocaleMiddleware

# What a proxy in front may have given; anything else could forge lines of a log.
ACCEPTED = re.compile(r"[A-Za-z0-9_-]{8,64}")


class RequestId:
    """One name for a request, in its response, its error pages and the log."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-Id", "")
        request.request_id = given if ACCEPTED.fullmatch(given) else secrets.token_hex(16)
        response = self.get_response(request)
        response["X-Request-Id"] = request.request_id
        return response


class Languages(LocaleMiddleware):
    """Responses in the reader's language, and saying so; but for those marked `wordless`, which are in none."""

    def process_response(self, request, response):
        return response if getattr(response, "wordless", False) else super().process_response(request, response)


class Isolation:
    """Headers that Django has no setting for: pages are for themselves alone, all else may be shown by other sites."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.permissions = ", ".join(f"{name}=()" for name in settings.SECURE_PERMISSIONS)

    def __call__(self, request):
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response["Permissions-Policy"] = self.permissions
            response["Cross-Origin-Resource-Policy"] = "same-origin"
        else:
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response
