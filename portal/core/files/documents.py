"""Documents: Wagtail finds and sends the file, the hooks check who asks, this view completes the headers."""

from __future__ import annotations

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve

from portal.core.files.answers import finish_file
from portal.core.visibility.audience import PUBLIC, audience_of_collection

#: A document can be replaced under its name, so what is kept is asked for again after this time.
_KEPT_SECONDS: Final = 3600


@require_safe
def serve_document(request: HttpRequest, document_id: int, document_filename: str) -> HttpResponseBase:
    """The file of a document. 404 when it is not there or not for this person."""
    document = get_object_or_404(get_document_model().objects.select_related("collection"), pk=document_id)
    response: HttpResponse = serve(request, document_id, document_filename)
    if response.status_code not in {200, 304}:
        raise Http404
    public = audience_of_collection(document.collection) == PUBLIC
    finish_file(response, public=public, seconds=_KEPT_SECONDS)
    return response
