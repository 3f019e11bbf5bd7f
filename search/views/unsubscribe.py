"""The link in each e-mail about new resources that ends them, without signing in (RFC 8058)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from search.following.follower import Follower
from search.following.saving import end_all


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, because mail programs look at links by themselves; POST ends the e-mails.

    Mail programs post without having seen a page, so there is no CSRF token; the address itself is the secret. It says
    nothing about whose it is or whether there are e-mails at present, and one that was never given out answers like
    one that has been revoked.
    """
    follower = Follower.objects.of_token(token)
    if follower is None:
        return render(request, "search/saved/unsubscribe_void.html", status=404)
    if request.method == "POST":
        end_all(follower)
        return render(request, "search/saved/unsubscribed.html")
    return render(request, "search/saved/unsubscribe.html")
