"""The list below the field for words, while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.core.languages.reader import current_reader
from search.queries.parameters import searched_text
from search.queries.suggestions import suggestions


@require_safe
def suggestions_list(request: HttpRequest) -> HttpResponse:
    """A piece of HTML with the suggestions for `q`; an empty one when there are none, or the engine is away.

    It is HTML, so that script and status footnote are applied to it as to every page.
    """
    text = searched_text(request.GET.get("q", ""))
    found = suggestions(text, reader=current_reader().language, request=request)
    return render(request, "search/suggestions.html", {"suggestions": found})
