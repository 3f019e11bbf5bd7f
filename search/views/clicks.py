"""Which results are opened, told by the page of results (static/js/result-clicks.js)."""

from __future__ import annotations

from contextlib import suppress

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from search.queries.parameters import MAX_TEXT, searched_text
from search.statistics.recording import count_click

#: Bytes; what we send ourselves is far smaller.
_LONGEST_BODY = 4_000
#: Nobody looks further.
_LAST_RANK = 1_000


# Without a token: nothing changes but a count, and a page that is kept by a browser has none.
@csrf_exempt
@require_POST
def clicks(request: HttpRequest) -> HttpResponse:
    """Always answers 204: who tells has gone on to the result already. What makes no sense is not counted."""
    posted = _posted(request)
    text, rank = posted.get("q", ""), posted.get("rank", "")
    if "\0" not in text and len(text) <= MAX_TEXT and searched_text(text) and _is_rank(rank):
        count_click(request, searched_text(text), posted.get("document", ""), int(rank))
    return HttpResponse(status=204)


def _posted(request: HttpRequest) -> QueryDict:
    length = request.META.get("CONTENT_LENGTH") or "0"
    is_short = length.isdecimal() and len(length) < 6 and int(length) <= _LONGEST_BODY
    if is_short and request.content_type == "application/x-www-form-urlencoded":
        with suppress(BadRequest, SuspiciousOperation):
            return request.POST
    return QueryDict()


def _is_rank(rank: str) -> bool:
    return rank.isascii() and rank.isdecimal() and len(rank) < 5 and 0 < int(rank) <= _LAST_RANK
