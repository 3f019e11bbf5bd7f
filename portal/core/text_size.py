"""The reader's text size: three steps, remembered in a cookie, changed without JavaScript too.

An account may have a size of its own (portal.accounts): each device gets its cookie when somebody signs in there.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

COOKIE = "text_size"
SIZES = ("1", "2", "3")
_COOKIE_AGE = 365 * 24 * 3600


def text_size_of(request: HttpRequest) -> str:
    """ "1", "2" or "3"; anything else in the cookie counts as "1"."""
    size = request.COOKIES.get(COOKIE, "")
    return size if size in SIZES else SIZES[0]


# Exempt, because there is nothing to protect: the worst that another site can do is enlarge somebody's text, and
# without a token no page for reading has to set a cookie.
@csrf_exempt
@require_POST
def set_text_size(request: HttpRequest) -> HttpResponse:
    """Remembers the posted `size` and returns to `next`, an address of this site."""
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    response = HttpResponseRedirect(target)
    size = request.POST.get("size", "")
    if size in SIZES:
        remember_text_size(request, response, size)
    return response


def remember_text_size(request: HttpRequest, response: HttpResponse, size: str) -> None:
    """Has the browser keep one of SIZES for a year."""
    # Not HttpOnly: the page's own script sets the same cookie when it changes the size without a reload.
    response.set_cookie(COOKIE, size, max_age=_COOKIE_AGE, samesite="Lax", secure=request.is_secure())
