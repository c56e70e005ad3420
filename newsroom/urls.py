from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path

from newsroom.public import health, media
from newsroom.public.api.views.discovery import ApiCatalog, ServiceDocument
from newsroom.public.pages.views.home import front_door
from newsroom.public.pages.views.records import permanent

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path(".well-known/api-catalog", ApiCatalog.as_view(), name="api-catalog"),
    path("api/v1", ServiceDocument.as_view()),
    path("api/v1/", include("newsroom.public.api.urls")),
    path("", front_door, name="front-door"),
    path("id/<api_uid:uid>", permanent, name="permanent"),
    path("", include("newsroom.public.pages.sitemap_urls")),
    *i18n_patterns(path("", include("newsroom.public.pages.urls"))),
    re_path(r"^media/(?P<name>[\w./-]{1,100})$", media.picture, name="picture"),
]
handler400 = "newsroom.public.errors.bad_request"
handler403 = "newsroom.public.errors.permission_denied"
handler404 = "newsroom.public.errors.not_found"
handler500 = "newsroom.public.errors.server_error"

if settings.WITH_DESK:
    # These need their applications installed, which the public side leaves out.
    from django.contrib import admin

    from newsroom.desk.previews.views import shared

    urlpatterns += [
        path("admin/", include("newsroom.desk.admin.account")),
        path("admin/", admin.site.urls),
        path("preview/<slug:token>", shared, name="shared-preview"),
    ]
