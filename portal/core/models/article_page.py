"""Pages that are read as a whole, and so can be taken away as a file."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import RoutablePageMixin, path


class ArticlePage(RoutablePageMixin):
    """Mixed into types of page whose template has an `article`: practices, standards, news and the like."""

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        url = self.get_url(request) or ""
        return {**context, "pdf_url": url + self.reverse_subpage("pdf")}

    @path("pdf/", name="pdf")
    def pdf(self, request: HttpRequest) -> HttpResponse:
        """The page as a PDF, in the rendering of its address."""
        from portal.core.pdf.pages import pdf_answer

        response: Any = self.render(request)
        return pdf_answer(self, response.rendered_content, request)
