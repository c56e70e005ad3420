import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()
# All that is loaded by now stays: searching it for garbage again and again would hold up a request each time.
gc.freeze()
