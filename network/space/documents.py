"""Putting a document into the collection of a working group."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from network.models import WorkingGroupPage
from network.queries.memberships import may_keep_space
from network.space.forms import DocumentForm
from network.space.frame import space_context


def add_document(page: WorkingGroupPage, request: HttpRequest) -> HttpResponse:
    """Only members get it from there: the collection is closed to all others."""
    if not may_keep_space(request.user, page):
        raise Http404
    posted = request.method == "POST"
    form = DocumentForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_bound and form.is_valid():
        document = form.save(commit=False)
        document.collection = page.collection
        document.uploaded_by_user = request.user
        document.save()
        messages.success(request, _("“%(title)s” is among the documents now.") % {"title": document.title})
        return redirect((page.get_url(request) or "") + page.reverse_subpage("space") + "#documents")
    context = space_context(page, request, {"label": _("Add a document"), "url": ""}) | {"form": form}
    return TemplateResponse(request, "network/space/add_document.html", context)
