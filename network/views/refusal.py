"""What somebody gets whose text was not kept: the reason, and the text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from portal.core.script_requests import wants_json

#: Fields of forms that are no texts which somebody wrote.
_NO_TEXT = ("csrfmiddlewaretoken", "writer", "add", "do", "keep", "take", "key", "saw", "place", "kind", "plan")


def refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Nothing was saved; what was sent stands on the page, so that it can be copied. Nothing else does."""
    texts = [
        value
        for name in request.POST
        if name not in _NO_TEXT and not name.endswith(("-base", "-key"))
        for value in request.POST.getlist(name)
        if len(value.strip()) > 3 and not value.isdigit()
    ]
    if wants_json(request):
        return JsonResponse({"refused": reason}, status=403)
    return render(request, "network/meeting_refused.html", {"reason": reason, "texts": texts}, status=403)
