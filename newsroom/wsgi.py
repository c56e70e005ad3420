import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()
# Every view is loaded now, and not by the first reader; what that left over is thrown away.
get_resolver().url_patterns  # noqa: B018
gc.collect()
# All that is loaded by now stays: searching it for garbage again and again would hold up a request each time.
gc.freeze()
