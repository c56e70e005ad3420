"""Error pages: problems under the API, Django's own pages (with our templates) elsewhere."""

from django.views import defaults

from newsroom.public.api.problems import is_api, problem


def page(response):
    """What is not there now may be published in the next second."""
    response["Cache-Control"] = "no-store"
    return response


def bad_request(request, exception):
    return problem(request, "bad-request") if is_api(request) else page(defaults.bad_request(request, exception))


def permission_denied(request, exception):
    return problem(request, "forbidden") if is_api(request) else page(defaults.permission_denied(request, exception))


def not_found(request, exception):
    return problem(request, "not-found") if is_api(request) else page(defaults.page_not_found(request, exception))


def server_error(request):
    return problem(request, "server-error") if is_api(request) else page(defaults.server_error(request))
