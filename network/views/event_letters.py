"""Being told of an event by e-mail, and being told no more."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from network.models import EventFollower, EventPage
from network.services import event_letters
from portal.accounts.signed_in import SignedIn


@login_required
@require_POST
def follow_event(request: SignedIn, pk: int) -> HttpResponse:
    """Says that one will come, or takes it back. What is over or cancelled is not begun anew."""
    event = get_object_or_404(EventPage.objects.visible_to(request.user), pk=pk)
    if request.POST.get("do") == "end":
        EventFollower.objects.filter(user=request.user, event=event).delete()
        messages.success(request, _("The portal writes no more about this event."))
    elif event.end >= timezone.localdate() and not event.is_cancelled:
        event_letters.follow(user=request.user, event=event)
        messages.success(request, _("You are reminded by e-mail, and told when something changes."))
    return redirect(event.get_url(request) or "/")


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def end_letters(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, because mail programs look at links by themselves; POST ends the letters about one event or meeting.

    Mail programs post without having seen a page, so there is no CSRF token; the address itself is the secret. It says
    nothing about whose it is or what it is about.
    """
    follower = EventFollower.objects.of_token(token)
    if follower is None:
        return render(request, "network/letters/void.html", status=404)
    if request.method == "POST":
        event_letters.end_letters(follower)
    return render(request, "network/letters/end.html", {"is_ended": request.method == "POST"})
