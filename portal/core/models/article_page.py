"""Pages that are read as a whole, and so can be taken away as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail.contrib.routable_page.models import path

from portal.core.models.routable import RoutableContentPage
from portal.core.pages.links import other_languages


class ArticlePage(RoutableContentPage):
    """A content page whose template has an `article`: practices, standards, news and the like."""

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        url = self.get_url(request) or ""
        others = other_languages(context["page_languages"], context["localized"])
        return {
            **context,
            "pdf_url": url + self.reverse_subpage("pdf"),
            "beside_url": url + self.reverse_subpage("beside", args=[others[0].code]) if others else "",
        }

    @path("pdf/", name="pdf")
    def pdf(self, request: HttpRequest) -> HttpResponse:
        """The page as a PDF, in the rendering of its address."""
        from portal.core.pdf.pages import page_answer

        response: Any = self.render(request)
        return page_answer(self, response.rendered_content, request)

    @path("beside/<slug:code>/", name="beside")
    def beside(self, request: HttpRequest, code: str) -> HttpResponse:
        """The text of the page in the reader's language and, beside it, in another."""
        from portal.core.pages.beside import beside_context

        context = self.get_context(request)
        context |= beside_context(self, context, code, request)
        return TemplateResponse(request, "layouts/beside.html", context)
