"""Content pages that say how to cite them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path

from portal.core.citing.answer import citation_file
from portal.core.citing.bibtex import BIBTEX_TYPE, bibtex
from portal.core.citing.citation import Citation
from portal.core.citing.ris import RIS_TYPE, ris
from portal.core.content_language.localized import Localized
from portal.core.models.article_page import ArticlePage


class CitablePage(ArticlePage):
    """Below it lie entries for reference managers."""

    class Meta:
        abstract = True

    def get_citation(self, localized: Localized, address: str) -> Citation:
        """How to cite it; its own words (kind, notes) in the active language. `address` is that of the page."""
        raise NotImplementedError

    @path("cite/bibtex/", name="cite_bibtex")
    def cite_bibtex(self, request: HttpRequest) -> HttpResponse:
        return citation_file(self, bibtex, BIBTEX_TYPE, "bib", request)

    @path("cite/ris/", name="cite_ris")
    def cite_ris(self, request: HttpRequest) -> HttpResponse:
        return citation_file(self, ris, RIS_TYPE, "ris", request)
