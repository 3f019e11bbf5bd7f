"""The portal's addresses and one bare view beside them, to compare with on the same server."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal.urls import handler404, handler500, urlpatterns

__all__ = ["handler404", "handler500", "urlpatterns"]


def bare(request: HttpRequest) -> HttpResponse:
    """The least that Django can do."""
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [path("bare", bare), *urlpatterns]
