"""The site, and behind it what it is measured against."""

from newsroom import urls
from tests.bench import baseline

handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500
urlpatterns = [*urls.urlpatterns, *baseline.urlpatterns]
