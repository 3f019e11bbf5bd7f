"""Old addresses lead on, but only to what the visitor may see."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from portal.core.rich_text.targets import page_addresses


class OpenRedirectsMiddleware(RedirectMiddleware):
    """Wagtail's, without redirects to closed pages and drafts: where they lead would tell that there is something."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer = super().process_response(request, response)
        if answer is response:
            return response
        asked = request.get_full_path()
        paths = {
            Redirect.normalise_path(path, decode_unicode=decoded)
            for path in (asked, urlsplit(asked).path)
            for decoded in (False, True)
        }
        found = Redirect.get_for_site(Site.find_for_request(request)).filter(old_path__in=paths)
        pages = found.filter(redirect_page__isnull=False).values_list("redirect_page", flat=True)
        return answer if all(page_addresses(pages).values()) else response
