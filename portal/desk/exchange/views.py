"""Where pages leave for translation, and where they come back."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from portal.core.languages.catalogue import CONTENT_CODES
from portal.core.models import ContentPage
from portal.desk.assigning.people import works_at_the_desk
from portal.desk.exchange.files import MOST_PAGES, archive, document, file_name
from portal.desk.exchange.forms import ExportForm, ImportForm
from portal.desk.exchange.sheet import sheet_of
from portal.desk.exchange.taking import Received, take_all
from portal.desk.exchange.xliff import Version, page_number
from portal.desk.translating.place import translated_codes


class ExportView(WagtailAdminTemplateMixin, FormView):
    """`?id=4&id=7` names the pages; with `language` and `version` the answer is the file."""

    form_class = ExportForm
    template_name = "desk/exchange/export.html"
    page_title = _("Export for translation")
    header_icon = "download"
    _show_breadcrumbs = True

    @cached_property
    def pages(self) -> list[ContentPage]:
        """Their newest drafts. 404 when one of them is not theirs to translate into any language."""
        numbers = [page_number(text) for text in self.request.GET.getlist("id")[: MOST_PAGES + 1]]
        chosen = list(Page.objects.filter(pk__in=[number for number in numbers if number is not None]).specific())
        if not chosen or not all(translated_codes(page, self.request.user) for page in chosen):
            raise Http404
        return [page.get_latest_revision_as_object() for page in chosen]

    @cached_property
    def codes(self) -> list[str]:
        common = set(CONTENT_CODES).intersection(*(translated_codes(page, self.request.user) for page in self.pages))
        return [code for code in CONTENT_CODES if code in common]

    def get_form_kwargs(self) -> dict[str, Any]:
        asked = self.request.GET if "language" in self.request.GET else None
        return {"codes": self.codes, "data": asked, "initial": {"language": self.codes[0] if self.codes else ""}}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form()
        if form.is_bound and form.is_valid():
            return self._file(form.cleaned_data["language"], Version(form.cleaned_data["version"]))
        return self.render_to_response(self.get_context_data(form=form))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(pages=self.pages, codes=self.codes, most=MOST_PAGES, **kwargs)

    def _file(self, code: str, version: Version) -> HttpResponse:
        named = [
            (file_name(sheet, page.slug), document(sheet, version))
            for page, sheet in ((page, sheet_of(page, code)) for page in self.pages)
        ]
        if len(named) == 1:
            name, content = named[0]
            return _download(content, "application/xliff+xml", name)
        return _download(archive(named), "application/zip", f"continuum-{code}.zip")


class ImportView(WagtailAdminTemplateMixin, FormView):
    """Everything in the file is stored as drafts, or nothing and the reasons are listed."""

    form_class = ImportForm
    template_name = "desk/exchange/import.html"
    page_title = _("Import translations")
    header_icon = "upload"
    _show_breadcrumbs = True
    success_url = reverse_lazy("desk_import")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not works_at_the_desk(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def form_valid(self, form: ImportForm) -> HttpResponse:
        try:
            received = take_all(form.cleaned_data["file"], self.request.user)
        except ValidationError as error:
            form.add_error("file", error)
            return self.form_invalid(form)
        for page in received:
            self._tell(page)
        return redirect(self.get_success_url())

    def _tell(self, received: Received) -> None:
        edit = messages.button(reverse("wagtailadmin_pages:edit", args=[received.page.pk]), gettext("Edit"))
        names = {"page": received.page.title, "language": received.language}
        if not received.changed:
            message = gettext("“%(page)s” (%(language)s): nothing in the file is new.") % names
        else:
            message = ngettext(
                "“%(page)s” (%(language)s): %(count)d text was taken over into a draft.",
                "“%(page)s” (%(language)s): %(count)d texts were taken over into a draft.",
                received.changed,
            ) % {**names, "count": received.changed}
        if received.incomplete:
            message += " " + ngettext(
                "%(count)d text is not translated in the file.",
                "%(count)d texts are not translated in the file.",
                received.incomplete,
            ) % {"count": received.incomplete}
        messages.success(self.request, message, buttons=[edit])


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
