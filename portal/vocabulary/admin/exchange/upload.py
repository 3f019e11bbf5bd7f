"""Where a file is chosen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy

from portal.vocabulary.admin.exchange.page import ExchangeView
from portal.vocabulary.exchange.entries import as_data
from portal.vocabulary.exchange.reader.refusal import Refusal
from portal.vocabulary.exchange.reading import KINDS, MOST_MEGABYTES, read_concepts
from portal.vocabulary.exchange.remarks import refusal_text
from portal.vocabulary.models import ConceptImport


class UploadForm(forms.Form):
    """A file that can be read; what is in it is `found`."""

    file = forms.FileField(
        label=gettext_lazy("File"), widget=forms.FileInput(attrs={"accept": ",".join(f".{one}" for one in KINDS)})
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            self.found = read_concepts(file, file.name, file.size)
        except Refusal as refusal:
            raise forms.ValidationError(refusal_text(refusal.key, refusal.about)) from refusal
        return file


class ImportView(ExchangeView):
    """Where a file is chosen. What it says is kept, and the preview shows it."""

    template_name = "vocabulary/admin/import.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._shown(UploadForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._shown(form)
        ConceptImport.objects.expired().delete()
        name = form.cleaned_data["file"].name[-200:]
        person: Any = request.user
        kept = ConceptImport.objects.create(user=person, file_name=name, found=as_data(form.found))
        return redirect("vocabulary_import_preview", kept.pk)

    def _shown(self, form: UploadForm) -> HttpResponse:
        response: HttpResponse = self.render_to_response(
            self.get_context_data(
                form=form,
                megabytes=MOST_MEGABYTES,
                waiting=ConceptImport.objects.of(self.request.user).filter(applied_at=None).order_by("-created_at")[:5],
            )
        )
        return response
